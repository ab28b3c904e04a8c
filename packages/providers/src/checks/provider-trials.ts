import type { Provider } from '@llm-router/core';

/** A provider before one server, and what that server counts. */
export interface ProviderTrial {
  readonly provider: Provider;
  /** Requests that have reached the server so far. */
  readonly requests?: () => number;
  /** Requests that are neither answered to the end nor broken off by the provider. */
  readonly open?: () => number;
}

/** Makes the provider before one server; called anew for each check. */
export type MakeTrial = () => Provider | ProviderTrial | Promise<Provider | ProviderTrial>;

/** One's own provider before servers that behave in one way each, for `chat` and for `stream`. */
export interface ProviderTrials {
  /** Answers well, with content; best the same each time, and in several pieces where it streams. */
  readonly answering: MakeTrial;
  /** Refuses with a 429 and `retry-after: 7`. */
  readonly refusing?: MakeTrial;
  /** Takes the request and never answers. */
  readonly silent?: MakeTrial;
  /** Sends the beginning of a stream, with content, and then nothing more; used for `stream` only. */
  readonly stalled?: MakeTrial;
  /** Breaks the connection in the middle of its answer. */
  readonly cut?: MakeTrial;
  /** Gives a good status and a body that is no answer, such as half an object between two events. */
  readonly broken?: MakeTrial;
}

export type TrialName = keyof ProviderTrials;

export const trialNames: readonly TrialName[] = [
  'answering',
  'refusing',
  'silent',
  'stalled',
  'cut',
  'broken',
];
