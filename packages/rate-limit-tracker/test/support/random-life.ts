import {
  createVirtualClock,
  type Lease,
  type LimitRule,
  type Limits,
  type Need,
} from '@llm-router/core';
import fc from 'fast-check';
import { createRateLimitTracker } from '../../src/index.ts';
import { type Use, worstExcess } from './bounds.ts';

const keys = ['model', 'account', 'tenant'] as const;
type Key = (typeof keys)[number];

export type Command =
  | { readonly do: 'reserve'; readonly keys: readonly Key[]; readonly tokens: number }
  | { readonly do: 'settle'; readonly which: number; readonly usedShare: number }
  | { readonly do: 'release'; readonly which: number; readonly twice: boolean }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'update'; readonly key: Key; readonly limits: Limits }
  | { readonly do: 'block'; readonly key: Key; readonly ms: number };

const algorithm = fc.constantFrom('token-bucket', 'sliding-window', 'fixed-window');

/** At most one rule of each unit and period, so that a rule can be followed through updates. */
const limits: fc.Arbitrary<Limits> = fc
  .record({
    requests: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    tokens: fc.option(fc.integer({ min: 100, max: 900 }), { nil: undefined }),
    maxConcurrent: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    minIntervalMs: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
    algorithms: fc.tuple(algorithm, algorithm),
  })
  .map(
    ({ requests, tokens, maxConcurrent, minIntervalMs, algorithms: [forRequests, forTokens] }) => ({
      ...(maxConcurrent !== undefined && { maxConcurrent }),
      ...(minIntervalMs !== undefined && { minIntervalMs }),
      rules: [
        ...(requests === undefined
          ? []
          : [{ unit: 'requests' as const, amount: requests, perMs: 1000, algorithm: forRequests }]),
        ...(tokens === undefined
          ? []
          : [{ unit: 'tokens' as const, amount: tokens, perMs: 3000, algorithm: forTokens }]),
      ],
    }),
  );

const which = fc.nat(10);
const reserve = fc.record({
  do: fc.constant('reserve' as const),
  keys: fc.subarray([...keys], { minLength: 1 }),
  tokens: fc.integer({ min: 0, max: 400 }),
});
const command: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: reserve, weight: 5 },
  {
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      which,
      usedShare: fc.double({ min: 0, max: 2, noNaN: true }),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({ do: fc.constant('release' as const), which, twice: fc.boolean() }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      ms: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 300, max: 4000 })),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('update' as const),
      key: fc.constantFrom(...keys),
      limits,
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('block' as const),
      key: fc.constantFrom(...keys),
      ms: fc.integer({ min: -500, max: 500 }),
    }),
    weight: 1,
  },
);

export const lives: fc.Arbitrary<Life> = fc.record({
  limits: fc.record({ model: limits, account: limits, tenant: limits }),
  commands: fc.array(command, { minLength: 60, maxLength: 120 }),
});

export interface Life {
  readonly limits: Readonly<Record<Key, Limits>>;
  readonly commands: readonly Command[];
}

const leaseTtlMs = 2500;

/** What a reader of the books of one key knows, kept without any of the tracker's arithmetic. */
interface Books {
  limits: Limits;
  /** From which request on each rule has stood as it stands: those before had another limit. */
  ruledSince: Map<LimitRule, number>;
  readonly starts: number[];
  readonly requests: Use[];
  readonly tokens: Use[];
  readonly inFlight: Map<Lease, number>;
  blockedUntil: number;
}

