export {
  type ConcurrencyManager,
  type ConcurrencyManagerOptions,
  type ConcurrencySnapshot,
  createConcurrencyManager,
} from './concurrency-manager.ts';
export type { WaitingRequest } from './create-forecast.ts';
export { providerLimits } from './provider-limits.ts';
