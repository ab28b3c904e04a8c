import type { Candidate, LedgerCandidate, RequestAnalysis } from '@llm-router/core';
import type { Call, House } from './house.ts';

type Reason = Required<Pick<LedgerCandidate, 'by' | 'detail'>>;

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
  const open: Candidate[] = [];
  const verdicts: LedgerCandidate[] = [];
  for (const candidate of candidates) {
    const { id: deployment } = candidate.deployment;
    const reason = reasonAgainst(candidate, analysis, call, house);
    const { rank } = candidate;
    if (reason === undefined) {
      open.push(candidate);
      verdicts.push({ deployment, rank, verdict: 'eligible' });
    } else {
      verdicts.push({ deployment, rank, verdict: 'refused', ...reason });
    }
  }
  return { open, verdicts };
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
  const exhaustedUntil = house.rooms.get(deployment.id)?.stats.exhaustedUntil ?? 0;
  if (exhaustedUntil > house.clock.now()) {
    return {
      by: 'quota',
      detail: `its quota is used up until ${new Date(exhaustedUntil).toISOString()}`,
    };
  }
  return undefined;
}