/** Lives a random life and calls `broken` with every limit that an admission breaks. */
export async function live(
  life: Life,
  broken: (what: string) => void,
): Promise<{ admitted: number }> {
  const clock = createVirtualClock();
  const tracker = createRateLimitTracker({ clock, limits: life.limits, leaseTtlMs });
  const books = new Map<Key, Books>(keys.map((key) => [key, openBooks(life.limits[key])]));
  const open: { lease: Lease; tokens: number; uses: Use[]; keys: readonly Key[] }[] = [];
  let admitted = 0;
  const bookOf = (key: Key) => books.get(key) as Books;

  for (const step of life.commands) {
    const now = clock.now();
    if (step.do === 'advance') await clock.advance(step.ms);
    else if (step.do === 'block') {
      tracker.block(step.key, now + step.ms, 'blocked');
      const book = bookOf(step.key);
      book.blockedUntil = Math.max(book.blockedUntil, now + step.ms);
    } else if (step.do === 'update') {
      tracker.update({ [step.key]: step.limits });
      changeLimits(bookOf(step.key), step.limits);
    } else if (step.do === 'reserve') {
      const need: Need = { inputTokens: step.tokens };
      const before = JSON.stringify(tracker.snapshot());
      const fits = step.keys.every((key) => tracker.check(key, need).ok);
      const taken = tracker.reserve(step.keys, need);
      if (taken.ok !== fits) broken('check and reserve disagree');
      if (!taken.ok) {
        if (JSON.stringify(tracker.snapshot()) !== before) broken('a refusal took something');
        continue;
      }
      admitted += 1;
      const uses = step.keys.map((key) => enter(bookOf(key), taken.lease, now, step.tokens));
      open.push({ lease: taken.lease, tokens: step.tokens, uses, keys: step.keys });
      for (const key of step.keys) audit(key, bookOf(key), now, broken);
    } else {
      const [ended] = open.splice(step.which % Math.max(1, open.length), 1);
      if (ended === undefined) continue;
      const used = step.do === 'settle' ? step.usedShare * ended.tokens : 0;
      if (step.do === 'settle') ended.lease.settle({ inputTokens: used });
      else ended.lease.release();
      if (step.do === 'release' && step.twice) ended.lease.settle({ inputTokens: 0 });
      for (const use of ended.uses) use.amount = used;
      for (const key of ended.keys) bookOf(key).inFlight.delete(ended.lease);
    }
  }
  return { admitted };
}

function openBooks(limits: Limits): Books {
  const ruledSince = new Map((limits.rules ?? []).map((rule) => [rule, 0]));
  const blockedUntil = Number.NEGATIVE_INFINITY;
  return {
    limits,
    ruledSince,
    starts: [],
    requests: [],
    tokens: [],
    inFlight: new Map(),
    blockedUntil,
  };
}

/** A rule that only changes its amount goes on; one that is new begins now. */
function changeLimits(book: Books, next: Limits): void {
  const before = [...book.ruledSince];
  book.ruledSince = new Map(
    (next.rules ?? []).map((rule) => {
      const same = before.find(
        ([known]) => known.unit === rule.unit && known.algorithm === rule.algorithm,
      );
      // Under a bucket whose rate changes, earlier windows had another rate.
      const goesOn = same !== undefined && rule.algorithm !== 'token-bucket';
      return [rule, goesOn ? same[1] : book.starts.length];
    }),
  );
  book.limits = next;
}

function enter(book: Books, lease: Lease, now: number, tokens: number): Use {
  book.starts.push(now);
  book.inFlight.set(lease, now);
  book.requests.push({ at: now, amount: 1 });
  const use = { at: now, amount: tokens };
  book.tokens.push(use);
  return use;
}

function audit(key: Key, book: Books, now: number, broken: (what: string) => void): void {
  const { maxConcurrent = Number.POSITIVE_INFINITY, minIntervalMs = 0 } = book.limits;
  const alive = [...book.inFlight.values()].filter((since) => now - since < leaseTtlMs);
  if (alive.length > maxConcurrent) broken(`${key}: ${alive.length} in flight of ${maxConcurrent}`);
  const previous = book.starts.at(-2);
  if (previous !== undefined && now - previous < minIntervalMs - 1e-6) {
    broken(`${key}: ${now - previous} ms between starts of ${minIntervalMs}`);
  }
  if (now < book.blockedUntil) broken(`${key}: admitted while blocked`);
  for (const [rule, since] of book.ruledSince) {
    const uses = (rule.unit === 'requests' ? book.requests : book.tokens).slice(since);
    const excess = worstExcess(rule, uses);
    if (excess > 0) broken(`${key}: ${excess} ${rule.unit} too many for ${JSON.stringify(rule)}`);
  }
}
