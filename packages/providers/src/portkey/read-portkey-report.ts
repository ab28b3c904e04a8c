import { type HeadersLike, readHeaders } from '@llm-router/core';

/** What a Portkey gateway says of how it came by an answer. What it does not say is absent. */
export interface PortkeyReport {
  /** The target that answered, as a path: `config`, `config.targets[1]`, `config.targets[0].targets[2]`. */
  readonly target?: string;
  /** Retries at that target. */
  readonly retries?: number;
  /** All of its retries were used up, and in vain. */
  readonly isExhausted: boolean;
  readonly cache?: 'hit' | 'semantic-hit' | 'miss' | 'semantic-miss' | 'refresh' | 'disabled';
  /** Portkey's name of the provider that answered. */
  readonly provider?: string;
  readonly traceId?: string;
  /** The gateway itself failed, not a provider. */
  readonly isGatewayFault: boolean;
}

const caches = ['hit', 'semantic-hit', 'miss', 'semantic-miss', 'refresh', 'disabled'] as const;

/**
 * Reads the `x-portkey-` headers of an answer, for example in a call's `onResponse`.
 *
 * @example
 * await portkey.chat(request, { onResponse: ({ headers }) => log(readPortkeyReport(headers)) });
 */
export function readPortkeyReport(headers: HeadersLike): PortkeyReport {
  const read = readHeaders(headers);
  const said = (name: string) => read.get(`x-portkey-${name}`)?.trim() || undefined;
  const target = said('last-used-option-index');
  const count = said('retry-attempt-count');
  const retries = count !== undefined && /^\d{1,6}$/.test(count) ? Number(count) : undefined;
  const status = said('cache-status')?.toLowerCase().replace(' ', '-');
  const cache = caches.find((known) => known === status);
  const provider = said('provider');
  const traceId = said('trace-id');
  return {
    ...(target !== undefined && { target }),
    ...(retries !== undefined && { retries }),
    isExhausted: count === '-1',
    ...(cache && { cache }),
    ...(provider !== undefined && { provider }),
    ...(traceId !== undefined && { traceId }),
    isGatewayFault: said('gateway-exception') === 'true',
  };
}
