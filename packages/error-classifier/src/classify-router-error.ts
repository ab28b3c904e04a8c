import {
  type ErrorCategory,
  type ErrorClassification,
  isRouterError,
  type RouterErrorCode,
} from '@llm-router/core';
import { defaultVerdicts } from './default-verdicts.ts';
import { showMessage } from './mask-secrets.ts';
import { readSafely } from './read-safely.ts';

/** What the house's own errors amount to where they name no category. */
const categories: ReadonlyMap<string, ErrorCategory> = new Map(
  Object.entries<ErrorCategory>({
    invalid_config: 'invalid_request',
    invalid_request: 'invalid_request',
    model_not_found: 'not_found',
    no_candidate: 'unknown',
    all_failed: 'unknown',
    deadline_exceeded: 'timeout',
    queue_full: 'overloaded',
    budget_exceeded: 'quota_exhausted',
    circuit_open: 'overloaded',
    aborted: 'aborted',
    stream_broken: 'network',
    closed: 'aborted',
  } satisfies Record<RouterErrorCode, ErrorCategory>),
);

/** Errors after which no other deployment is to be tried. */
const finalCodes: ReadonlySet<string> = new Set<RouterErrorCode>([
  'invalid_config',
  'model_not_found',
  'no_candidate',
  'all_failed',
  'deadline_exceeded',
  'aborted',
  'closed',
]);

/**
 * Keeps what an error of the house says of itself: the whole classification where it carries one,
 * else its category, status, wait, and whether it is retryable. Anything else is `undefined`.
 */
export function classifyRouterError(
  error: unknown,
  provider: string | undefined,
): ErrorClassification | undefined {
  if (!isOurs(error)) return undefined;
  const own = readSafely(error, 'classification');
  if (isClassification(own)) return own;
  const code = asText(readSafely(error, 'code')) ?? '';
  const category = asCategory(readSafely(error, 'category')) ?? categories.get(code) ?? 'unknown';
  const { failover, severity, action } = defaultVerdicts[category];
  const retryAfterMs = asPositive(readSafely(error, 'retryAfterMs'));
  const status = asPositive(readSafely(error, 'status'));
  return {
    category,
    retryable: readSafely(error, 'retryable') === true,
    failover: failover && !finalCodes.has(code),
    severity,
    action,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(status !== undefined && { status }),
    ...(code !== '' && { code }),
    ...(provider !== undefined && { provider }),
    message: showMessage(asText(readSafely(error, 'message')) ?? ''),
  };
}

/** A proxy may throw when it is asked for the marker. */
function isOurs(error: unknown): error is object {
  try {
    return isRouterError(error);
  } catch {
    return false;
  }
}

/** Who classified an error already, as a provider does, knew more than can be read back from it. */
function isClassification(value: unknown): value is ErrorClassification {
  return (
    typeof value === 'object' &&
    value !== null &&
    asCategory(readSafely(value, 'category')) !== undefined &&
    typeof readSafely(value, 'retryable') === 'boolean' &&
    typeof readSafely(value, 'failover') === 'boolean' &&
    typeof readSafely(value, 'message') === 'string'
  );
}

function asCategory(value: unknown): ErrorCategory | undefined {
  const known = Object.keys(defaultVerdicts) as ErrorCategory[];
  return known.find((category) => category === value);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function asPositive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : undefined;
}
