import { createRandom, invalidConfig, readOptions } from '@llm-router/core';
import { type CalibrationReport, createReport } from './calibration-report.ts';
import { type CrossValidation, crossValidate, drawFolds, fitColumn } from './cross-validate.ts';
import { mean } from './estimate.ts';
import { createFeatureSpace, type FeatureScale, measureScale, round } from './feature-space.ts';
import type { Weights } from './fit-ridge.ts';
import { promptText } from './prompt-text.ts';
import { type AnswerColumn, type GradedOutcome, readOutcomes } from './read-outcomes.ts';
import { readRequest } from './read-request.ts';
import { wordBuckets } from './sizes.ts';
import { measureTrust, type Trust } from './trust.ts';

export interface CalibrateOptions {
  /** The models to choose among, the cheapest first. @defaultValue all, by mean cost, else by quality */
  readonly models?: readonly string[];
  /** A whole number of at least 0; the same seed gives the same calibration. @defaultValue 1 */
  readonly seed?: number;
}

/** One linear model over the features. */
export interface CalibrationHead {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** A score learned from graded answers, and what it is worth. Plain JSON; no text of a prompt is in it. */
export interface Calibration {
  readonly version: 1;
  /** The cheapest first. */
  readonly models: readonly string[];
  readonly scale: FeatureScale;
  /** The quality of the first model; for each other one its gain over the first. */
  readonly heads: readonly CalibrationHead[];
  readonly report: CalibrationReport;
}

/**
 * Learns from graded answers how good each model's answer to a request will be. Its report says, with
 * intervals from answers that the score had not seen, what each threshold gives. Where the requests do
 * not tell which model they need, the scores hardly differ.
 *
 * The model is a ridge regression; penalty and trust in it are cross-validated. Answers that were not
 * graded are filled in by the doubly robust estimate of Robins, Rotnitzky and Zhao (1994).
 *
 * @throws RouterError `invalid_config`
 * @example
 * const calibration = calibrate(
 *   graded.map(({ request, weak, strong }) => ({
 *     request,
 *     analysis: analyzeRequest(request),
 *     answers: { 'gpt-4o-mini': { quality: weak }, 'gpt-4o': { quality: strong } },
 *   })),
 * );
 * const selector = createSelector({ strategy: 'quality', calibration, threshold: 0.1 });
 */
export function calibrate(
  outcomes: readonly GradedOutcome[],
  options: CalibrateOptions = {},
): Calibration {
  const { models, seed } = readCalibrateOptions(options);
  const columns = readOutcomes(outcomes, models);
  const forms = outcomes.map(({ request, analysis }) => readRequest(request, analysis));
  const scale = measureScale(forms, seed, wordBuckets);
  const features = forms.map(createFeatureSpace(scale));
  const keys = outcomes.map(({ request }) => promptText(request));
  const folds = drawFolds(keys, createRandom(seed));
  const validation = crossValidate(features, columns, folds);
  const truths = columns.map((column, model) =>
    fillIn(column, validation.predictions[model] ?? []),
  );
  const trusts = truths.map((_, model) => trustIn(model, validation, truths));
  const fitted = columns.map((column) =>
    fitColumn(features, column, validation.penalty, () => true),
  );
  return {
    version: 1,
    models: columns.map(({ model }) => model),
    scale,
    heads: trusts.map((trust, model) => createHead(model, trust, validation, truths, fitted)),
    report: createReport({
      qualities: qualitiesOf(validation, truths, trusts),
      truths,
      costs: columns.map(costsOf),
      evidence: Math.max(...trusts.slice(1).map(({ evidence }) => evidence)),
    }),
  };
}

function readCalibrateOptions(
  options: CalibrateOptions,
): Required<Pick<CalibrateOptions, 'seed'>> & CalibrateOptions {
  const read = readOptions('calibrate', options, ['models', 'seed']);
  const seed = read.number('seed', { default: 1, min: 0, integer: true });
  const { models } = options;
  if (models === undefined) return { seed };
  if (!Array.isArray(models) || models.some((model) => typeof model !== 'string')) {
    throw invalidConfig('calibrate: models', models, 'a list of model or deployment ids');
  }
  if (new Set(models).size < models.length) {
    throw invalidConfig('calibrate: models', models, 'each of them once');
  }
  return { seed, models };
}

/** What came out; where nothing was graded, the prediction, and where it was, corrected for how rarely. */
function fillIn(column: AnswerColumn, predictions: readonly number[]): readonly number[] {
  const { graded, meanQuality } = column;
  const usual = graded.filter((answer) => answer !== undefined).length / graded.length;
  return graded.map((answer, row) => {
    const expected = meanQuality + (predictions[row] ?? 0);
    if (answer === undefined) return expected;
    return expected + (answer.quality - expected) / (answer.propensity ?? usual);
  });
}

function costsOf({ graded, meanNanoUsd }: AnswerColumn): readonly number[] | null {
  return meanNanoUsd === null ? null : graded.map((answer) => answer?.nanoUsd ?? meanNanoUsd);
}

function trustIn(
  model: number,
  { predictions }: CrossValidation,
  truths: readonly (readonly number[])[],
): Trust {
  return measureTrust(aboveFirst(model, predictions), aboveFirst(model, truths));
}

/** The list of the first model; of another one, by how much it is above the first. */
function aboveFirst(model: number, lists: readonly (readonly number[])[]): readonly number[] {
  const [list = [], first = []] = [lists[model], lists[0]];
  return model === 0 ? list : list.map((value, row) => value - (first[row] ?? 0));
}

/** What the calibration says of its own outcomes, out of fold. */
function qualitiesOf(
  { predictions }: CrossValidation,
  truths: readonly (readonly number[])[],
  trusts: readonly Trust[],
): readonly (readonly number[])[] {
  const parts = trusts.map(({ factor }, model) => {
    const said = aboveFirst(model, predictions);
    const [usual, centre] = [mean(aboveFirst(model, truths)), mean(said)];
    return said.map((value) => usual + factor * (value - centre));
  });
  return parts.map((part, model) =>
    model === 0 ? part : part.map((gain, row) => gain + (parts[0]?.[row] ?? 0)),
  );
}

function createHead(
  model: number,
  { factor }: Trust,
  { predictions }: CrossValidation,
  truths: readonly (readonly number[])[],
  fitted: readonly Weights[],
): CalibrationHead {
  const centre = mean(aboveFirst(model, predictions));
  const weights = aboveFirst(
    model,
    fitted.map((list) => Array.from(list)),
  );
  return {
    intercept: round(mean(aboveFirst(model, truths)) - factor * centre),
    weights: weights.map((weight) => round(factor * weight)),
  };
}
