import { countRequests, mostBeside, overdrawn } from './count-requests.ts';
import type { Aftermath, Ending } from './play-storm.ts';

/** What a call may end with; anything else says that the router has lost its way. */
const fairCodes: readonly string[] = [
  'ok',
  'all_failed',
  'deadline_exceeded',
  'aborted',
  'stream_broken',
  'invalid_request',
  'no_candidate',
  'circuit_open',
  'budget_exceeded',
];

/** Timers of the queue are exact to a fraction of a millisecond. */
const roundingMs = 0.01;

/** Retries that waited for their turn were counted before they started. */
const earlyRetries = 2;

/** Everything that is wrong with what came of a storm, in words. */
export function findWrongs(aftermath: Aftermath): readonly string[] {
  const { endings, storm, succeeded, failed, leaks, unrepaired } = aftermath;
  const answered = endings.filter(({ ledger }) => ledger?.outcome === 'ok').length;
  const over = overdrawn(aftermath);
  const beside = countRequests(aftermath).beside;
  const most = mostBeside(aftermath);
  const checks: readonly (readonly [isRight: boolean, wrong: string])[] = [
    [endings.length === storm.asks.length, `${endings.length} calls ended`],
    [succeeded + failed === storm.asks.length, `${succeeded} + ${failed} calls were counted`],
    [succeeded === answered, `${succeeded} of ${answered} answers were counted`],
    [over <= earlyRetries, `the retry budget is overdrawn by ${over.toFixed(1)}`],
    [beside <= most, `${beside} second requests instead of at most ${most}`],
    [leaks.length === 0, `left behind: ${leaks.join(', ')}`],
    [unrepaired.length === 0, `in calm weather ${unrepaired.join(', ')}`],
  ];
  const ofAll = checks.flatMap(([isRight, wrong]) => (isRight ? [] : [wrong]));
  const ofCalls = endings.flatMap((ending) =>
    findWrongsOf(ending, aftermath).map((wrong) => `#${ending.ask.index}: ${wrong}`),
  );
  return [...ofAll, ...ofCalls];
}

function findWrongsOf(ending: Ending, { storm, sent, told }: Aftermath): string[] {
  const { ask, startedAt, endedAt, code, ledger, error, hasLeft } = ending;
  if (ledger === undefined) return [`it ended with ${code} and no ledger`];
  const { began, ended } = told.get(ledger.id) ?? { began: 0, ended: 0 };
  const most = ask.maxAttempts ?? storm.config.retry?.maxAttempts ?? 6;
  const hits = sent.get(ask.index) ?? 0;
  const { retryAfterMs = 1, message = 'an answer' } = error ?? {};
  const hasCause = code !== 'all_failed' || error?.category !== undefined;
  const checks: readonly (readonly [isRight: boolean, wrong: string])[] = [
    [fairCodes.includes(code), `it ended with ${code}`],
    [code !== 'aborted' || hasLeft, 'it was aborted although its caller had not left'],
    [ledger.outcome === code, `its ledger says ${ledger.outcome} instead of ${code}`],
    [began === 1 && ended === 1, `it was told to begin ${began} and to end ${ended} times`],
    [endedAt - startedAt <= ask.timeoutMs + roundingMs, 'it ended after its deadline'],
    [ledger.attempts.length <= most, `${ledger.attempts.length} attempts instead of ${most}`],
    [hits <= ledger.attempts.length, `${hits} requests for ${ledger.attempts.length} attempts`],
    [message !== '' && hasCause && retryAfterMs > 0, 'its error is not clear'],
    [isOf(ledger.attempts, code), 'an attempt does not fit the outcome'],
  ];
  return checks.flatMap(([isRight, wrong]) => (isRight ? [] : [wrong]));
}

/** An answer has one attempt that went well, an error none. */
function isOf(attempts: readonly { readonly outcome: string }[], code: string): boolean {
  const well = attempts.filter(({ outcome }) => outcome === 'ok').length;
  return well === (code === 'ok' ? 1 : 0);
}
