import {
  type ProviderCall,
  type ProviderResponse,
  RouterError,
  readHeaders,
} from '@llm-router/core';
import { openBody, readText } from './body-reader.ts';
import type { Failures } from './failures.ts';
import { fieldsOf } from './json.ts';

/** What the provider needs of `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Exchange {
  readonly response: Response;
  readonly head: ProviderResponse;
}

/** Sends one request; a status that is no success throws. A path may bring a query of its own. */
export interface Transport {
  get(path: string, call: ProviderCall): Promise<Exchange>;
  post(path: string, body: object, call: ProviderCall): Promise<Exchange>;
}

export interface TransportOptions {
  readonly baseUrl: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
  readonly failures: Failures;
}

/** Enough to see every machine code of an error; the rest is not read. */
const maxErrorBytes = 65_536;

/** Makes the one place that calls `fetch`. */
export function createTransport(options: TransportOptions): Transport {
  const { baseUrl, headers, fetch, failures } = options;

  async function exchange(path: string, init: RequestInit, call: ProviderCall): Promise<Exchange> {
    const { signal } = call;
    let response: Response;
    try {
      signal?.throwIfAborted();
      response = await fetch(urlOf(baseUrl, path), { ...init, signal: signal ?? null });
      if (!isResponse(response)) throw noResponse();
    } catch (error) {
      throw failures.thrown(error, signal);
    }
    const head = { status: response.status, headers: readHeaders(response.headers) };
    call.onResponse?.(head);
    if (response.ok) return { response, head };
    let text: string;
    try {
      ({ text } = await readText(openBody(response, signal), maxErrorBytes));
    } catch (error) {
      if (signal?.aborted) throw failures.thrown(error, signal, { response: head });
      // The status says enough where the body was lost.
      text = '';
    }
    throw failures.refused(head, text);
  }

  return {
    get: (path, call) => exchange(path, { method: 'GET', headers }, call),
    post(path, body, call) {
      const init = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: toJson(body),
      };
      return exchange(path, init, call);
    },
  };
}

/** A `fetch` of the caller's own may be plain JavaScript. */
function isResponse(value: unknown): value is Response {
  const { status, body } = fieldsOf<'status' | 'body'>(value);
  const hasReader = typeof fieldsOf<'getReader'>(body).getReader === 'function';
  return typeof status === 'number' && (body === undefined || body === null || hasReader);
}

function noResponse(): TypeError {
  return new TypeError(
    'The given fetch answered what is no Response; let it answer as the global fetch does',
  );
}

function urlOf(baseUrl: URL, path: string): string {
  const url = new URL(baseUrl);
  const [pathname, query] = path.split('?', 2);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${pathname}`;
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
  return url.href;
}

function toJson(body: object): string {
  try {
    return JSON.stringify(body);
  } catch (error) {
    throw new RouterError(
      'invalid_request',
      'The request cannot be sent as JSON: it holds a circular reference or a BigInt. Remove it.',
      { cause: error },
    );
  }
}
