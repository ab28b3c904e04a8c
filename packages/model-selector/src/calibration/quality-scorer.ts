import type { ChatRequest, RequestAnalysis } from '@llm-router/core';
import type { Calibration } from './calibrate.ts';
import { createFeatureSpace } from './feature-space.ts';
import { apply } from './fit-ridge.ts';
import { loadCalibration } from './load-calibration.ts';
import { readRequest } from './read-request.ts';

/** The quality to be expected of each model's answer to a request, by model. */
export type QualityScorer = (
  request: ChatRequest,
  analysis: RequestAnalysis,
) => ReadonlyMap<string, number>;

/**
 * Makes the score of a calibration. A quality may lie a little outside 0 to 1: what counts is the
 * difference between models.
 *
 * @throws RouterError `invalid_config` for what is no calibration
 * @example
 * const expectQuality = createQualityScorer(calibration);
 * expectQuality(request, analyzeRequest(request)).get('gpt-4o'); // 0.83
 */
export function createQualityScorer(calibration: Calibration): QualityScorer {
  const { models, scale, heads } = loadCalibration(calibration);
  const toFeatures = createFeatureSpace(scale);
  const readers = heads.map(({ intercept, weights }) => ({
    intercept,
    weights: Float64Array.from(weights),
  }));
  return (request, analysis) => {
    const features = toFeatures(readRequest(request, analysis));
    const said = readers.map(({ intercept, weights }) => intercept + apply(weights, features));
    const [first = 0] = said;
    return new Map(models.map((model, at) => [model, at === 0 ? first : first + (said[at] ?? 0)]));
  };
}
