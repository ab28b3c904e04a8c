import type { Random } from '@llm-router/core';
import type { Features } from './feature-space.ts';
import { apply, fitRidge, type Weights } from './fit-ridge.ts';
import type { AnswerColumn } from './read-outcomes.ts';
import { foldCount } from './sizes.ts';

/** What a model's answers are expected to be worth above their mean, told by models that never saw them. */
export interface CrossValidation {
  readonly penalty: number;
  /** A list for each model, one number for each outcome. */
  readonly predictions: readonly (readonly number[])[];
}

/** The strongest first, so that each solution is a good start for the next. */
const penalties: readonly number[] = [64, 32, 16, 8];

/** The penalty goes with the rows, so that models of a part and of the whole are equally bold. */
const seenShare = 1 - 1 / foldCount;

/** Puts outcomes into folds at random; those of one key, which are repeats, into one fold. */
export function drawFolds(keys: readonly string[], random: Random): readonly number[] {
  const distinct = [...new Set(keys)];
  for (let last = distinct.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [distinct[last], distinct[other]] = [distinct[other] as string, distinct[last] as string];
  }
  const foldOf = new Map(distinct.map((key, place) => [key, place % foldCount]));
  return keys.map((key) => foldOf.get(key) ?? 0);
}

/** Chooses the penalty whose models say best what they have not seen, and answers what they say. */
export function crossValidate(
  features: readonly Features[],
  columns: readonly AnswerColumn[],
  folds: readonly number[],
): CrossValidation {
  const byPenalty = penalties.map(() => columns.map(() => new Array<number>(folds.length).fill(0)));
  columns.forEach((column, model) => {
    for (let fold = 0; fold < foldCount; fold++) {
      let weights: Weights | undefined;
      penalties.forEach((penalty, choice) => {
        weights = fitColumn(
          features,
          column,
          penalty * seenShare,
          (row) => folds[row] !== fold,
          weights,
        );
        for (let row = 0; row < folds.length; row++) {
          const list = byPenalty[choice]?.[model];
          const unseen = features[row];
          if (folds[row] === fold && list && unseen) list[row] = apply(weights, unseen);
        }
      });
    }
  });
  const errors = byPenalty.map((predictions) => errorOf(predictions, columns));
  const best = errors.indexOf(Math.min(...errors));
  return { penalty: penalties[best] ?? 0, predictions: byPenalty[best] ?? [] };
}

/** Fits the graded answers of one model, as differences from their mean. */
export function fitColumn(
  features: readonly Features[],
  { graded, meanQuality }: AnswerColumn,
  penalty: number,
  isUsed: (row: number) => boolean,
  start?: Weights,
): Weights {
  const rows: Features[] = [];
  const targets: number[] = [];
  features.forEach((feature, row) => {
    const answer = graded[row];
    if (answer === undefined || !isUsed(row)) return;
    rows.push(feature);
    targets.push(answer.quality - meanQuality);
  });
  return fitRidge(rows, targets, penalty, start);
}

/** Squared error of the gains over the first model, which decide; of the qualities where no row has both. */
function errorOf(
  predictions: readonly (readonly number[])[],
  columns: readonly AnswerColumn[],
): number {
  let gains = 0;
  let qualities = 0;
  columns.forEach(({ graded }, model) => {
    for (let row = 0; row < graded.length; row++) {
      const miss = missOf(model, row);
      if (miss === undefined) continue;
      qualities += miss ** 2;
      const baseMiss = missOf(0, row);
      if (model > 0 && baseMiss !== undefined) gains += (miss - baseMiss) ** 2;
    }
  });
  return gains > 0 ? gains : qualities;

  function missOf(model: number, row: number): number | undefined {
    const column = columns[model];
    const answer = column?.graded[row];
    if (column === undefined || answer === undefined) return undefined;
    return answer.quality - column.meanQuality - (predictions[model]?.[row] ?? 0);
  }
}
