import fc from 'fast-check';
import type { BatchItem } from 'llm-router';
import { createTally } from '../src/tally.ts';
import { answered, failed, ledgerOf } from './support.ts';

const failure = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(429, 500))
  .map(([name, status]) => `${name} ${status}`);

const item: fc.Arbitrary<BatchItem> = fc
  .record({
    failures: fc.array(failure, { maxLength: 4 }),
    last: fc.constantFrom('a', 'b', 'c', undefined),
    nanoUsd: fc.nat(1_000_000),
    stopped: fc.boolean(),
  })
  .map(({ failures, last, nanoUsd, stopped }) =>
    last === undefined
      ? failed(ledgerOf(failures), { code: stopped ? 'aborted' : 'all_failed' })
      : answered(ledgerOf([...failures, last], { nanoUsd })),
  );

test('nothing is lost and nothing counted twice', () => {
  fc.assert(
    fc.property(fc.array(item), fc.nat(20), (items, more) => {
      const tally = createTally(items.length + more);
      for (const one of items) tally.add(one);
      const report = tally.report(1000);
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
      const { firstAttempt, afterRetry, byFallback } = report.results;
      expect(report.notStarted).toBe(more);
      expect(report.answered + report.failed + report.interrupted).toBe(items.length);
      expect(firstAttempt + afterRetry + byFallback).toBe(report.answered);
      expect(sum(report.results.failed.map(({ count }) => count))).toBe(report.failed);
      expect(sum(report.deployments.map(({ answers }) => answers))).toBe(report.answered);
      expect(sum(report.deployments.map(({ outputTokens }) => outputTokens))).toBe(
        report.tokens.output,
      );
      expect(sum(report.deployments.map(({ cost }) => cost.nanoUsd ?? Number.NaN))).toBe(
        report.cost.total.nanoUsd,
      );
    }),
  );
});
