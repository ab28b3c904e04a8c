import type { Deployment, SelectionContext } from '@llm-router/core';
import type { Calibration } from '../calibration/calibrate.ts';
import { climb } from '../calibration/climb.ts';
import { createQualityScorer } from '../calibration/quality-scorer.ts';
import type { View } from '../view-candidate.ts';
import type { Judge } from './judge.ts';

/** A calibration and the point of it that is wanted. */
export interface CalibratedChoice {
  readonly calibration: Calibration;
  readonly threshold: number;
}

/**
 * The model that the calibration chooses first, then the others by expected quality, then those that it
 * does not know; among deployments of one model the ready first. A model counts as there while any of
 * its deployments is a candidate and healthy, or while none is.
 */
export function calibratedQuality({
  calibration,
  threshold,
}: CalibratedChoice): (context: SelectionContext, views: readonly View[]) => Judge {
  const expectQuality = createQualityScorer(calibration);
  const known = new Set(calibration.models);
  const modelOf = ({ id, model }: Deployment) => (known.has(id) ? id : model);

  return ({ request, analysis }, views) => {
    const said = expectQuality(request, analysis);
    const qualityOf = (model: string) => said.get(model) ?? Number.NEGATIVE_INFINITY;
    const there = modelsThere(views, modelOf);
    const choices = calibration.models.filter((model) => there.has(model));
    const chosen = choices[climb(choices.map(qualityOf), threshold)];
    const order = [...calibration.models].sort((a, b) => qualityOf(b) - qualityOf(a));
    return ({ candidate, behind, index }) => {
      const model = modelOf(candidate.deployment);
      const quality = said.get(model);
      if (quality === undefined) return { keys: [2, 0, behind, index], reason: 'not calibrated' };
      const about = `about ${quality.toFixed(2)} of quality expected`;
      return model === chosen
        ? { keys: [0, 0, behind, 0], reason: `chosen by calibration: ${about}` }
        : { keys: [1, order.indexOf(model), behind, 0], reason: about };
    };
  };
}

function modelsThere(
  views: readonly View[],
  modelOf: (deployment: Deployment) => string,
): ReadonlySet<string> {
  const healthy = views.filter(({ behind }) => behind !== 2);
  const used = healthy.length > 0 ? healthy : views;
  return new Set(used.map(({ candidate }) => modelOf(candidate.deployment)));
}
