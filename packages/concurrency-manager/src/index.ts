export {
  type ConcurrencyManager,
  type ConcurrencySnapshot,
  createConcurrencyManager,
} from './concurrency-manager.ts';
export type { WaitingRequest } from './create-forecast.ts';
export type { ConcurrencyManagerOptions } from './manager-options.ts';
export { providerLimits } from './provider-limits.ts';
