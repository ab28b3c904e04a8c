import { type ChatRequest, type Clock, readOptions, systemClock } from '@llm-router/core';

export interface ResponseCacheOptions {
  /** How long an answer is good, in milliseconds; a whole number of 1 or more. @defaultValue 3 600 000 */
  readonly ttlMs?: number;
  /** Answers kept, the least recently used go first; 1 to 10 000 000. @defaultValue 1000 */
  readonly maxEntries?: number;
  /** Bytes of all answers as JSON; 1 or more. @defaultValue 67 108 864, which is 64 MiB */
  readonly maxBytes?: number;
  /**
   * Which requests are cached at all. A request with a temperature above 0 asks for a sample, and a
   * cache answers the same one each time: refuse it here if you want a new one.
   *
   * @defaultValue all
   */
  readonly when?: (request: ChatRequest) => boolean;
  /** @defaultValue `systemClock` */
  readonly clock?: Clock;
}

/**
 * Checks the options.
 *
 * @throws RouterError `invalid_config`
 */
export function readCacheOptions(options: ResponseCacheOptions): Required<ResponseCacheOptions> {
  const read = readOptions<ResponseCacheOptions>('createResponseCache', options, [
    'ttlMs',
    'maxEntries',
    'maxBytes',
    'when',
    'clock',
  ]);
  const count = { min: 1, integer: true } as const;
  return {
    ttlMs: read.number('ttlMs', { default: 3_600_000, ...count }),
    maxEntries: read.number('maxEntries', { default: 1000, ...count, max: 10_000_000 }),
    maxBytes: read.number('maxBytes', { default: 64 * 1024 * 1024, ...count }),
    when: read.callback('when', () => true),
    clock: read.object('clock', ['now', 'sleep'], systemClock),
  };
}
