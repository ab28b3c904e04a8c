import { type ChatRequest, createVirtualClock, isRouterError } from '@llm-router/core';
import { createPrefixMemory, type PrefixMemoryOptions } from '../src/index.ts';
import { conversation, longText } from './candidates.ts';

const rules = longText('rule', 4000);

const shareOf = (
  memory: ReturnType<typeof createPrefixMemory>,
  request: ChatRequest,
  id = 'a',
  tenant = 'acme',
) => memory.recall(request, tenant)?.knownShare(id);

describe('what is known of a prompt', () => {
  it('is nothing before it was sent, and nearly all afterwards', () => {
    const memory = createPrefixMemory();
    const request = conversation(rules, 'hello');
    expect(shareOf(memory, request)).toBe(0);
    memory.recall(request, 'acme')?.sentTo('a');
    // Four blocks of a thousand characters; the rest is a piece of one.
    expect(shareOf(memory, request)).toBeGreaterThan(0.95);
    expect(shareOf(memory, request)).toBeLessThan(1);
    expect(shareOf(memory, request, 'b')).toBe(0);
  });

  it('grows with the conversation', () => {
    const memory = createPrefixMemory();
    const turns = [rules];
    for (let turn = 0; turn < 8; turn++) {
      turns.push(longText(`turn${turn}`, 1500));
      const before = turns.slice(0, -1).join('').length;
      const known = shareOf(memory, conversation(...turns)) ?? 0;
      if (turn > 0) expect(known).toBeGreaterThan((before - 1000) / (before + 2200));
      memory.recall(conversation(...turns), 'acme')?.sentTo('a');
    }
    expect(shareOf(memory, conversation(...turns))).toBeGreaterThan(0.9);
  });

  it('ends where two conversations part', () => {
    const memory = createPrefixMemory();
    memory.recall(conversation(rules, longText('one', 4000)), 'acme')?.sentTo('a');
    const other = shareOf(memory, conversation(rules, longText('two', 4000)));
    expect(other).toBeGreaterThan(0.45);
    expect(other).toBeLessThanOrEqual(0.5);
    expect(shareOf(memory, conversation(longText('law', 4000), 'one'))).toBe(0);
  });

  it('is kept apart for each tenant, also where names begin alike', () => {
    const memory = createPrefixMemory({ blockCharacters: 1 });
    const request = conversation(longText('rule', 100));
    memory.recall(request, 'acme')?.sentTo('a');
    expect(shareOf(memory, request, 'a', 'acme')).toBeCloseTo(1, 9);
    for (const other of ['acm', 'acme{', 'ACME', '']) {
      expect(shareOf(memory, request, 'a', other)).toBe(0);
    }
  });

  it.each([
    ['tools', { tools: [{ type: 'function', function: { name: 'find' } }] }],
    ['functions', { functions: [{ name: 'find' }] }],
    ['the schema', { response_format: { type: 'json_object' } }],
  ] as const)('depends on %s, which providers read first', (_, head) => {
    const memory = createPrefixMemory();
    memory.recall({ ...conversation(rules), ...head }, 'acme')?.sentTo('a');
    expect(shareOf(memory, { ...conversation(rules), ...head })).toBeGreaterThan(0.9);
    expect(shareOf(memory, conversation(rules))).toBe(0);
  });

  it('does not depend on where the client has put its cache marker, nor on the form of a text', () => {
    const memory = createPrefixMemory();
    const marked = {
      type: 'text' as const,
      text: rules,
      cache_control: { type: 'ephemeral' as const },
    };
    memory.recall({ messages: [{ role: 'user', content: [marked] }] }, 'acme')?.sentTo('a');
    expect(shareOf(memory, { messages: [{ role: 'user', content: rules }] })).toBeGreaterThan(0.95);
  });

  it('does not depend on the marker of a tool or a picture either', () => {
    const memory = createPrefixMemory();
    const request = (marker: object): ChatRequest => ({
      tools: [{ type: 'function', function: { name: 'find' }, ...marker }],
      messages: [
        { role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:x' }, ...marker }] },
        { role: 'user', content: rules },
      ],
    });
    memory.recall(request({ cache_control: { type: 'ephemeral' } }), 'acme')?.sentTo('a');
    expect(shareOf(memory, request({}))).toBeGreaterThan(0.9);
  });

  it('tells apart what was said by whom', () => {
    const memory = createPrefixMemory();
    memory.recall({ messages: [{ role: 'user', content: rules }] }, 'acme')?.sentTo('a');
    expect(shareOf(memory, { messages: [{ role: 'system', content: rules }] })).toBe(0);
  });

  it('tells pictures apart by their size and their ends', () => {
    const memory = createPrefixMemory();
    const picture = (data: string): ChatRequest => ({
      messages: [
        { role: 'user', content: [{ type: 'image_url', image_url: { url: `data:${data}` } }] },
        { role: 'user', content: rules },
      ],
    });
    const [one, other] = [`${longText('xy', 9000)}1`, `${longText('xy', 9000)}2`];
    memory.recall(picture(one), 'acme')?.sentTo('a');
    expect(shareOf(memory, picture(one))).toBeGreaterThan(0.7);
    expect(shareOf(memory, picture(other))).toBeLessThan(0.5);
    expect(shareOf(memory, picture(`${longText('xy', 9003)}1`))).toBeLessThan(0.5);
  });

  it('takes prompts with characters that a cut leaves in halves', () => {
    const memory = createPrefixMemory({ blockCharacters: 1 });
    const request = conversation('🦜'.repeat(100));
    memory.recall(request, 'acme')?.sentTo('a');
    expect(shareOf(memory, request)).toBeGreaterThan(0.9);
    expect(shareOf(memory, conversation('🦝'.repeat(100)))).toBeLessThan(0.3);
  });

  it('compares no more than the first 256 blocks', () => {
    const memory = createPrefixMemory({ blockCharacters: 10 });
    memory.recall(conversation(longText('word', 10_000)), 'acme')?.sentTo('a');
    expect(memory.snapshot()).toEqual({ prefixes: 256 });
    expect(shareOf(memory, conversation(longText('word', 10_000)))).toBeCloseTo(0.256, 2);
  });
});

describe('what cannot be recalled', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const throwing = {
    toJSON() {
      throw new Error('no');
    },
  };

  it.each([
    ['less than a block', conversation('hello')],
    ['no messages', {}],
    ['messages that are none', { messages: 5 }],
    ['a message that is none', { messages: [null, conversation(rules)] }],
    ['a part that is none', { messages: [{ role: 'user', content: [null, rules] }] }],
    ['a cycle', { messages: conversation(rules).messages, tools: [cyclic] }],
    ['a getter that throws', { messages: [throwing, ...conversation(rules).messages] }],
    ['a big integer', { messages: [{ role: 'user', content: rules, size: 5n }] }],
  ])('is %s', (_, request) => {
    expect(createPrefixMemory().recall(request as ChatRequest, 'acme')).toBeUndefined();
  });
});

