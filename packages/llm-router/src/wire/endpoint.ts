/** What a request to the router's `fetch` is for. */
export type Endpoint =
  | { readonly kind: 'chat' | 'messages' | 'embeddings' | 'models' | 'unknown' }
  | { readonly kind: 'model'; readonly id: string };

const posted: readonly (readonly [ending: string, kind: 'chat' | 'messages' | 'embeddings'])[] = [
  ['/chat/completions', 'chat'],
  ['/messages', 'messages'],
  ['/embeddings', 'embeddings'],
];

/** The path decides, whatever the host and what stands before. */
export function findEndpoint(method: string, pathname: string): Endpoint {
  const path = pathname.replace(/\/$/, '');
  if (method === 'POST') {
    const found = posted.find(([ending]) => path.endsWith(ending));
    return { kind: found?.[1] ?? 'unknown' };
  }
  if (method !== 'GET') return { kind: 'unknown' };
  if (path.endsWith('/models')) return { kind: 'models' };
  const [, id] = /\/models\/(.+)$/.exec(path) ?? [];
  const decoded = id === undefined ? undefined : decode(id);
  return decoded === undefined ? { kind: 'unknown' } : { kind: 'model', id: decoded };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Whether a caller speaks Anthropic's wire, also where the path says nothing. */
export function speaksAnthropic(pathname: string, headers: Headers): boolean {
  return headers.has('anthropic-version') || /\/messages(?:\/|$)/.test(pathname);
}
