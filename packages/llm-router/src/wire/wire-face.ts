import type { ChatCompletion, ChatCompletionChunk, ChatRequest, Usage } from '@llm-router/core';
import type { WireError } from './wire-error.ts';

/** A name that a request may ask for. */
export interface ModelName {
  readonly id: string;
  readonly ownedBy: string;
}

/** The frames of one streamed answer, each as the text of server-sent events. */
export interface StreamFrames {
  /** Empty where the piece says nothing on this wire. */
  piece(chunk: ChatCompletionChunk): string;
  end(usage: Usage | undefined): string;
  error(error: WireError): string;
}

/** How one wire is read and written, towards the caller. It holds no state. */
export interface WireFace {
  /** @throws RouterError `invalid_request` */
  read(body: object): { readonly request: ChatRequest; readonly losses: readonly string[] };
  answer(completion: ChatCompletion): object;
  frames(): StreamFrames;
  /** The status of an error, where the wire has one of its own. */
  statusOf(error: WireError): number;
  error(error: WireError, requestId?: string): object;
  model(name: ModelName): object;
  models(names: readonly ModelName[]): object;
}
