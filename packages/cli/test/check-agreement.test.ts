import type { Hit } from '@llm-router/simulator';
import { checkAgreement } from '../src/check-agreement.ts';
import { createTally } from '../src/tally.ts';
import { answered, failed, ledgerOf } from './support.ts';

const hit: Hit = {
  number: 1,
  at: 1_000_000,
  model: 'a',
  stream: false,
  status: 200,
  outcome: 'ok',
  inputTokens: 10,
  outputTokens: 20,
  nanoUsd: 100,
  inFlightAtStart: 0,
};
const empty = { inputTokens: 0, outputTokens: 0, nanoUsd: 0 };
const refused: Hit = { ...hit, number: 2, status: 429, outcome: 'refused', ...empty };
const answer: Hit = { ...hit, number: 3, model: 'b' };

function reportOf() {
  const tally = createTally(2);
  tally.add(answered(ledgerOf(['a'])));
  tally.add(answered(ledgerOf(['a 429', 'b'])));
  return tally.report(1000);
}

test('a report agrees with the record that it comes from', () => {
  expect(checkAgreement(reportOf(), [hit, refused, answer])).toMatchObject({
    outcome: 'agrees',
    differences: [],
  });
});

test.each<[string, Hit[], string]>([
  ['a token', [{ ...hit, outputTokens: 21 }, refused, answer], 'a: tokens out'],
  ['a billionth of a dollar', [{ ...hit, nanoUsd: 101 }, refused, answer], 'a: billionths'],
  ['an unknown price', [{ ...hit, nanoUsd: null }, refused, answer], 'a: billionths'],
  ['a refusal', [hit, { ...refused, status: 500, outcome: 'failed' }, answer], '429s'],
  ['a request', [hit, refused], 'b: answers'],
  ['a model', [hit, refused, answer, { ...hit, model: 'c' }], 'c: requests on the wire'],
])('%s more or less is found', (_, hits, difference) => {
  const agreement = checkAgreement(reportOf(), hits);
  expect(agreement.outcome).toBe('differs');
  expect(agreement.differences.join('\n')).toContain(difference);
});

test('where the two cannot agree nothing is claimed', () => {
  expect(checkAgreement(reportOf(), [refused, answer]).outcome).toBe('not_checked');
  const tally = createTally(1);
  tally.add(failed(ledgerOf(['a 500']), { code: 'aborted' }));
  expect(checkAgreement(tally.report(1), [hit]).outcome).toBe('not_checked');
});
