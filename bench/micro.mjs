// The CPU of single operations, beside the limiters that people use, in one process.
//
//   npm run micro -- [rounds]
import Bottleneck from 'bottleneck';
import pLimit from 'p-limit';
import PQueue from 'p-queue';
import { RateLimiterMemory, RateLimiterUnion } from 'rate-limiter-flexible';
import { createConcurrencyManager } from '../packages/concurrency-manager/dist/index.js';
import { createRateLimitTracker } from '../packages/rate-limit-tracker/dist/index.js';

const rounds = Number(process.argv[2] ?? 5);
const many = 1e9;
const limits = {
  requestsPerMinute: many,
  inputTokensPerMinute: many,
  outputTokensPerMinute: many,
  usdPerDay: 1e6,
};
const need = { inputTokens: 900, outputTokens: 100, nanoUsd: 1000 };
const used = { inputTokens: 880, outputTokens: 120, nanoUsd: 1100 };

/** Microseconds of CPU for each of `count` operations: the best of some rounds after a warm-up. */
async function measure(count, work) {
  await work(Math.min(count, 10_000));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    await work(count);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / count);
  }
  return best;
}

const reserving = {
  async 'llm-router'(count) {
    const tracker = createRateLimitTracker({ limits: { k: limits } });
    for (let index = 0; index < count; index++) {
      const taken = tracker.reserve('k', need);
      if (taken.ok) taken.lease.settle(used);
    }
  },
  async 'rate-limiter-flexible (four in a union, consume only)'(count) {
    const four = [1, 2, 3, 4].map(
      (key) => new RateLimiterMemory({ keyPrefix: `rule ${key}`, points: many, duration: 60 }),
    );
    const union = new RateLimiterUnion(...four);
    for (let index = 0; index < count; index++) await union.consume('k');
  },
};

const acquiring = {
  async 'llm-router (four rules)'(count) {
    const manager = createConcurrencyManager({ limits: { k: limits } });
    for (let index = 0; index < count; index++) {
      const lease = await manager.acquire('k', { need });
      lease.settle(used);
    }
  },
  async 'p-limit (slots only)'(count) {
    const limit = pLimit(10);
    for (let index = 0; index < count; index++) await limit(async () => index);
  },
  async 'p-queue (slots only)'(count) {
    const queue = new PQueue({ concurrency: 10 });
    for (let index = 0; index < count; index++) await queue.add(async () => index);
  },
  async 'bottleneck (slots only)'(count) {
    const limiter = new Bottleneck({ maxConcurrent: 10 });
    for (let index = 0; index < count; index++) await limiter.schedule(async () => index);
  },
};

const priorities = 8;

/** All wait behind one slot, with priorities, and are then served. */
const waiting = {
  async 'llm-router'(count) {
    const manager = createConcurrencyManager({ limits: { k: { maxConcurrent: 1 } } });
    await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const lease = await manager.acquire('k', { priority: index % priorities });
        lease.settle({});
      }),
    );
  },
  async 'p-queue'(count) {
    const queue = new PQueue({ concurrency: 1 });
    await Promise.all(
      Array.from({ length: count }, (_, index) =>
        queue.add(async () => index, { priority: index % priorities }),
      ),
    );
  },
  async bottleneck(count) {
    const limiter = new Bottleneck({ maxConcurrent: 1 });
    await Promise.all(
      Array.from({ length: count }, (_, index) =>
        limiter.schedule({ priority: index % priorities }, async () => index),
      ),
    );
  },
};

/** As many operations whatever the number that wait together. */
const inBatches = (work, waiters) => async (count) => {
  for (let done = 0; done < count; done += waiters) await work(waiters);
};

async function table(title, contenders, measureOne) {
  console.log(`\n${title}`);
  for (const [name, work] of Object.entries(contenders)) {
    console.log(`  ${(await measureOne(work, name)).padEnd(30)} ${name}`);
  }
}

const us = (figure) => `${figure.toFixed(2)} µs`;
await table('reserve and settle, four rules', reserving, async (work) =>
  us(await measure(200_000, work)),
);
await table('acquire and settle, nobody waits', acquiring, async (work, name) =>
  us(await measure(name.startsWith('bottleneck') ? 2000 : 50_000, work)),
);
await table('one of 100 waiters, one of 100,000, with priorities', waiting, async (work, name) => {
  // A round of bottleneck's with 100,000 would take minutes.
  const most = name === 'bottleneck' ? 2000 : 100_000;
  const few = await measure(Math.min(most, 10_000), inBatches(work, 100));
  const lots = await measure(most, work);
  const note = most === 100_000 ? '' : ` (one of ${most})`;
  return `${us(few)}, ${us(lots)}${note}  ×${(lots / few).toFixed(1)}`;
});
