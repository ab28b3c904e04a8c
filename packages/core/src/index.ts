export { type AbortScope, type AbortScopeOptions, createAbortScope } from './abort-scope.ts';
export { type Alarm, type Alarms, createAlarms } from './alarms.ts';
export type { RequestAnalysis } from './analysis.ts';
export type {
  AssistantMessage,
  AudioPart,
  CacheMarker,
  ChatCompletion,
  ChatCompletionChunk,
  ChatMessage,
  ChatRequest,
  ChunkDelta,
  CompletionMessage,
  CompletionUsage,
  ContentPart,
  CustomTool,
  CustomToolCall,
  FilePart,
  FinishReason,
  FunctionMessage,
  FunctionTool,
  FunctionToolCall,
  ImagePart,
  JsonSchema,
  Logprobs,
  RefusalPart,
  ResponseFormat,
  SystemMessage,
  TextPart,
  TokenLogprob,
  Tool,
  ToolCall,
  ToolCallDelta,
  ToolChoice,
  ToolMessage,
  UserMessage,
} from './chat.ts';
export type { ErrorCategory, ErrorClassification } from './classification.ts';
export { type Clock, systemClock } from './clock.ts';
export {
  addCosts,
  type Cost,
  formatUsd,
  type Price,
  priceUsage,
  toNanoUsd,
  unknownCost,
} from './cost.ts';
export {
  type BalanceContext,
  type CallOptions,
  type Candidate,
  type Capabilities,
  type Category,
  categories,
  type Deployment,
  type KnownProvider,
  knownProviders,
  type LoadBalancer,
  type ModelSelector,
  type SelectionContext,
  type Strategy,
} from './deployment.ts';
export { createEmitter, type Emitter } from './emitter.ts';
export {
  isRouterError,
  type PartialAnswer,
  RouterError,
  type RouterErrorCode,
  type RouterErrorDetails,
} from './errors.ts';
export { estimateTokens } from './estimate-tokens.ts';
export type { RouterEvent, RouterEventType } from './events.ts';
export { type HeadersLike, readHeaders } from './headers.ts';
export { createHeap, type Heap } from './heap.ts';
export type { Ledger, LedgerAttempt, LedgerCandidate } from './ledger.ts';
export type {
  Lease,
  LeaseOutcome,
  LimitRule,
  Limits,
  LimitUnit,
  Need,
  Refusal,
  Target,
} from './limits.ts';
export { isAbortSignal, onAbort } from './on-abort.ts';
export { hasMethods, invalidConfig, type OptionReader, readOptions } from './options.ts';
export { parseDuration } from './parse-duration.ts';
export { parseMoment } from './parse-moment.ts';
export { parseReset } from './parse-reset.ts';
export { parseRetryAfter } from './parse-retry-after.ts';
export type {
  Credits,
  EmbeddingRequest,
  EmbeddingResponse,
  ListedModel,
  Provider,
  ProviderCall,
  ProviderResponse,
} from './provider.ts';
export { createRandom, type Random, systemRandom } from './random.ts';
export { createSecret, isSecret, type Secret } from './secret.ts';
export type {
  AcquireOptions,
  Admission,
  AnalyzeRequest,
  Backoff,
  CircuitBreaker,
  CircuitBreakers,
  CircuitPermit,
  ClassifyError,
  HealthChecker,
  HealthOutcome,
  ResponseCache,
  Wait,
} from './stages.ts';
export type { ReserveResult, Store, StoredRule } from './store.ts';
export { fromCompletionUsage, type Usage } from './usage.ts';
export {
  createVirtualClock,
  type VirtualClock,
  type VirtualClockOptions,
} from './virtual-clock.ts';
