import {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatRequest,
  type ChunkDelta,
  type CompletionUsage,
  createRandom,
  createVirtualClock,
  type FinishReason,
  type Provider,
  type ProviderCall,
  RouterError,
  type VirtualClock,
} from '@llm-router/core';
import { createSimulator, type Simulator, type SimulatorOptions } from '@llm-router/simulator';
import {
  createRouter,
  type DeploymentConfig,
  type Router,
  type RouterConfig,
  type RouterEvent,
} from 'llm-router';

/** A deployment at the simulated address, named after its model. */
export function deploy(model: string, extra: Partial<DeploymentConfig> = {}): DeploymentConfig {
  return {
    id: model,
    provider: 'openai-compatible',
    baseUrl: 'http://simulator.test/v1',
    model,
    ...extra,
  };
}

export interface Bench {
  readonly clock: VirtualClock;
  readonly simulator: Simulator;
  readonly router: Router;
  /** Requests that reached a model, or all of them. */
  hits(model?: string): ReturnType<Simulator['hits']>;
}

/** A router before a simulator, on one virtual clock. */
export function createBench(
  models: SimulatorOptions['models'],
  config: RouterConfig,
  { seed = 1, faults = [] }: Partial<Pick<SimulatorOptions, 'seed' | 'faults'>> = {},
): Bench {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models, seed, clock, faults });
  const dependencies = { clock, random: createRandom(seed), fetch: simulator.fetch };
  const router = createRouter(config, dependencies);
  const hits = (model?: string) =>
    simulator.hits().filter((hit) => model === undefined || hit.model === model);
  return { clock, simulator, router, hits };
}

/** Answers at once and always the same time. */
export const steady = { medianMs: 100, sigma: 0 };

/** One reply of a {@link createScriptedFetch}. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | object;
  readonly afterMs?: number;
}

export interface WireHit {
  readonly at: number;
  readonly model: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: { readonly [field: string]: unknown };
  /** When its signal aborted, if it did. */
  abortedAt?: number;
}

/** A `fetch` that answers what the script says, and a record of what it was asked. */
export function createScriptedFetch(
  clock: VirtualClock,
  script: (hit: WireHit, number: number) => Reply,
) {
  const hits: WireHit[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const body = JSON.parse(String(init.body)) as { model: string };
    const { model } = body;
    const headers = new Headers(init.headers);
    const hit: WireHit = { at: clock.now(), model, url: String(input), headers, body };
    hits.push(hit);
    const signal = init.signal ?? undefined;
    signal?.addEventListener('abort', () => {
      hit.abortedAt = clock.now();
    });
    const {
      status = 200,
      headers: told,
      body: reply = completionOf('fine'),
      afterMs = 10,
    } = script(hit, hits.length);
    await clock.sleep(afterMs, signal);
    const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
    const type = text.startsWith('data:') ? 'text/event-stream' : 'application/json';
    return new Response(text, { status, headers: { 'content-type': type, ...told } });
  };
  return { fetch, hits };
}

/** A router before a scripted wire, on one virtual clock. */
export function createWireBench(
  config: RouterConfig,
  script: (hit: WireHit, number: number) => Reply,
) {
  const clock = createVirtualClock();
  const { fetch, hits } = createScriptedFetch(clock, script);
  const router = createRouter(config, { clock, random: createRandom(1), fetch });
  return { clock, router, hits };
}

/** An error body in OpenAI's shape. */
export function errorBody(message: string, code: string | null = null): object {
  return { error: { message, type: 'error', param: null, code } };
}

export function completionOf(
  text: string,
  usage: CompletionUsage | undefined = {
    prompt_tokens: 10,
    completion_tokens: 5,
    total_tokens: 15,
  },
): ChatCompletion {
  return {
    id: 'cmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, refusal: null },
        finish_reason: 'stop',
        logprobs: null,
      },
    ],
    ...(usage && { usage }),
  };
}

export function chunkOf(
  delta: ChunkDelta,
  finish: FinishReason | null = null,
  index = 0,
): ChatCompletionChunk {
  return {
    id: 'cmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index, delta, finish_reason: finish }],
  };
}

