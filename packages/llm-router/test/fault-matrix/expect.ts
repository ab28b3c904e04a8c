import type { ErrorCategory } from '@llm-router/core';
import type { Cell } from './cells.ts';
import { budget, type Played, totalMs } from './play.ts';

/** What a category means for the user's request: may it be sent again, and may another be asked? */
const rules: Readonly<
  Record<Exclude<ErrorCategory, 'unknown'>, { again: boolean; other: boolean }>
> = {
  rate_limit: { again: true, other: true },
  quota_exhausted: { again: false, other: true },
  auth: { again: false, other: true },
  permission: { again: false, other: true },
  not_found: { again: false, other: true },
  context_length: { again: false, other: true },
  invalid_request: { again: false, other: false },
  // Whether another provider may see it is the caller's to say.
  content_policy: { again: false, other: false },
  timeout: { again: true, other: true },
  network: { again: true, other: true },
  server_error: { again: true, other: true },
  overloaded: { again: true, other: true },
  aborted: { again: false, other: false },
};

/** The caller's own doing: no reason to leave a deployment alone. */
const notItsFault: readonly ErrorCategory[] = [
  'aborted',
  'invalid_request',
  'context_length',
  'content_policy',
];

const invalid: readonly ErrorCategory[] = ['invalid_request', 'context_length', 'content_policy'];

/** What should come of a cell. */
export interface Expected {
  readonly outcome: string;
  readonly servedBy?: string;
  readonly met: readonly ErrorCategory[];
  /** Requests in all; `most` of them to one deployment. */
  readonly hits: number;
  readonly most: number;
}

/** Worked out from the category alone: what is right for the user, not what the router does. */
function expected({ row, wire, phase, scenario }: Cell): Expected {
  const category = typeof row.category === 'object' ? row.category[wire] : row.category;
  if (category === 'none' || category === 'unknown') return answered('a', [], 1, 1);
  const met = [category];
  const { again, other } = rules[category];
  if (category === 'aborted') return { outcome: 'aborted', met, hits: 1, most: 1 };
  if (phase === 'after') return { outcome: 'stream_broken', met, hits: 1, most: 1 };
  if (scenario === 'three' && other) return answered('b', met, 2, 1);
  const inTime = row.isPastDeadline !== true;
  if (scenario === 'once' && again && inTime) return answered('a', met, 2, 2);
  const outcome = invalid.includes(category) ? 'invalid_request' : 'all_failed';
  const candidates = scenario === 'all' && other ? 3 : 1;
  if (!inTime) return { outcome: 'deadline_exceeded', met, hits: candidates, most: 1 };
  if (!again) return { outcome, met, hits: candidates, most: 1 };
  return { outcome, met, hits: budget, most: budget - candidates + 1 };
}

function answered(
  servedBy: string,
  met: readonly ErrorCategory[],
  hits: number,
  most: number,
): Expected {
  return { outcome: 'answer', servedBy, met, hits, most };
}

type Check = readonly [isRight: boolean, fault: string];

/** Everything that is wrong with what came of a cell, in words. */
export function findFaults(cell: Cell, played: Played): string[] {
  const checks = [
    ...checkOutcome(cell, played),
    ...checkRequests(cell, played),
    ...checkError(cell, played),
    ...checkRemains(cell, played),
  ];
  return checks.flatMap(([isRight, fault]) => (isRight ? [] : [fault]));
}

function checkOutcome(cell: Cell, played: Played): readonly Check[] {
  const { outcome, servedBy, met } = expected(cell);
  const isBroken = outcome === 'stream_broken';
  const isWhole = !isBroken || (played.read !== '' && played.partial === played.read);
  return [
    [played.outcome === outcome, `it ends with ${played.outcome} instead of ${outcome}`],
    [played.servedBy === servedBy, `${played.servedBy} answers instead of ${servedBy}`],
    [same(played.met, met), `it meets ${played.met.join(', ')} instead of ${met.join(', ')}`],
    [outcome !== 'answer' || played.read !== '', 'the answer is empty'],
    [isWhole, 'the partial answer is not what was read'],
  ];
}

function checkRequests(cell: Cell, played: Played): readonly Check[] {
  const { hits, most } = expected(cell);
  const counts = Object.values(played.hits);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const { toldMs = 0, isPastDeadline = false } = cell.row;
  const { shortestGapMs, elapsedMs } = played;
  return [
    [total === hits, `${total} requests go upstream instead of ${hits}`],
    [total <= budget, `${total} requests are above the budget of ${budget}`],
    [Math.max(...counts) <= most, `${Math.max(...counts)} requests go to one deployment`],
    [same(played.attempts, played.hits), 'the ledger and the simulator count differently'],
    [shortestGapMs >= toldMs, `it comes back after ${shortestGapMs} ms instead of ${toldMs}`],
    [elapsedMs <= totalMs, `it takes ${elapsedMs} ms of ${totalMs}`],
    [!isPastDeadline || elapsedMs < 5000, `it takes ${elapsedMs} ms to see that there is no time`],
  ];
}

/** What the error tells: the cause, the provider's status, and when it is worth coming back. */
function checkError(cell: Cell, played: Played): readonly Check[] {
  const { outcome, met } = expected(cell);
  if (outcome === 'answer' || outcome === 'aborted') return [];
  const { category, status, sentStatus, retryAfterMs } = played;
  const { toldMs, hasReset = false } = cell.row;
  const isTold = retryAfterMs !== undefined || (toldMs === undefined && !hasReset);
  const isLikely = retryAfterMs === undefined || !hasReset || isQuotaWait(retryAfterMs);
  return [
    [category === met[0], `the error says ${category} instead of ${met[0]}`],
    [sentStatus < 400 || status === sentStatus, `its status is ${status} instead of ${sentStatus}`],
    [isTold, 'the error does not say when to come back'],
    [isLikely, 'the error says to come back far too early or too late'],
  ];
}

/** What is left when the call is over: nothing, but for what keeps a spent deployment out of use. */
function checkRemains(cell: Cell, { leaks, broken, blockedMs }: Played): readonly Check[] {
  const { met } = expected(cell);
  const isItsFault = !met.some((category) => notItsFault.includes(category));
  const isSpent = met.includes('quota_exhausted');
  // In words: how far it is to a moment of the host's depends on the day.
  const blockedFor = blockedMs < shortestQuotaWaitMs ? 'less than an hour' : 'more than a month';
  return [
    [leaks.length === 0, `left behind: ${leaks.join(', ')}`],
    [broken.length === 0 || isItsFault, `circuits that are not closed: ${broken.join(', ')}`],
    [!isSpent || isQuotaWait(blockedMs), `what is spent is left alone for ${blockedFor}`],
  ];
}

/** Most of the hour that is assumed where nothing is told. */
const shortestQuotaWaitMs = 3_000_000;

/** No quota of these providers runs longer than a month. */
const longestQuotaWaitMs = 32 * 86_400_000;

function isQuotaWait(ms: number | undefined): boolean {
  return ms !== undefined && ms >= shortestQuotaWaitMs && ms <= longestQuotaWaitMs;
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
