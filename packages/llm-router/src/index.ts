export {
  type CallOptions,
  type Candidate,
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatMessage,
  type ChatRequest,
  createSecret,
  formatUsd,
  isRouterError,
  type Ledger,
  type LoadBalancer,
  type ModelSelector,
  type Provider,
  type RequestAnalysis,
  type ResponseCache,
  RouterError,
  type RouterErrorCode,
  type RouterEvent,
  type SelectionContext,
} from '@llm-router/core';
export { type ConfigCheck, checkConfigFile } from './check-config-file.ts';
export { configFromEnvironment, openrouterFreeLimits } from './config-from-environment.ts';
export { configJsonSchema } from './config-schema.ts';
export { createRouter } from './create-router.ts';
export type { Variables } from './expand-references.ts';
export { type ExplanationOptions, formatExplanation } from './explanation/format-explanation.ts';
export { type LoadConfigOptions, loadConfig } from './load-config.ts';
export type { Logger } from './log-events.ts';
export type {
  AccountCredits,
  BatchItem,
  BatchOptions,
  BatchProgress,
  ChatResult,
  ChatStream,
  CloseOptions,
  ConfigDiff,
  DeploymentStatus,
  EmbedResult,
  Router,
  RouterStatus,
} from './router.ts';
export type {
  DeploymentConfig,
  HealthConfig,
  RouterConfig,
  RouterDependencies,
  Timeouts,
  WireConfig,
} from './router-config.ts';
export {
  type RunTasksOptions,
  runTasks,
  type Task,
  type TaskItem,
  type TaskOutcome,
} from './run-tasks.ts';
export { toWireError, type WireError } from './wire/wire-error.ts';
