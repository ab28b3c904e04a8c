export type { MakeTrial, ProviderTrial, ProviderTrials } from './checks/provider-trials.ts';
export { type CompletionAssembler, createCompletionAssembler } from './completion-assembler.ts';
export { createProvider } from './create-provider.ts';
export type { BlockDelta, BlockEvent } from './inbound/message-blocks.ts';
export type { Message, MessageBlock, MessageUsage, StopReason } from './inbound/message-words.ts';
export { type MessagesRequest, readMessagesRequest } from './inbound/read-messages-request.ts';
export { toMessage } from './inbound/to-message.ts';
export {
  createMessageEvents,
  type MessageEvent,
  type MessageEvents,
} from './inbound/to-message-events.ts';
export { takesPrefill } from './messages/claude-traits.ts';
export type {
  OpenRouterBound,
  OpenRouterOptions,
  OpenRouterPreferences,
} from './openrouter/openrouter-options.ts';
export type { PortkeyOptions } from './portkey/portkey-headers.ts';
export { type PortkeyReport, readPortkeyReport } from './portkey/read-portkey-report.ts';
export {
  type ProviderCheck,
  type ProviderChecksOptions,
  providerChecks,
} from './provider-checks.ts';
export { isProviderError, ProviderError, type ProviderErrorDetails } from './provider-error.ts';
export type { ProviderOptions } from './provider-options.ts';
export {
  createSseParser,
  type SseEvent,
  type SseParser,
  type SseParserOptions,
} from './sse-parser.ts';
export type { Fetch } from './transport.ts';
