export type { ChainEvent } from './chain-event.ts';
export type {
  ChainAttempt,
  ChainCall,
  ChainProvider,
  FallbackChainOptions,
} from './chain-options.ts';
export {
  type ChainAnswer,
  type ChainContext,
  createFallbackChain,
  type FallbackChain,
} from './create-fallback-chain.ts';
export { FallbackChainError, type ProviderFailure } from './fallback-chain-error.ts';
export { bindCalls, fallbackChains, type ProviderPlan } from './fallback-chains.ts';
