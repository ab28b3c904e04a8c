import { type HeadersLike, readHeaders } from '@llm-router/core';
import type { Receive } from './receive.ts';

/** The shape of the global `fetch`. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Makes a `fetch` whose network is the simulator. */
export function createFetch(receive: Receive): Fetch {
  return async (input, init = {}) => {
    const request = typeof input === 'object' && 'url' in input ? input : undefined;
    const signal = init.signal ?? request?.signal;
    signal?.throwIfAborted();
    const body = await (init.body === undefined ? request?.text() : readBody(init.body));
    signal?.throwIfAborted();
    const url = new URL(request?.url ?? (input as string | URL));
    const reply = await receive({
      method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
      path: url.pathname,
      headers: readHeaders((init.headers ?? request?.headers) as HeadersLike | undefined),
      body: body ?? '',
      ...(signal && { signal }),
    });
    // The abort may have come in the last moment, on the way back.
    signal?.throwIfAborted();
    return new Response(reply.body, { status: reply.status, headers: reply.headers });
  };
}

function readBody(body: NonNullable<RequestInit['body']> | null): string | Promise<string> {
  return typeof body === 'string' ? body : new Response(body).text();
}
