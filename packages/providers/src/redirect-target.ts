import type { ProviderResponse } from '@llm-router/core';

/** A longer origin is no server's. */
const longestOrigin = 300;

/** Whether an answer sends the request elsewhere. Browsers hide the status of one. */
export function isRedirect({ status, type }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** Where a redirect points, in words that show neither path nor query, for both may hold secrets. */
export function redirectTarget({ headers }: ProviderResponse, askedUrl: string): string {
  const location = headers.get('location') ?? '';
  const isReadable = location !== '' && URL.canParse(location, askedUrl);
  const { origin, protocol } = isReadable ? new URL(location, askedUrl) : new URL('about:blank');
  const isWeb = protocol === 'http:' || protocol === 'https:';
  if (!isWeb || origin.length > longestOrigin) return 'an address that cannot be read';
  return origin === new URL(askedUrl).origin ? `another path of ${origin}` : origin;
}
