import { printReport } from '../src/print-report.ts';
import { createTally } from '../src/tally.ts';
import { answered, failed, ledgerOf } from './support.ts';

test('the report says what was answered, what it cost, who served it and why it moved', () => {
  const tally = createTally(3);
  const candidates = [
    {
      deployment: 'a',
      rank: 0,
      reasons: ['listed as no. 1 of 2', 'behind its peers: unhealthy'],
      verdict: 'refused' as const,
      by: 'limit' as const,
      waitMs: 900,
      detail: 'spilled: would have waited 900 ms for requests per minute of a',
    },
    { deployment: 'b', rank: 1, reasons: ['near '.repeat(40)], verdict: 'chosen' as const },
    { deployment: 'c', rank: 2, verdict: 'eligible' as const },
  ];
  const waits = [{ forMs: 1250, limitedBy: `tokens per minute of ${'b'.repeat(100)}` }];
  tally.add(answered(ledgerOf(['a 500', 'b'], { nanoUsd: 1_500_000, candidates, waits })));
  tally.add(answered(ledgerOf(['a'], { nanoUsd: 500_000 })));
  tally.add(failed(ledgerOf(['a 500']), { category: 'server_error', status: 500 }));
  const text = printReport(tally.report(4000));
  for (const line of [
    'answered  2 of 3 (66.7 %)',
    '4,000 ms, 0.5 requests per second',
    'cost      $0.002',
    '$0.001 each, $1.00 per 1,000, $1000.00 per 1,000,000',
    '20 in, 40 out',
    '10 in and 20 out on average',
    '1 at the first attempt, 0 after a retry, 1 by a fallback, 1 failed',
    '0 seen by you, 0 on the wire',
    '1 × server_error (500): It broke',
    '1 × a → b after server_error (500)',
    '1 × a → b at its limit',
    '1. a server_error (500) after 100 ms → the next that is free',
    '2. b answered after 100 ms (10 tokens in, 20 tokens out, cost $0.0015)',
    'listed as no. 1 of 2; behind its peers: unhealthy',
    'spilled: would have waited 900 ms for requests per minute of a',
    'ended ok after 500 ms, 0.5 ms of them',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).toMatch(/\n0 +a +refused: limit +unknown +900 ms/);
  expect(text).toMatch(/\n1 +b +chosen /);
  expect(text).toMatch(/waited 1,250 ms \(tokens per minute of b+\)/);
  expect(text).not.toContain('\u001b');
});

test('without an answer there is no average, and what was cut off is said', () => {
  const tally = createTally(4);
  tally.add(failed(undefined, { code: 'aborted' }));
  const text = printReport(tally.report(10));
  expect(text).toContain('0 of 4; 1 cut off, 3 not started');
  expect(text).not.toMatch(/null|NaN|undefined|on average|each/);
});

test('a record that differs is shouted, line by line', () => {
  const report = createTally(1).report(0);
  const differences = ['a: answers: the report has 1, the model has 2'];
  const text = printReport(report, { outcome: 'differs', detail: '1 number differs', differences });
  expect(text).toContain("!!! THE MODELS' OWN RECORDS DIFFER FROM THIS REPORT: 1 number differs.");
  expect(text).toContain(`  ${differences[0]}`);
});
