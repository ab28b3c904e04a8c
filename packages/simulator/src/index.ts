export {
  type CutFault,
  type EarlyFault,
  type ErrorFrameFault,
  type Fault,
  type FaultCondition,
  type FaultKind,
  faultKinds,
  type MalformedFault,
  type MalformedForm,
  malformedForms,
  type QuotaFault,
  type QuotaKind,
  quotaKinds,
  type RateLimitFault,
  type RetryAfter,
  type RetryAfterForm,
  retryAfterForms,
  type SimulatedRequest,
  type SlowFault,
  type StallFault,
  type StatusFault,
} from './fault.ts';
export type { Fetch } from './fetch-transport.ts';
export type { Hit } from './hit-log.ts';
export type { Listening } from './http-transport.ts';
export type { PlanAnswer, PlannedAnswer } from './planned-answer.ts';
export type {
  BucketOptions,
  HeaderDialect,
  SimulatedLatency,
  SimulatedLimits,
  SimulatedModel,
} from './simulated-model.ts';
export {
  createSimulator,
  type Simulator,
  type SimulatorOptions,
  type SimulatorUpdate,
} from './simulator.ts';
