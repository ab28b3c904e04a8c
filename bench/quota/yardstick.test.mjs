import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../packages/core/dist/index.js';
import { lowerBound } from './lower-bound.mjs';
import { makeRequests } from './make-requests.mjs';
import { scenarios } from './scenarios.mjs';
import { idealSchedule } from './yardstick.mjs';

const equal = (count, latencyMs, tokens = 0) =>
  Array.from({ length: count }, () => ({ latencyMs, tokens }));

const work = (scenario, count, seed) =>
  makeRequests(scenario, { count, seed, counts: 'produced' }).map((request) => ({
    latencyMs: request.latencyMs,
    tokens: request.promptTokens + request.outputTokens,
  }));

test('a burst goes at once and the rest at the rate', () => {
  const models = [{ name: 'a', requests: { burst: 3, perSecond: 2 } }];
  const { makespanMs, placed } = idealSchedule(equal(5, 100), models);
  assert.deepEqual(
    placed.map(({ startMs }) => startMs),
    [0, 0, 0, 500, 1000],
  );
  assert.equal(makespanMs, 1100);
});

test('a large request waits for its tokens and holds up those behind it', () => {
  const models = [{ name: 'a', tokens: { burst: 100, perSecond: 10 } }];
  const sizes = [80, 50, 10];
  const { placed } = idealSchedule(
    sizes.map((tokens) => ({ latencyMs: 1, tokens })),
    models,
  );
  assert.deepEqual(
    placed.map(({ startMs }) => startMs),
    [0, 3000, 4000],
  );
});

test('a slot is taken again at the moment it frees', () => {
  const models = [{ name: 'a', maxConcurrent: 2 }];
  const latencies = [100, 300, 50, 10];
  const { placed } = idealSchedule(
    latencies.map((latencyMs) => ({ latencyMs, tokens: 0 })),
    models,
  );
  assert.deepEqual(
    placed.map(({ startMs }) => startMs),
    [0, 0, 100, 150],
  );
});

test('the head of the queue goes to the model that can take it soonest, never to one that is down', () => {
  const models = [
    { name: 'gone', maxConcurrent: 9, down: true },
    { name: 'slow', requests: { burst: 1, perSecond: 1 } },
    { name: 'quick', maxConcurrent: 1 },
  ];
  const { placed } = idealSchedule(equal(4, 400), models);
  assert.deepEqual(
    placed.map(({ model }) => model),
    ['slow', 'quick', 'quick', 'quick'],
  );
});

test('a request that is larger than every bucket is an error', () => {
  const models = [{ name: 'a', tokens: { burst: 10, perSecond: 1 } }];
  assert.throws(() => idealSchedule(equal(1, 1, 11), models), RangeError);
});

test('the lower bound of equal requests on one model is what the yardstick reaches', () => {
  for (const limit of [
    { requests: { burst: 4, perSecond: 3 } },
    { tokens: { burst: 40, perSecond: 30 } },
    { maxConcurrent: 4 },
  ]) {
    const models = [{ name: 'a', ...limit }];
    const requests = equal(20, 250, 10);
    const { makespanMs } = idealSchedule(requests, models);
    assert.ok(Math.abs(lowerBound(requests, models) - makespanMs) < 1e-6, JSON.stringify(limit));
  }
});

test('the lower bound is that of the best pairing of starts and latencies under a request limit', () => {
  const models = [{ name: 'a', requests: { burst: 2, perSecond: 1 } }];
  const requests = [900, 100, 500, 2000].map((latencyMs) => ({ latencyMs, tokens: 0 }));
  // Longest first: 2000 and 900 at 0, 500 at 1000, 100 at 2000.
  assert.equal(lowerBound(requests, models), 2100);
});

test('no order of arrival beats the lower bound, in any scenario', () => {
  for (const scenario of scenarios) {
    for (let seed = 1; seed <= 20; seed++) {
      const requests = work(scenario, 60, seed);
      const random = createRandom(seed);
      const orders = [
        requests,
        requests.toSorted((a, b) => b.latencyMs - a.latencyMs),
        requests.toSorted((a, b) => b.tokens - a.tokens),
        requests.toSorted(() => random() - 0.5),
      ];
      const bound = lowerBound(requests, scenario.models);
      for (const order of orders) {
        const { makespanMs } = idealSchedule(order, scenario.models);
        assert.ok(makespanMs >= bound - 1e-6, `${scenario.name}, seed ${seed}`);
      }
    }
  }
});

test('the yardstick keeps within every limit', () => {
  for (const scenario of scenarios) {
    const requests = work(scenario, 80, 3);
    const { placed } = idealSchedule(requests, scenario.models);
    for (const model of scenario.models) {
      const own = placed.map((one, index) => ({ ...one, ...requests[index] }));
      checkLimits(
        model,
        own.filter((one) => one.model === model.name),
      );
    }
  }
});

/** In any span between two starts no more is taken than the burst and what comes back meanwhile. */
function checkLimits({ requests, tokens, maxConcurrent }, own) {
  for (let first = 0; first < own.length; first++) {
    let sum = 0;
    for (let last = first; last < own.length; last++) {
      sum += own[last].tokens;
      const seconds = (own[last].startMs - own[first].startMs) / 1000;
      if (requests) {
        assert.ok(last - first + 1 <= requests.burst + seconds * requests.perSecond + 1e-6);
      }
      if (tokens) assert.ok(sum <= tokens.burst + seconds * tokens.perSecond + 1e-6);
    }
    const at = own[first].startMs;
    const inFlight = own.filter(({ startMs, endMs }) => startMs <= at && at < endMs).length;
    if (maxConcurrent) assert.ok(inFlight <= maxConcurrent);
  }
}
