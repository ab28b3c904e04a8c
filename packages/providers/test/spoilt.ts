import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatRequest,
  Provider,
  ProviderCall,
  VirtualClock,
} from '@llm-router/core';
import { type ProviderChecksOptions, type ProviderTrials, providerChecks } from '../src/index.ts';

/** Makes a good provider bad. */
export type Spoil = (provider: Provider, server: keyof ProviderTrials) => Provider;

/** Plain JavaScript may answer anything. */
export type Loose = Record<string, unknown>;

/** Changes every whole answer. */
export const spoilAnswer =
  (change: (answer: ChatCompletion) => unknown): Spoil =>
  (provider) => ({
    ...provider,
    chat: async (request, call) => change(await provider.chat(request, call)) as ChatCompletion,
  });

/** Changes every chunk; `undefined` leaves it out. */
export const spoilChunk =
  (change: (chunk: ChatCompletionChunk) => unknown): Spoil =>
  (provider) => ({
    ...provider,
    async *stream(request, call) {
      for await (const chunk of provider.stream(request, call)) {
        const changed = change(chunk);
        if (changed !== undefined) yield changed as ChatCompletionChunk;
      }
    },
  });

/** Changes what is asked, and how. */
export const spoilCall =
  (change: (request: ChatRequest, call: ProviderCall) => [ChatRequest, ProviderCall?]): Spoil =>
  (provider) => ({
    ...provider,
    chat: async (request, call = {}) => provider.chat(...change(request, call)),
    async *stream(request, call = {}) {
      yield* provider.stream(...change(request, call));
    },
  });

/** Changes what fails. */
export const spoilFailure =
  (change: (error: unknown) => unknown): Spoil =>
  (provider) => ({
    ...provider,
    chat: (request, call) =>
      provider.chat(request, call).catch((error) => {
        throw change(error);
      }),
    async *stream(request, call) {
      try {
        yield* provider.stream(request, call);
      } catch (error) {
        throw change(error);
      }
    },
  });

export const failsWith = (error: unknown): Spoil => spoilFailure(() => error);

/** Ends where it should have failed. */
export const endsQuietly: Spoil = (provider) => ({
  ...provider,
  chat: (request, call) => provider.chat(request, call).catch(() => ({ choices: [] }) as never),
  async *stream(request, call) {
    try {
      yield* provider.stream(request, call);
    } catch {
      // Nothing more comes.
    }
  },
});

/** Says nothing more, but only after its end. */
export const hasEpilogue: Spoil = (provider) => ({
  ...provider,
  async *stream(request, call) {
    let last: ChatCompletionChunk | undefined;
    for await (const chunk of provider.stream(request, call)) {
      yield chunk;
      last = chunk;
    }
    const choices = [{ index: 0, delta: {}, finish_reason: null }];
    if (last) yield { ...last, choices, usage: null };
  },
});

/** Spoils before one server only, for nothing else to be found. */
export const only =
  (server: keyof ProviderTrials, spoil: Spoil): Spoil =>
  (provider, at) =>
    at === server ? spoil(provider, at) : provider;

/** What each failing check says, by its name. */
export async function reportOf(
  trials: ProviderTrials,
  clock: VirtualClock,
  options: ProviderChecksOptions = {},
): Promise<Readonly<Record<string, string>>> {
  const report: Record<string, string> = {};
  for (const { name, run } of providerChecks(trials, { clock, ...options })) {
    try {
      await clock.run(run());
    } catch (error) {
      report[name] = error instanceof Error ? error.message : 'no Error was thrown';
    }
  }
  return report;
}
