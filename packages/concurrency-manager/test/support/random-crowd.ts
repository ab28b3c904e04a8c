import type { Lease, Limits, Target } from '@llm-router/core';
import fc from 'fast-check';
import { createBench } from './bench.ts';

export const keys = ['a', 'b', 'pool'] as const;

/** One request of a crowd: when it comes, what it wants, and how it ends. */
export interface Visit {
  readonly atMs: number;
  readonly targets: readonly Target[];
  readonly tokens: number;
  readonly priority: number;
  readonly tenant: string;
  readonly holdMs: number;
  readonly deadlineMs: number | undefined;
  readonly abortMs: number | undefined;
  readonly end: 'settle' | 'settle more' | 'release' | 'dropped' | 'never';
}

export interface Change {
  readonly atMs: number;
  readonly key: (typeof keys)[number];
  readonly limits: Limits;
}

export interface Crowd {
  readonly limits: Readonly<Record<(typeof keys)[number], Limits>>;
  readonly visits: readonly Visit[];
  readonly changes: readonly Change[];
}

const maybe = (number: fc.Arbitrary<number>) => fc.option(number, { nil: undefined, freq: 3 });

const limits: fc.Arbitrary<Limits> = fc
  .record({
    maxConcurrent: maybe(fc.integer({ min: 1, max: 5 })),
    minIntervalMs: maybe(fc.integer({ min: 1, max: 200 })),
    requests: maybe(fc.integer({ min: 1, max: 20 })),
    tokens: maybe(fc.integer({ min: 400, max: 2000 })),
  })
  .map(({ maxConcurrent, minIntervalMs, requests, tokens }) => ({
    ...(maxConcurrent !== undefined && { maxConcurrent }),
    ...(minIntervalMs !== undefined && { minIntervalMs }),
    rules: [
      ...(requests === undefined
        ? []
        : [
            {
              unit: 'requests' as const,
              amount: requests,
              perMs: 1000,
              algorithm: 'sliding-window' as const,
            },
          ]),
      ...(tokens === undefined ? [] : [{ unit: 'tokens' as const, amount: tokens, perMs: 1000 }]),
    ],
  }));

const targets: fc.Arbitrary<readonly Target[]> = fc.constantFrom<(readonly Target[])[]>(
  [{ key: 'a' }],
  [{ key: 'b' }],
  [{ key: 'a', pools: ['pool'] }],
  [{ key: 'a', pools: ['b'] }],
  [
    { key: 'a', pools: ['pool'] },
    { key: 'b', pools: ['pool'] },
  ],
  [
    { key: 'b', rank: 1 },
    { key: 'a', rank: 0, pools: ['pool'] },
  ],
);

const visit: fc.Arbitrary<Visit> = fc.record({
  atMs: fc.integer({ min: 0, max: 4000 }),
  targets,
  tokens: fc.integer({ min: 0, max: 400 }),
  priority: fc.integer({ min: 0, max: 2 }),
  tenant: fc.constantFrom('x', 'y', 'constructor'),
  holdMs: fc.integer({ min: 0, max: 300 }),
  deadlineMs: maybe(fc.integer({ min: 0, max: 3000 })),
  abortMs: maybe(fc.integer({ min: 0, max: 2000 })),
  end: fc.constantFrom('settle', 'settle', 'settle more', 'release', 'dropped', 'never'),
});

export const crowds: fc.Arbitrary<Crowd> = fc.record({
  limits: fc.record({ a: limits, b: limits, pool: limits }),
  visits: fc.array(visit, { minLength: 20, maxLength: 80 }),
  changes: fc.array(
    fc.record({ atMs: fc.integer({ min: 0, max: 4000 }), key: fc.constantFrom(...keys), limits }),
    { maxLength: 4 },
  ),
});

/** How much of what was reserved is used in the end. */
const usedShare = { settle: 0.5, 'settle more': 2, release: 0, dropped: 1 } as const;

/** Longer than any hold, so that only those who never end expire. */
const leaseTtlMs = 5000;

export interface Outcome {
  /** Limits that an admission broke. */
  readonly broken: readonly string[];
  readonly granted: number;
  readonly refused: number;
  /** Requests that were neither granted nor refused in the end. */
  readonly unanswered: number;
  readonly queued: number;
  readonly inFlight: number;
  readonly sleeping: number;
}

