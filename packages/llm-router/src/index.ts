export {
  type CallOptions,
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatMessage,
  type ChatRequest,
  createSecret,
  formatUsd,
  isRouterError,
  type Ledger,
  RouterError,
  type RouterErrorCode,
  type RouterEvent,
} from '@llm-router/core';
export { createRouter } from './create-router.ts';
export type {
  BatchItem,
  BatchOptions,
  BatchProgress,
  ChatResult,
  ChatStream,
  DeploymentConfig,
  DeploymentStatus,
  Router,
  RouterConfig,
  RouterDependencies,
  RouterStatus,
  Timeouts,
} from './router-config.ts';
