import { unknownCost } from '@llm-router/core';
import { createTally } from '../src/tally.ts';
import { answered, failed, ledgerOf, priced } from './support.ts';

test('answers are sorted by how they were come by', () => {
  const tally = createTally(6);
  tally.add(answered(ledgerOf(['a'])));
  tally.add(answered(ledgerOf(['a 500', 'a'])));
  tally.add(answered(ledgerOf(['a 500', 'b 500', 'c'])));
  tally.add(answered(ledgerOf(['a 500', 'b 429', 'a'])));
  tally.add(answered(ledgerOf(['a 429', 'b'])));
  tally.add(failed(ledgerOf(['a 500', 'b 429']), { category: 'rate_limit', status: 429 }));
  const { results, rateLimits, successRate } = tally.report(1000);
  expect(results).toEqual({
    firstAttempt: 1,
    afterRetry: 2,
    byFallback: 2,
    failed: [{ reason: 'rate_limit (429)', count: 1, message: 'It broke' }],
  });
  expect(rateLimits).toEqual({ seenByCaller: 1, onWire: 3 });
  expect(successRate).toBe(5 / 6);
});

test('money is the sum of all attempts, and its shares are by answer', () => {
  const tally = createTally(3);
  tally.add(answered(ledgerOf(['a'], { nanoUsd: 1_000_001 })));
  tally.add(answered(ledgerOf(['b'], { nanoUsd: 2_000_000 })));
  tally.add(failed(ledgerOf(['b 500'], { cost: priced(3) })));
  expect(tally.report(2000).cost).toEqual({
    total: priced(3_000_004),
    perItem: priced(1_500_002),
    perThousand: priced(1_500_002_000),
    perMillion: priced(1_500_002_000_000),
  });
});

test('one unknown cost makes the total unknown, never smaller', () => {
  const tally = createTally(2);
  tally.add(answered(ledgerOf(['a'])));
  tally.add(answered({ ...ledgerOf(['a']), cost: unknownCost }));
  expect(tally.report(1).cost.total).toEqual(unknownCost);
});

test('what was cut off is neither answered nor failed, and its cost is said to be unknown', () => {
  const tally = createTally(10);
  const cutOff = ledgerOf(['a 500']);
  const attempts = cutOff.attempts.map((attempt) => ({ ...attempt, outcome: 'aborted' as const }));
  tally.add(failed({ ...cutOff, attempts }, { code: 'aborted' }));
  tally.add(failed(undefined, { code: 'invalid_request', message: 'no messages' }));
  const report = tally.report(0);
  expect(report).toMatchObject({ interrupted: 1, failed: 1, notStarted: 8, successRate: 0 });
  expect(report.attemptsOfUnknownCost).toBe(1);
  expect(report.requestsPerSecond).toBe(0);
  expect(report.cost.perItem).toEqual(unknownCost);
  expect(report.tokens.averageInput).toBeNull();
  expect(report.results.failed).toEqual([
    { reason: 'invalid_request', count: 1, message: 'no messages' },
  ]);
});

test('each deployment has its requests, answers, tokens, dollars and medians', () => {
  const tally = createTally(2);
  const waits = [
    { forMs: 150, limitedBy: 'tokens' },
    { forMs: 50, limitedBy: 'requests' },
  ];
  tally.add(answered(ledgerOf(['a 500', 'b'], { waits })));
  tally.add(answered(ledgerOf(['b'], { waits })));
  const [first, second] = tally.report(1000).deployments;
  expect(first).toMatchObject({
    deployment: 'b',
    attempts: 2,
    answers: 2,
    inputTokens: 20,
    outputTokens: 40,
    cost: priced(200),
  });
  expect(Math.abs((first?.medianWaitMs ?? 0) - 200)).toBeLessThanOrEqual(2);
  expect(Math.abs((first?.medianLatencyMs ?? 0) - 100)).toBeLessThanOrEqual(1);
  expect(second).toMatchObject({ deployment: 'a', attempts: 1, answers: 0, medianWaitMs: null });
});

test('moves are counted by from, to and reason; a retry in place is no move', () => {
  const tally = createTally(4);
  tally.add(answered(ledgerOf(['a 500', 'b'])));
  tally.add(answered(ledgerOf(['a 500', 'b 429', 'a'])));
  tally.add(answered(ledgerOf(['c 500', 'c'])));
  expect(tally.report(1).fallbacks).toEqual([
    { from: 'a', to: 'b', reason: 'server_error (500)', count: 2 },
    { from: 'b', to: 'a', reason: 'rate_limit (429)', count: 1 },
  ]);
});

test('a better candidate at its limit is a spill; a worse or an unfit one is none', () => {
  const tally = createTally(1);
  const refused = { verdict: 'refused', by: 'limit' } as const;
  const candidates = [
    { deployment: 'a', rank: 0, ...refused, waitMs: 400 },
    { deployment: 'b', rank: 1, verdict: 'chosen' as const },
    { deployment: 'c', rank: 2, ...refused, waitMs: 900 },
    { deployment: 'd', rank: 0, ...refused },
  ];
  tally.add(answered(ledgerOf(['b'], { candidates })));
  const { spills } = tally.report(1);
  expect(spills).toMatchObject([{ from: 'a', to: 'b', count: 1 }]);
  expect(Math.abs((spills[0]?.medianSparedMs ?? 0) - 400)).toBeLessThanOrEqual(4);
});

test('the example is a request that a real failure sent elsewhere, if there is one', () => {
  const tally = createTally(5);
  const waits = [{ forMs: 5, limitedBy: 'requests' }];
  tally.add(answered(ledgerOf(['a'], { waits, id: 'waited' })));
  tally.add(answered(ledgerOf(['a 429', 'b'], { id: 'refused' })));
  tally.add(answered(ledgerOf(['a 500', 'b'], { id: 'broke' })));
  tally.add(answered(ledgerOf(['a 500', 'b'], { id: 'broke later' })));
  tally.add(answered(ledgerOf(['a 500', 'a'], { id: 'retried' })));
  expect(tally.report(1).example?.id).toBe('broke');
});
