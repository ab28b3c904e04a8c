export { type BackoffOptions, createBackoff, type Jitter } from './create-backoff.ts';
export { parseDuration } from './parse-duration.ts';
export { parseMoment } from './parse-moment.ts';
export { parseReset } from './parse-reset.ts';
export { parseRetryAfter } from './parse-retry-after.ts';
