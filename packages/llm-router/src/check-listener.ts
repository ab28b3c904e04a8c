import { invalidConfig, type RouterEventType } from '@llm-router/core';

/** Every type of event, so that none is forgotten here. */
const types = {
  'request-started': true,
  'candidate-refused': true,
  'wait-started': true,
  'attempt-started': true,
  'attempt-ended': true,
  'fell-back': true,
  'stream-committed': true,
  'request-ended': true,
  'limit-learned': true,
  'circuit-changed': true,
  'config-changed': true,
  'store-degraded': true,
} satisfies Record<RouterEventType, true>;

/**
 * Refuses a listener that would never hear anything.
 *
 * @throws RouterError `invalid_config`
 */
export function checkListener(type: unknown, listener: unknown): void {
  const known = ['*', ...Object.keys(types)];
  if (typeof type !== 'string' || !known.includes(type)) {
    const names = known.map((name) => `'${name}'`).join(', ');
    throw invalidConfig('on: type', type, `one of ${names}`);
  }
  if (typeof listener !== 'function') throw invalidConfig('on: listener', listener, 'a function');
}
