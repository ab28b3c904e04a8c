import {
  type Clock,
  createAlarms,
  type ProviderCall,
  type ProviderResponse,
  RouterError,
  readHeaders,
} from '@llm-router/core';
import { openBody, readText } from './body-reader.ts';
import type { Failures } from './failures.ts';
import { fieldsOf } from './json.ts';
import { isRedirect, redirectTarget } from './redirect-target.ts';

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
  readonly clock: Clock;
}

/** Enough to see every machine code of an error; the rest is not read. */
const maxErrorBytes = 65_536;

/** A refusal is known by its status: what of its body comes later is not worth the wait. */
const longestErrorBodyMs = 3000;

/** Makes the one place that calls `fetch`. */
export function createTransport(options: TransportOptions): Transport {
  const { baseUrl, headers, fetch, failures, clock } = options;
  const alarms = createAlarms(clock);

  async function exchange(path: string, init: RequestInit, call: ProviderCall): Promise<Exchange> {
    const { signal } = call;
    const url = urlOf(baseUrl, path);
    let response: Response;
    try {
      signal?.throwIfAborted();
      // A redirect that is followed takes `x-api-key` and the like along to any host.
      response = await fetch(url, { ...init, redirect: 'manual', signal: signal ?? null });
      if (!isResponse(response)) throw noResponse();
    } catch (error) {
      throw failures.thrown(error, signal);
    }
    const head = { status: response.status, headers: readHeaders(response.headers) };
    call.onResponse?.(head);
    if (response.ok) return { response, head };
    if (isRedirect(response)) {
      openBody(response, signal).cancel();
      throw failures.redirected(head, redirectTarget(head, url));
    }
    throw failures.refused(head, await readErrorText({ response, head }, signal));
  }

  async function readErrorText(
    { response, head }: Exchange,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const body = openBody(response, signal);
    // A cancelled body ends: what has come by then is its text.
    const alarm = alarms.set(clock.now() + longestErrorBodyMs, body.cancel);
    try {
      return (await readText(body, maxErrorBytes)).text;
    } catch (error) {
      if (signal?.aborted) throw failures.thrown(error, signal, { response: head });
      // The status says enough where the body was lost.
      return '';
    } finally {
      alarm.cancel();
    }
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
