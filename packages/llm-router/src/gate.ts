import {
  type Candidate,
  formatUsd,
  type LedgerCandidate,
  type RequestAnalysis,
  toNanoUsd,
} from '@llm-router/core';
import { objectionTo } from './account.ts';
import { openForMs } from './circuits.ts';
import type { Call, House } from './house.ts';
import { mostNanoUsd } from './most-nano-usd.ts';
import { targetOf } from './target.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Reason = Required<Pick<LedgerCandidate, 'by' | 'detail'>> & Pick<LedgerCandidate, 'waitMs'>;

/** Candidates that may be tried, and all of them with their verdict for the ledger. */
export interface Gated {
  readonly open: readonly Candidate[];
  readonly verdicts: readonly LedgerCandidate[];
}

/** Drops the candidates that cannot serve the request, each with the reason. */
export function gate(
  candidates: readonly Candidate[],
  analysis: RequestAnalysis,
  call: Call,
  house: House,
): Gated {
  const reasons = new Map<Candidate, Reason>();
  for (const candidate of candidates) {
    const reason = reasonAgainst(candidate, analysis, call, house);
    if (reason !== undefined) reasons.set(candidate, reason);
  }
  const left = () =>
    reasons.size === 0 ? candidates : candidates.filter((one) => !reasons.has(one));
  for (const [candidate, reason] of outAmong(left(), house)) reasons.set(candidate, reason);
  for (const [candidate, reason] of brokenAmong(left(), call, house))
    reasons.set(candidate, reason);
  return {
    open: left(),
    verdicts: candidates.map((candidate) => {
      const reason = reasons.get(candidate);
      const verdict = asEligible(candidate);
      return reason === undefined ? verdict : { ...verdict, verdict: 'refused', ...reason };
    }),
  };
}

/** Selectors of the caller's own may have much to say, and the ledger is kept by many. */
const most = { reasons: 8, characters: 200 } as const;

function asEligible({ deployment, rank, reasons, expected }: Candidate): LedgerCandidate {
  const { id, contextWindow } = deployment;
  const verdict: Writable<LedgerCandidate> = {
    deployment: id,
    rank,
    verdict: 'eligible',
    expected,
  };
  if (contextWindow !== undefined) verdict.contextWindow = contextWindow;
  if (reasons.length > 0) {
    const shown = reasons.slice(0, most.reasons);
    verdict.reasons = shown.map((reason) => reason.slice(0, most.characters));
  }
  return verdict;
}

/** Those whose account is out of order, where there is someone of another. */
function outAmong(
  candidates: readonly Candidate[],
  house: House,
): readonly (readonly [Candidate, Reason])[] {
  const out: [Candidate, Reason][] = [];
  for (const candidate of candidates) {
    const objection = objectionTo(candidate, house);
    if (objection === undefined) continue;
    const { by, detail, until } = objection;
    out.push([candidate, { by, detail, waitMs: until - house.clock.now() }]);
  }
  return out.length < candidates.length ? out : [];
}

/**
 * Those whose circuit is open, where someone else can go before it closes. Otherwise they stay: the
 * queue keeps requests from them until then.
 */
function brokenAmong(
  candidates: readonly Candidate[],
  call: Call,
  house: House,
): readonly (readonly [Candidate, Reason])[] {
  const openMs = new Map<Candidate, number>();
  for (const candidate of candidates) {
    const room = house.rooms.get(candidate.deployment.id);
    const ms = room === undefined ? 0 : openForMs(room, house);
    if (ms > 0) openMs.set(candidate, ms);
  }
  if (openMs.size === 0) return [];
  const waits = candidates
    .filter((candidate) => !openMs.has(candidate))
    .map((candidate) => house.admission.check(targetOf(candidate, call, house))?.waitMs ?? 0);
  const soonest = Math.min(...waits);
  return [...openMs]
    .filter(([, ms]) => ms > soonest)
    .map(([candidate, ms]) => [
      candidate,
      { by: 'breaker', waitMs: ms, detail: `its circuit is open for another ${Math.ceil(ms)} ms` },
    ]);
}

function reasonAgainst(
  candidate: Candidate,
  { requires }: RequestAnalysis,
  call: Call,
  house: House,
): Reason | undefined {
  const { deployment } = candidate;
  const missingTag = call.options.tags?.find((tag) => !deployment.tags.includes(tag));
  if (missingTag !== undefined)
    return { by: 'capability', detail: `is not tagged '${missingTag}'` };
  for (const need of ['tools', 'vision', 'audio', 'structuredOutput'] as const) {
    if (requires[need] && deployment.capabilities?.[need] === false) {
      return { by: 'capability', detail: `cannot take ${need}` };
    }
  }
  const { contextWindow } = deployment;
  if (contextWindow !== undefined && requires.contextTokens > contextWindow) {
    const detail = `about ${requires.contextTokens} tokens do not fit into its window of ${contextWindow}`;
    return { by: 'context', detail };
  }
  const { nanoUsd } = candidate.expected;
  const tooDear = objectionOfPrice(candidate, call);
  if (tooDear !== undefined) return { by: 'price', detail: tooDear };
  if (nanoUsd === null && takesFromMoney(candidate, call, house)) {
    const detail = 'has no price, so that its limit of money could not be kept: give it one';
    return { by: 'price', detail };
  }
  const { exhaustedUntil = 0, isExhaustionGuessed } = house.rooms.get(deployment.id)?.stats ?? {};
  if (exhaustedUntil > house.clock.now()) {
    const guess = isExhaustionGuessed ? ', for an hour, as no time was told' : '';
    return {
      by: 'quota',
      waitMs: exhaustedUntil - house.clock.now(),
      detail: `its quota is used up until ${new Date(exhaustedUntil).toISOString()}${guess}`,
    };
  }
  return undefined;
}

/** What a request must not cost, it must not be able to cost either. */
function objectionOfPrice(
  candidate: Candidate,
  { options: { maxUsd }, request }: Call,
): string | undefined {
  if (maxUsd === undefined) return undefined;
  const { nanoUsd } = candidate.expected;
  const most = mostNanoUsd(candidate, request);
  if (most !== null && most <= toNanoUsd(maxUsd)) return undefined;
  const than = `more than the $${maxUsd} of maxUsd`;
  if (nanoUsd === null || most === null) return `would cost an unknown amount, ${than}`;
  const inWords = (amount: number) => formatUsd({ nanoUsd: amount, exactness: 'priced' });
  if (nanoUsd > toNanoUsd(maxUsd)) return `would cost about ${inWords(nanoUsd)}, ${than}`;
  return `could cost ${inWords(most)} with the max_tokens of the request, ${than}`;
}

function takesFromMoney({ deployment }: Candidate, { tenant }: Call, house: House): boolean {
  const { moneyKeys } = house;
  if (moneyKeys.size === 0) return false;
  return [deployment.id, ...deployment.pools, ...house.sharedPools(tenant)].some((key) =>
    moneyKeys.has(key),
  );
}
