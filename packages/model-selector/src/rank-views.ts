import type { Candidate } from '@llm-router/core';
import type { Judge, Judgement } from './strategies/judge.ts';
import type { View } from './view-candidate.ts';

/** Sorts by the judgement; those whose keys are all equal share a rank. */
export function rankViews(views: readonly View[], judge: Judge): readonly Candidate[] {
  const judged = views.map((view) => ({ view, judgement: judge(view) }));
  judged.sort((a, b) => compareKeys(a.judgement, b.judgement));
  let rank = -1;
  let before: Judgement | undefined;
  return judged.map(({ view, judgement }) => {
    if (before === undefined || compareKeys(before, judgement) !== 0) rank += 1;
    before = judgement;
    const { candidate } = view;
    return { ...candidate, rank, reasons: [...candidate.reasons, ...reasonsOf(view, judgement)] };
  });
}

function compareKeys({ keys: a }: Judgement, { keys: b }: Judgement): number {
  for (let place = 0; place < a.length; place++) {
    const [left, right] = [a[place] ?? 0, b[place] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function reasonsOf({ behind, waitMs }: View, { reason }: Judgement): readonly string[] {
  if (behind === 0) return [reason];
  if (behind === 2) return [reason, 'behind its peers: unhealthy'];
  const wait = waitMs === Number.POSITIVE_INFINITY ? 'without end' : `${Math.ceil(waitMs)} ms`;
  return [reason, `behind its peers: would wait ${wait}`];
}
