export type { CircuitSnapshot, CircuitState } from './circuit.ts';
export { countsAsFailure } from './counts-as-failure.ts';
export {
  type CircuitBreakersSnapshot,
  createCircuitBreakers,
  type KeyedCircuitBreakers,
} from './create-circuit-breakers.ts';
export type { FailureRate, FailureThreshold } from './failure-threshold.ts';
export type { CircuitBreakerOptions, CircuitChanged } from './settings.ts';
