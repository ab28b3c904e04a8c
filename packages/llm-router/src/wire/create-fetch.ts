import type { CallOptions, ChatRequest, EmbeddingRequest, Ledger } from '@llm-router/core';
import type { ChatResult, ChatStream, EmbedResult, Router } from '../router.ts';
import { answerHeaders } from './answer-headers.ts';
import { anthropicFace } from './anthropic-face.ts';
import type { Arrival } from './arrival.ts';
import { embeddingAnswer } from './embedding-answer.ts';
import { type Endpoint, findEndpoint, speaksAnthropic } from './endpoint.ts';
import { openEventStream } from './event-stream.ts';
import { readHeaderOptions } from './header-options.ts';
import { openaiFace } from './openai-face.ts';
import { BodyRefused, readJsonBody } from './read-json-body.ts';
import { errorAnswer, jsonAnswer, refusal } from './wire-answer.ts';
import type { ModelName, WireFace } from './wire-face.ts';

/** What `fetch` needs of the router behind it. */
export interface Doors {
  chat(request: ChatRequest, options: CallOptions, losses: readonly string[]): Promise<ChatResult>;
  /** A stream, and its ledger as it stands: absent before it has begun. */
  stream(
    request: ChatRequest,
    options: CallOptions,
    losses: readonly string[],
  ): { readonly stream: ChatStream; ledger(): Ledger | undefined };
  embed(request: EmbeddingRequest, options: CallOptions): Promise<EmbedResult>;
  models(): readonly ModelName[];
  /** A request begins to come in. */
  arrive(options: CallOptions): Arrival;
  maxBodyBytes(): number;
}

/** A request from outside, on its way in. */
interface Visitor {
  readonly request: Request;
  readonly endpoint: Endpoint;
  readonly face: WireFace;
  readonly signal: AbortSignal | undefined;
}

/** The largest that Anthropic takes; images in base64 make bodies large. */
export const defaultMaxBodyBytes = 33_554_432;

/** Only the path of a relative address is looked at, so any host will do. */
const anyHost = 'http://llm-router.invalid';

/**
 * Makes a `fetch` that answers from the router instead of the network, on the wires of OpenAI and
 * Anthropic. It rejects as `fetch` does: with the signal's reason after an abort, and for an address
 * or an init that is none. Everything else is an answer.
 */
export function createFetch(doors: Doors): Router['fetch'] {
  return async (input, init = {}) => {
    const signal = init.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    const target = typeof input === 'string' ? new URL(input, anyHost) : input;
    // The signal is followed by the router itself.
    const request = new Request(target, { duplex: 'half', ...init, signal: null });
    const { pathname } = new URL(request.url);
    const face = speaksAnthropic(pathname, request.headers) ? anthropicFace : openaiFace;
    const endpoint = findEndpoint(request.method, pathname);
    try {
      return await answer({ request, endpoint, face, signal }, doors);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (!(error instanceof BodyRefused)) return errorAnswer(error, face);
      const { status, code, message } = error;
      return refusal({ status, code, message }, face);
    }
  };
}

async function answer(visitor: Visitor, doors: Doors): Promise<Response> {
  const { endpoint, face } = visitor;
  switch (endpoint.kind) {
    case 'chat':
    case 'messages':
      return answerChat(visitor, doors);
    case 'embeddings':
      return answerEmbedding(visitor, doors);
    case 'models':
      return jsonAnswer(face.models(doors.models()));
    case 'model':
      return answerModel(endpoint.id, face, doors);
    default:
      return unknownPath(visitor);
  }
}

async function answerChat(visitor: Visitor, doors: Doors): Promise<Response> {
  const { face } = visitor;
  const { body, options } = await readBody(visitor, doors);
  const { request, losses } = face.read(body);
  if (request.stream === true) return answerStream(request, options, losses, face, doors);
  const { completion, ledger, deployment } = await doors.chat(request, options, losses);
  return jsonAnswer(face.answer(completion), answerHeaders(ledger, { deployment }));
}

/** Until the first content has come, a failure is an answer with a status of its own. */
async function answerStream(
  request: ChatRequest,
  options: CallOptions,
  losses: readonly string[],
  face: WireFace,
  doors: Doors,
): Promise<Response> {
  const { stream, ledger } = doors.stream(request, options, losses);
  const pieces = stream[Symbol.asyncIterator]();
  const first = await pieces.next();
  const { deployment } = await stream.committed;
  const begun = ledger();
  const body = openEventStream({
    first,
    pieces,
    frames: face.frames(),
    usage: async () => (await stream.result).usage,
    signal: options.signal,
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      ...(begun && answerHeaders(begun, { deployment, cost: costOfBegun(begun) })),
    },
  });
}

/** What a stream will have cost is known at its end; a stored one costs nothing. */
function costOfBegun({ cache, cost }: Ledger): Ledger['cost'] {
  return cache === 'hit' ? cost : { nanoUsd: null, exactness: 'unknown' };
}

async function answerEmbedding(visitor: Visitor, doors: Doors): Promise<Response> {
  const { body, options } = await readBody(visitor, doors);
  // What it holds is checked behind the door.
  const request = body as EmbeddingRequest;
  const { response, ledger, deployment } = await doors.embed(request, options);
  const { encoding_format: format } = request;
  return jsonAnswer(embeddingAnswer(response, format), answerHeaders(ledger, { deployment }));
}

function answerModel(id: string, face: WireFace, doors: Doors): Response {
  const name = doors.models().find((one) => one.id === id);
  if (name !== undefined) return jsonAnswer(face.model(name));
  const message = `There is no model '${id.slice(0, 100)}'. GET …/models lists those that there are.`;
  return refusal({ status: 404, code: 'model_not_found', message }, face);
}

function unknownPath({ request, face }: Visitor): Response {
  const { pathname } = new URL(request.url);
  const message =
    `The router has no ${request.method} ${pathname.slice(0, 100)}. It answers POST …/chat/completions, ` +
    'POST …/messages, POST …/embeddings, GET …/models and GET …/models/{id}.';
  return refusal({ status: 404, code: 'unknown_path', message }, face);
}

/** The body, and the options of its call, whose time began with the request. */
async function readBody(
  visitor: Visitor,
  doors: Doors,
): Promise<{ readonly body: object; readonly options: CallOptions }> {
  const options = optionsOf(visitor);
  const { deadline, scope } = doors.arrive(options);
  try {
    const body = await readJsonBody(visitor.request, doors.maxBodyBytes(), scope);
    return { body, options: { ...options, deadline } };
  } finally {
    scope.end();
  }
}

function optionsOf({ request, signal }: Visitor): CallOptions {
  return { ...readHeaderOptions(request.headers), ...(signal && { signal }) };
}
