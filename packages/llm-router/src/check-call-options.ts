import { type CallOptions, invalidConfig, isAbortSignal, readOptions } from '@llm-router/core';

/** Each option and how it is checked. */
const names: readonly (keyof CallOptions)[] = [
  'signal',
  'timeoutMs',
  'deadline',
  'priority',
  'preferredModel',
  'agentType',
  'tenant',
  'cache',
  'maxAttempts',
  'maxUsd',
  'fallback',
  'tags',
  'metadata',
];

/**
 * Refuses options of a call that cannot be meant, before anything is taken for it.
 *
 * @throws RouterError `invalid_config` naming the option, the value and what was expected
 */
export function checkCallOptions(options: CallOptions): void {
  const read = readOptions<CallOptions>('options of a call', options, names);
  read.optionalNumber('timeoutMs', { infinite: true });
  read.optionalNumber('deadline', { infinite: true });
  read.optionalNumber('priority', {});
  read.optionalNumber('maxAttempts', { min: 1, integer: true });
  read.optionalNumber('maxUsd', { min: 0 });
  read.boolean('fallback', true);
  read.oneOf('cache', ['use', 'refresh', 'off'], 'use');
  for (const name of ['preferredModel', 'agentType', 'tenant'] as const) {
    const value: unknown = options[name];
    const isName = value === undefined || (typeof value === 'string' && value !== '');
    if (!isName) read.fail(name, 'a name');
  }
  const { signal, tags, metadata } = options;
  if (signal !== undefined && !isAbortSignal(signal)) read.fail('signal', 'an AbortSignal');
  if (tags !== undefined && !isListOfText(tags)) read.fail('tags', 'a list of tags');
  if (metadata !== undefined && !isRecordOfText(metadata)) {
    read.fail('metadata', 'an object whose values are text');
  }
}

/**
 * Refuses what is no object at all, before it is taken apart.
 *
 * @throws RouterError `invalid_config`
 */
export function checkIsOptions(where: string, options: unknown): void {
  if (typeof options === 'object' && options !== null) return;
  throw invalidConfig(where, options, 'an object of options');
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isRecordOfText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isListOfText(Object.values(value));
}
