import type { Provider } from '@llm-router/core';
import { createProvider, type Fetch, type ProviderTrials } from '../src/index.ts';
import { fakeServer } from './fake-server.ts';
import {
  asksForStream,
  key,
  type Script,
  type ServerName,
  scriptOf,
  type TrialWire,
  trialsWith,
} from './trial-scripts.ts';

interface TrialServer {
  readonly fetch: Fetch;
  readonly requests: () => number;
  readonly open: () => number;
}

/** A scripted transport that, like the real one, heeds its signal; it counts what is open. */
function trialServer(wire: TrialWire, server: ServerName): TrialServer {
  const open = new Set<object>();
  const { fetch, seen } = fakeServer((request) => {
    const { url, body, signal } = request;
    const script = scriptOf(wire, server, asksForStream(url, body));
    open.add(request);
    const close = () => open.delete(request);
    signal?.addEventListener('abort', close, { once: true });
    if (script.pieces.length === 0) return untilAborted(signal);
    return new Response(bodyOf(script, signal, close), script);
  });
  return { fetch, requests: () => seen.length, open: () => open.size };
}

function untilAborted(signal: AbortSignal | null): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function bodyOf({ pieces, ending }: Script, signal: AbortSignal | null, close: () => unknown) {
  let next = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[next++];
        if (piece !== undefined) {
          controller.enqueue(new TextEncoder().encode(piece));
          return undefined;
        }
        if (ending === 'silence') return untilAborted(signal);
        close();
        if (ending === 'end') controller.close();
        else controller.error(new TypeError('terminated', { cause: { code: 'UND_ERR_SOCKET' } }));
        return undefined;
      },
      cancel() {
        close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** All trials of one wire on scripted transports, each provider changed by `spoil`. */
export function trialsOf(
  wire: TrialWire,
  spoil: (provider: Provider, server: ServerName) => Provider = (provider) => provider,
): Required<ProviderTrials> {
  return trialsWith((server) => () => {
    const { fetch, ...counters } = trialServer(wire, server);
    const options = { apiKey: key, baseUrl: 'https://host.test', fetch };
    return { provider: spoil(createProvider(wire.name, options), server), ...counters };
  });
}
