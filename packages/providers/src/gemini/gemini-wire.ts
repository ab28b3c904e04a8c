import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatRequest,
  EmbeddingRequest,
  EmbeddingResponse,
  Provider,
  ProviderCall,
} from '@llm-router/core';
import { readAnswerTime } from '../answer-time.ts';
import { createFailures, type Failures } from '../failures.ts';
import { listModels } from '../list-models.ts';
import { modelPath } from '../model-path.ts';
import { probe } from '../probe.ts';
import type { ProviderSettings } from '../provider-options.ts';
import { createRedactor } from '../redactor.ts';
import { stoppable } from '../stoppable.ts';
import { streamExchange } from '../stream-answer.ts';
import { translate } from '../translate.ts';
import { createTransport, type Exchange, type Transport } from '../transport.ts';
import { readWholeAnswer } from '../whole-answer.ts';
import { type ContentReaderOptions, createContentReader } from './content-reader.ts';
import { buildGeminiBody } from './gemini-body.ts';
import { buildGeminiEmbedding, readGeminiEmbeddings } from './gemini-embeddings.ts';
import type { GeminiProfile } from './gemini-profiles.ts';
import { readContent } from './read-content.ts';

/** What every call on the wire needs. */
interface Wire {
  readonly profile: GeminiProfile;
  readonly settings: ProviderSettings;
  readonly failures: Failures;
  readonly transport: Transport;
}

/** An exchange, and how to read what comes of it. */
interface Asked {
  readonly exchange: Exchange;
  readonly reading: ContentReaderOptions;
}

/** Makes a provider on Gemini's wire. */
export function createGeminiWire(
  name: string,
  profile: GeminiProfile,
  settings: ProviderSettings,
): Provider {
  const failures = createFailures(name, createRedactor(settings.secrets), settings.clock);
  const transport = createTransport({ ...settings, failures });
  const wire = { profile, settings, failures, transport };
  const path = `${profile.root}/${profile.collection}`;
  return {
    name,
    chat: (request, call = {}) => chat(wire, request, call),
    stream: (request, call = {}) =>
      stoppable((signal) => stream(wire, request, { ...call, signal }), call.signal),
    embed: (request, call = {}) => embed(wire, request, call),
    ...(profile.lists && {
      models: (call = {}) => listModels(wire, `${path}?pageSize=1000`, call),
      probe: (call = {}) => probe(transport, `${path}?pageSize=1`, call),
    }),
  };
}

async function chat(wire: Wire, request: ChatRequest, call: ProviderCall): Promise<ChatCompletion> {
  return readChat(wire, await ask(wire, request, call, ':generateContent'), call);
}

async function* stream(
  wire: Wire,
  request: ChatRequest,
  call: ProviderCall,
): AsyncGenerator<ChatCompletionChunk> {
  const { settings, failures } = wire;
  const asked = await ask(wire, request, call, ':streamGenerateContent?alt=sse');
  yield* streamExchange({
    exchange: asked.exchange,
    settings,
    readWhole: () => readChat(wire, asked, call),
    reader: createContentReader(asked.reading),
    // A finish reason is the only end that this wire has.
    end: { name: 'a finish reason', isSaidBy: () => false, isNeeded: false },
    failures,
    call,
  });
}

async function ask(
  { profile, failures, transport }: Wire,
  request: ChatRequest,
  call: ProviderCall,
  method: string,
): Promise<Asked> {
  const onLoss = (loss: string) => call.onLoss?.(loss);
  const { path, body } = translate(failures, () => ({
    path: modelPath(request.model, profile) + method,
    body: buildGeminiBody(request, onLoss),
  }));
  const exchange = await transport.post(path, body, call);
  const created = readAnswerTime(exchange.head);
  return { exchange, reading: { model: request.model, created, onLoss } };
}

async function readChat(
  wire: Wire,
  { exchange, reading }: Asked,
  call: ProviderCall,
): Promise<ChatCompletion> {
  const { answer, text } = await readWholeAnswer(wire, exchange, call);
  const completion = readContent(answer, reading);
  if (completion !== undefined) return completion;
  throw wire.failures.unusable(exchange.head, 'The answer has no candidates.', { body: text });
}

async function embed(
  wire: Wire,
  request: EmbeddingRequest,
  call: ProviderCall,
): Promise<EmbeddingResponse> {
  const { profile, failures, transport } = wire;
  const onLoss = (loss: string) => call.onLoss?.(loss);
  const { path, body } = translate(failures, () => {
    const place = modelPath(request.model, profile);
    const within = place.slice(profile.root.length + 1);
    return {
      path: `${place}:${profile.embeddings}`,
      body: buildGeminiEmbedding(request, profile.embeddings, within, onLoss),
    };
  });
  const exchange = await transport.post(path, body, call);
  const { answer, text } = await readWholeAnswer(wire, exchange, call);
  const embeddings = readGeminiEmbeddings(answer, request.model);
  if (embeddings !== undefined) return embeddings;
  throw failures.unusable(exchange.head, 'The answer has no vectors.', { body: text });
}
