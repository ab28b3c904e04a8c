export {
  type ConcurrencyManager,
  type ConcurrencyManagerOptions,
  type ConcurrencySnapshot,
  createConcurrencyManager,
} from './concurrency-manager.ts';
export { providerLimits } from './provider-limits.ts';
