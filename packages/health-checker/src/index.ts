export { countsAsOutage } from './counts-as-outage.ts';
export {
  createHealthChecker,
  type HealthCheckerSnapshot,
  type ProbingHealthChecker,
} from './create-health-checker.ts';
export type { HealthError, HealthSnapshot } from './health-record.ts';
export type { HealthChanged, HealthCheckerOptions, Probe } from './settings.ts';