export function usageChunk(usage: CompletionUsage): ChatCompletionChunk {
  return { ...chunkOf({}), choices: [], usage };
}

/** The piece of a stream, or a time without one. */
export type StreamStep = ChatCompletionChunk | { readonly pauseMs: number } | Error | 'stall';

export interface FakeCall {
  readonly request: ChatRequest;
  readonly startedAt: number;
  abortedAt?: number;
  /** The stream was left or aborted. */
  stopped: boolean;
}

/** A provider of the caller's own, whose answers are written by hand. */
export function createFakeProvider(
  clock: VirtualClock,
  script: {
    readonly chat?: (
      request: ChatRequest,
      call: ProviderCall,
      number: number,
    ) => Promise<ChatCompletion>;
    readonly stream?: (request: ChatRequest, number: number) => readonly StreamStep[];
  },
) {
  const calls: FakeCall[] = [];

  function open(request: ChatRequest, { signal }: ProviderCall): FakeCall {
    const call: FakeCall = { request, startedAt: clock.now(), stopped: false };
    signal?.addEventListener('abort', () => {
      call.abortedAt ??= clock.now();
    });
    calls.push(call);
    return call;
  }

  async function* play(
    steps: readonly StreamStep[],
    call: FakeCall,
    signal: AbortSignal | undefined,
  ) {
    try {
      for (const step of steps) {
        signal?.throwIfAborted();
        if (step === 'stall') await clock.sleep(Number.POSITIVE_INFINITY, signal);
        else if (step instanceof Error) throw step;
        else if ('pauseMs' in step) await clock.sleep(step.pauseMs, signal);
        else yield step;
      }
    } finally {
      call.stopped = true;
    }
  }

  const provider: Provider = {
    name: 'fake',
    async chat(request, call = {}) {
      open(request, call);
      return script.chat?.(request, call, calls.length) ?? completionOf('fine');
    },
    stream(request, call = {}) {
      const opened = open(request, call);
      return play(script.stream?.(request, calls.length) ?? [], opened, call.signal);
    },
  };
  return { provider, calls };
}

/** A router with hand-written providers, by name, on one virtual clock. */
export function createFakeBench(
  scripts: Readonly<Record<string, Parameters<typeof createFakeProvider>[1]>>,
  config: Partial<RouterConfig> = {},
) {
  const clock = createVirtualClock();
  const fakes = Object.fromEntries(
    Object.entries(scripts).map(([name, script]) => [name, createFakeProvider(clock, script)]),
  );
  const providers = Object.fromEntries(
    Object.entries(fakes).map(([name, { provider }]) => [name, provider]),
  );
  const deployments = Object.keys(scripts).map((name) => ({
    id: name,
    provider: name,
    model: name,
  }));
  const router = createRouter(
    { deployments, ...config },
    { clock, random: createRandom(1), providers },
  );
  const callsOf = (name: string) => fakes[name]?.calls ?? [];
  return { clock, router, callsOf };
}

/** The router's error that a piece of work ends with; fails where it ends well or otherwise. */
export async function failureOf(work: Promise<unknown>): Promise<RouterError> {
  const thrown = await work.then(
    (value) => new Error(`it succeeded: ${JSON.stringify(value)?.slice(0, 300)}`),
    (error: unknown) => error,
  );
  if (thrown instanceof RouterError) return thrown;
  throw thrown;
}

/** The error that a synchronous step throws. */
export function errorOf(step: () => unknown): RouterError {
  try {
    step();
  } catch (error) {
    if (error instanceof RouterError) return error;
    throw error;
  }
  throw new Error('it did not throw');
}

/** Everything that a router tells. */
export function record(router: Router): RouterEvent[] {
  const events: RouterEvent[] = [];
  router.on('*', (event) => events.push(event));
  return events;
}

/** Requests in flight by the router's own account, over all keys, and those that wait. */
export function busy(router: Router): { inFlight: number; queued: number; running: number } {
  const { queue, requests } = router.status();
  const inFlight = Object.values(queue.limits).reduce((sum, pool) => sum + pool.inFlight, 0);
  return { inFlight, queued: queue.queued, running: requests.running };
}

export const idle = { inFlight: 0, queued: 0, running: 0 };

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export function countBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
