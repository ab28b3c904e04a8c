import { createRandom, createVirtualClock } from '@llm-router/core';
import {
  type AffinityOptions,
  createAffinityWorth,
  createLoadBalancer,
  createPrefixMemory,
} from '../src/index.ts';
import {
  candidate,
  candidates,
  chiSquare,
  conversation,
  countFirsts,
  idsOf,
  longPromptCandidates,
  longText,
} from './candidates.ts';

/** 4,000 tokens, of which the cache saves 400 ms and 0.4 cents: worth 0.8 s in all, where all are known. */
const three = longPromptCandidates(4000, 'a', 'b', 'c');
const rules = longText('rule', 20_000);

function setUp(affinity: AffinityOptions = {}, seed = 1) {
  const waits: Record<string, number> = {};
  const busy: Record<string, number> = {};
  const balancer = createLoadBalancer({
    strategy: 'prefix-affinity',
    waitMs: ({ deployment }) => waits[deployment.id] ?? 0,
    load: (id) => busy[id] ?? 0,
    random: createRandom(seed),
    affinity,
  });
  const first = (request = conversation(rules), tenant = 'acme', given = three) =>
    balancer.order(given, { request, tenant })[0]?.deployment.id ?? '';
  return { balancer, first, waits, busy };
}

it('leaves new prompts to the least busy, and then stays with it', () => {
  const { first, busy } = setUp();
  Object.assign(busy, { a: 1, b: 0, c: 2 });
  expect(first()).toBe('b');
  busy['b'] = 50;
  expect([first(), first(conversation(rules, 'and now?'))]).toEqual(['b', 'b']);
});

it('spreads different prompts evenly', () => {
  const { balancer } = setUp();
  let number = 0;
  const firsts = countFirsts(3000, () => {
    const request = conversation(longText(`prompt${number++}`, 4200));
    return balancer.order(three, { request, tenant: 'acme' });
  });
  expect(chiSquare(firsts, { a: 1 / 3, b: 1 / 3, c: 1 / 3 })).toBeLessThan(13.82);
});

it('waits for a cache as long as it is worth it, and no longer', () => {
  const { first, waits } = setUp();
  const owner = first();
  // The last piece of the prompt is less than a block, and not known: 3,995 tokens or so.
  waits[owner] = 790;
  expect(first()).toBe(owner);
  waits[owner] = 801;
  expect(first()).not.toBe(owner);
});

it('counts only the wait beyond that for the others', () => {
  const { first, waits } = setUp();
  const owner = first();
  Object.assign(waits, { a: 60_000, b: 60_000, c: 60_000, [owner]: 60_700 });
  expect(first()).toBe(owner);
  waits[owner] = 60_900;
  expect(first()).not.toBe(owner);
});

it('yields to the one that can start first, and stays with whom it yielded to', () => {
  const { balancer, first, waits } = setUp({ inner: (list) => list });
  expect(first()).toBe('a');
  Object.assign(waits, { a: 3000, b: 500, c: 100 });
  const context = { request: conversation(rules), tenant: 'acme' };
  expect(idsOf(balancer.order(three, context))).toEqual(['c', 'b', 'a']);
  Object.assign(waits, { a: 0, b: 0, c: 0 });
  // Both know it now: the inner order decides between them.
  expect(idsOf(balancer.order(three, context))).toEqual(['a', 'c', 'b']);
});

it('prefers whoever knows more of the prompt', () => {
  const { first, waits } = setUp({ inner: (list) => list });
  const turn = longText('answer', 10_000);
  expect(first(conversation(rules))).toBe('a');
  waits['a'] = 9000;
  expect(first(conversation(rules, turn))).toBe('b');
  waits['a'] = 0;
  expect(first(conversation(rules, turn))).toBe('b');
  expect(first(conversation(rules, longText('other', 10_000)))).toBe('a');
});

it.each([Number.POSITIVE_INFINITY, Number.NaN])(
  'does not hold on to one with a wait of %p, unless all have it',
  (forEver) => {
    const { first, waits } = setUp();
    const owner = first();
    Object.assign(waits, { a: forEver, b: forEver, c: forEver });
    expect(first()).toBe(owner);
    const other = owner === 'a' ? 'b' : 'a';
    waits[other] = 1e9;
    expect(first()).toBe(other);
  },
);

it('stays where the wait is worth exactly what it saves', () => {
  const { first, waits } = setUp({
    inner: (list) => list,
    worthMs: (_, knownShare) => (knownShare > 0 ? 100 : 0),
  });
  expect(first(conversation(rules), 'acme', longPromptCandidates(4000, 'c'))).toBe('c');
  Object.assign(waits, { a: 0, b: 0, c: 100 });
  expect(first()).toBe('c');
  waits['c'] = 101;
  expect(first()).toBe('a');
});

