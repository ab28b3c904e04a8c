export {
  type AdaptiveLearner,
  type AdaptiveMemory,
  type AdaptiveOptions,
  type AdaptiveOutcome,
  createAdaptiveLearner,
} from './adaptive/adaptive-learner.ts';
export {
  type LoggedChoice,
  type ReplayOptions,
  type ReplayReport,
  replayAdaptive,
} from './adaptive/replay-adaptive.ts';
export type { Room } from './batch-room.ts';
export {
  type CalibrateOptions,
  type Calibration,
  type CalibrationHead,
  calibrate,
} from './calibration/calibrate.ts';
export type { CalibrationReport, ReportPoint } from './calibration/calibration-report.ts';
export type { Estimate } from './calibration/estimate.ts';
export type { FeatureScale } from './calibration/feature-space.ts';
export { loadCalibration } from './calibration/load-calibration.ts';
export { createQualityScorer, type QualityScorer } from './calibration/quality-scorer.ts';
export type { GradedAnswer, GradedOutcome } from './calibration/read-outcomes.ts';
export { categoryOrder } from './category-order.ts';
export { createSelector } from './create-selector.ts';
export { type BatchContext, selectBatch } from './select-batch.ts';
export { type SelectorCheck, selectorChecks } from './selector-checks.ts';
export type { SelectorOptions } from './selector-options.ts';
