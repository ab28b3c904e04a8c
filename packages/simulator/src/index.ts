export {
  type CutFault,
  type EarlyFault,
  type ErrorFrameFault,
  type Fault,
  type FaultCondition,
  type FaultKind,
  faultKinds,
  type SimulatedRequest,
  type SlowFault,
  type StallFault,
  type StatusFault,
} from './fault.ts';
export type { Fetch } from './fetch-transport.ts';
export type { Hit } from './hit-log.ts';
export type { Listening } from './http-transport.ts';
export type {
  BucketOptions,
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