it('takes the others where the owner is no candidate, and has it back afterwards', () => {
  const { first } = setUp({ inner: (list) => list });
  expect(first()).toBe('a');
  const without = longPromptCandidates(4000, 'b', 'c');
  expect(first(conversation(rules), 'acme', without)).toBe('b');
  expect(first(conversation(rules), 'acme', without)).toBe('b');
  expect(first()).toBe('a');
});

it('forgets with the providers', async () => {
  const clock = createVirtualClock();
  const { first, busy } = setUp({ memory: createPrefixMemory({ clock }) });
  const owner = first();
  busy[owner] = 5;
  expect(first()).toBe(owner);
  await clock.advance(300_001);
  expect(first()).not.toBe(owner);
});

it('keeps tenants apart', () => {
  const { first, busy } = setUp({ inner: 'least-busy' });
  const owner = first(conversation(rules), 'acme');
  busy[owner] = 5;
  expect(first(conversation(rules), 'other')).not.toBe(owner);
  expect(first(conversation(rules), 'acme')).toBe(owner);
});

it.each([
  ['a tenant', { request: conversation(rules) }, three],
  ['a request', { tenant: 'acme' }, three],
  [
    'a prompt long enough',
    { request: conversation(rules), tenant: 'acme' },
    candidates('a', 'b', 'c'),
  ],
  ['a block', { request: conversation('hello'), tenant: 'acme' }, three],
  ['anything', undefined, three],
])('leaves all to the inner strategy without %s', (_, context, given) => {
  const memory = createPrefixMemory();
  const { balancer } = setUp({ inner: 'round-robin', memory });
  const orders = [1, 2, 3, 4].map(() => idsOf(balancer.order(given, context)).join(''));
  expect(orders).toEqual(['abc', 'bca', 'cab', 'abc']);
  expect(memory.snapshot()).toEqual({ prefixes: 0 });
});

it('remembers only who goes first of all, not the first of every rank', () => {
  const { balancer } = setUp({ inner: (list) => list });
  const context = { request: conversation(rules), tenant: 'acme' };
  const ranked = three.map((one, rank) => ({ ...one, rank }));
  expect(idsOf(balancer.order(ranked, context))).toEqual(['a', 'b', 'c']);
  expect(idsOf(balancer.order([...three].reverse(), context))).toEqual(['a', 'c', 'b']);
});

it('never puts a worse rank first for its cache', () => {
  const { balancer, first } = setUp({ inner: (list) => list });
  expect(first()).toBe('a');
  const ranked = three.map((one, index) => ({ ...one, rank: index === 0 ? 1 : 0 }));
  const context = { request: conversation(rules), tenant: 'acme' };
  expect(idsOf(balancer.order(ranked, context))).toEqual(['b', 'c', 'a']);
});

it('believes what it is told was sent, where it is not to assume', () => {
  const memory = createPrefixMemory();
  const { first } = setUp({ inner: (list) => list, memory, assumeSent: false });
  expect([first(), memory.snapshot().prefixes]).toEqual(['a', 0]);
  memory.recall(conversation(rules), 'acme')?.sentTo('c');
  expect(first()).toBe('c');
});

it('takes another formula', () => {
  const worthMs = createAffinityWorth({ maxExtraWaitMs: 10 });
  const { first, waits } = setUp({ worthMs });
  const owner = first();
  waits[owner] = 9;
  expect(first()).toBe(owner);
  waits[owner] = 11;
  expect(first()).not.toBe(owner);
});

it.each([Number.NaN, -5])('takes a formula that gives %p for worthless', (worth) => {
  const { balancer, first, waits } = setUp({
    inner: (list) => list,
    worthMs: (_, knownShare) => (knownShare === 1 ? 1 : worth),
  });
  expect(first()).toBe('a');
  waits['b'] = 50;
  const context = { request: conversation(rules), tenant: 'acme' };
  expect(idsOf(balancer.order(three, context))).toEqual(['a', 'b', 'c']);
});

it('needs no price', () => {
  const { first } = setUp();
  const expected = { inputTokens: 4000, outputTokens: 10, nanoUsd: null };
  const unpriced = ['x', 'y', 'z'].map((id) => ({ ...candidate(id), expected }));
  const firsts = [1, 2, 3, 4, 5, 6].map(() => first(conversation(rules), 'acme', unpriced));
  expect(new Set(firsts).size).toBe(1);
});