it('recalls nothing without a tenant', () => {
  const memory = createPrefixMemory();
  const tenants: readonly unknown[] = [undefined, null, 5];
  for (const tenant of tenants) {
    expect(memory.recall(conversation(rules), tenant as string)).toBeUndefined();
  }
});

describe('forgetting', () => {
  it('comes five minutes after the last use', async () => {
    const clock = createVirtualClock();
    const memory = createPrefixMemory({ clock });
    const request = conversation(rules);
    memory.recall(request, 'acme')?.sentTo('a');
    await clock.advance(299_000);
    expect(shareOf(memory, request)).toBeGreaterThan(0.9);
    memory.recall(request, 'acme')?.sentTo('a');
    await clock.advance(299_000);
    expect(shareOf(memory, request)).toBeGreaterThan(0.9);
    await clock.advance(2000);
    expect(shareOf(memory, request)).toBe(0);
  });

  it('is not put off by looking', async () => {
    const clock = createVirtualClock();
    const memory = createPrefixMemory({ clock, ttlMs: 1000 });
    memory.recall(conversation(rules), 'acme')?.sentTo('a');
    await clock.advance(900);
    expect(shareOf(memory, conversation(rules))).toBeGreaterThan(0.9);
    await clock.advance(900);
    expect(shareOf(memory, conversation(rules))).toBe(0);
  });

  it('begins with the longest beginnings of what is unused longest', () => {
    const memory = createPrefixMemory({ maxPrefixes: 6 });
    const [one, two] = [conversation(longText('one', 4000)), conversation(longText('two', 4000))];
    memory.recall(one, 'acme')?.sentTo('a');
    // To look at it is no use of it.
    expect(shareOf(memory, one)).toBeGreaterThan(0.9);
    memory.recall(two, 'acme')?.sentTo('a');
    expect(memory.snapshot()).toEqual({ prefixes: 6 });
    expect(shareOf(memory, one)).toBeCloseTo(0.5, 1);
    expect(shareOf(memory, two)).toBeGreaterThan(0.9);
  });
});

it.each([
  [{ ttlMs: 0.5 }, 'ttlMs is 0.5; expected a whole number'],
  [{ maxPrefixes: 0 }, 'maxPrefixes is 0'],
  [{ blockCharacters: 0 }, 'blockCharacters is 0'],
  [{ clock: 5 }, 'clock is 5'],
  [{ ttl: 5 }, "unknown option 'ttl'"],
])('refuses %j', (options, message) => {
  let thrown: unknown;
  try {
    createPrefixMemory(options as PrefixMemoryOptions);
  } catch (error) {
    thrown = error;
  }
  expect(isRouterError(thrown, 'invalid_config')).toBe(true);
  expect((thrown as Error).message).toContain(message);
});
