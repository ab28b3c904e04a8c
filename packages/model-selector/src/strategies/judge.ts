import type { View } from '../view-candidate.ts';

/** Where a strategy puts a candidate. */
export interface Judgement {
  /** Compared one after the other, lower first; all equal means interchangeable. */
  readonly keys: readonly number[];
  /** Why, in words. */
  readonly reason: string;
}

/** One strategy: a pure judgement of one candidate, apart from all others. */
export type Judge = (view: View) => Judgement;
