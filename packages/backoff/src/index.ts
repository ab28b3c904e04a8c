export { parseRetryAfter } from '@llm-router/core';
export { type BackoffOptions, createBackoff, type Jitter } from './create-backoff.ts';