/** Lets a crowd in and audits every admission. */
export async function run(crowd: Crowd): Promise<Outcome> {
  const bench = createBench({ limits: crowd.limits, leaseTtlMs });
  const { clock, manager } = bench;
  const books = new Map(keys.map((key) => [key as string, createBook(crowd.limits[key])]));
  const broken: string[] = [];
  const count = { granted: 0, refused: 0 };

  async function attend(visit: Visit): Promise<void> {
    await clock.sleep(visit.atMs);
    const controller = new AbortController();
    const { abortMs, deadlineMs } = visit;
    if (abortMs !== undefined) void clock.sleep(abortMs).then(() => controller.abort());
    let lease: Lease;
    try {
      lease = await manager.acquire(visit.targets, {
        need: { inputTokens: visit.tokens },
        priority: visit.priority,
        tenant: visit.tenant,
        signal: controller.signal,
        ...(deadlineMs !== undefined && { deadline: clock.now() + deadlineMs }),
      });
    } catch {
      count.refused += 1;
      return;
    }
    count.granted += 1;
    const target = visit.targets.find(({ key }) => key === lease.key);
    const taken = [lease.key, ...(target?.pools ?? [])].map((key) => books.get(key));
    const entries = taken.map((book) => book?.enter(clock.now(), visit.tokens));
    for (const book of taken) broken.push(...(book?.audit(clock.now()) ?? []));
    await clock.sleep(visit.holdMs);
    if (visit.end === 'never') return;
    const used = visit.tokens * usedShare[visit.end];
    for (const entry of entries) if (entry) Object.assign(entry, { isOpen: false, tokens: used });
    if (visit.end === 'release') lease.release();
    else lease.settle({ inputTokens: used }, visit.end === 'dropped' ? 'dropped' : 'success');
  }

  for (const { atMs, key, limits: next } of crowd.changes) {
    void clock.sleep(atMs + 0.5).then(() => {
      manager.update({ [key]: next });
      books.get(key)?.change(next);
    });
  }
  const work = crowd.visits.map(attend);
  await clock.advance(600_000);
  const snapshot = manager.snapshot();
  void work;
  return {
    broken,
    ...count,
    unanswered: crowd.visits.length - count.granted - count.refused,
    queued: snapshot.queued,
    inFlight: Object.values(snapshot.limits).reduce((sum, limit) => sum + limit.inFlight, 0),
    sleeping: bench.sleeping(),
  };
}

interface Entry {
  readonly at: number;
  tokens: number;
  isOpen: boolean;
}

/** Keeps the books of one key by counting, with none of the tracker's arithmetic. */
function createBook(first: Limits) {
  let limits = first;
  /** What came before had other limits per time. */
  let from = 0;
  const entries: Entry[] = [];

  function tokensTooMany(now: number, perSecond: number): boolean {
    let sum = 0;
    return entries
      .slice(from)
      .reverse()
      .some(({ at, tokens }) => {
        sum += tokens;
        return sum > perSecond * (1 + (now - at) / 1000) + 1e-3;
      });
  }

  return {
    change(next: Limits): void {
      limits = next;
      from = entries.length;
    },
    enter(at: number, tokens: number): Entry {
      const entry = { at, tokens, isOpen: true };
      entries.push(entry);
      return entry;
    },
    audit(now: number): string[] {
      const wrong: string[] = [];
      const open = entries.filter((entry) => entry.isOpen && now - entry.at < leaseTtlMs).length;
      if (open > (limits.maxConcurrent ?? open)) wrong.push(`${open} in flight`);
      const previous = entries.at(-2);
      if (previous && now - previous.at < (limits.minIntervalMs ?? 0) - 1e-6)
        wrong.push('too soon');
      for (const { unit, amount } of limits.rules ?? []) {
        const recent = entries.slice(from).filter(({ at }) => now - at < 1000).length;
        if (unit === 'requests' && recent > amount) wrong.push(`${recent} requests in a second`);
        if (unit === 'tokens' && tokensTooMany(now, amount)) wrong.push('too many tokens');
      }
      return wrong;
    },
  };
}
