import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatRequest,
  EmbeddingRequest,
  EmbeddingResponse,
  Provider,
  ProviderCall,
} from '@llm-router/core';
import { type Address, azureAddress, direct } from './azure-address.ts';
import { buildChatBody } from './chat-body.ts';
import { createChunkReader } from './chunk-reader.ts';
import { creditsOf } from './credits.ts';
import { buildEmbeddingBody, readEmbeddings } from './embeddings.ts';
import { createFailures, type Failures } from './failures.ts';
import { isObject } from './json.ts';
import { listModels } from './list-models.ts';
import { probe } from './probe.ts';
import type { ProviderSettings } from './provider-options.ts';
import type { ProviderProfile } from './provider-profile.ts';
import { isBlank, readCompletion } from './read-completion.ts';
import { readCost } from './read-cost.ts';
import { findUsage } from './read-usage.ts';
import { createRedactor } from './redactor.ts';
import { stoppable } from './stoppable.ts';
import { streamExchange } from './stream-answer.ts';
import { isDone } from './stream-events.ts';
import { translate } from './translate.ts';
import { createTransport, type Exchange, type Transport } from './transport.ts';
import { readWholeAnswer } from './whole-answer.ts';

/** What every call on the wire needs. */
interface Wire {
  readonly profile: ProviderProfile;
  readonly settings: ProviderSettings;
  readonly failures: Failures;
  readonly transport: Transport;
  readonly address: Address;
}

/** Makes a provider on OpenAI's chat wire, with the differences that its profile names. */
export function createChatWire(
  name: string,
  profile: ProviderProfile,
  settings: ProviderSettings,
): Provider {
  const failures = createFailures(name, createRedactor(settings.secrets), settings.clock);
  const address = (profile.azureAddresses ? azureAddress : direct)(settings.baseUrl);
  const transport = createTransport({ ...settings, baseUrl: address.baseUrl, failures });
  const wire = { profile, settings, failures, transport, address };
  return {
    name,
    chat: (request, call = {}) => chat(wire, request, call),
    stream: (request, call = {}) =>
      stoppable((signal) => stream(wire, request, { ...call, signal }), call.signal),
    ...(profile.embeddings && { embed: (request, call = {}) => embed(wire, request, call) }),
    ...(profile.lists && {
      models: (call = {}) => listModels(wire, address.pathOf('/models'), call),
      probe: (call = {}) => probe(transport, address.pathOf('/models'), call),
    }),
    ...creditsOf(name, wire),
  };
}

async function chat(wire: Wire, request: ChatRequest, call: ProviderCall): Promise<ChatCompletion> {
  return readChat(wire, await postChat(wire, request, call, false), request, call);
}

async function* stream(
  wire: Wire,
  request: ChatRequest,
  call: ProviderCall,
): AsyncGenerator<ChatCompletionChunk> {
  const { profile, settings, failures } = wire;
  const exchange = await postChat(wire, request, call, true);
  yield* streamExchange({
    exchange,
    settings,
    readWhole: () => readChat(wire, exchange, request, call),
    reader: createChunkReader(profile, request.model),
    end: { name: '[DONE]', isSaidBy: isDone, isNeeded: !profile.endsWithoutDone },
    failures,
    call,
  });
}

async function postChat(
  { profile, settings, transport, failures, address }: Wire,
  request: ChatRequest,
  call: ProviderCall,
  isStream: boolean,
): Promise<Exchange> {
  const { path, body } = translate(failures, () => ({
    path: address.pathOf('/chat/completions', request.model),
    body: buildChatBody(request, {
      profile,
      stream: isStream,
      includeUsage: settings.includeUsage ?? profile.usageOnRequest,
      onLoss: (loss) => call.onLoss?.(loss),
    }),
  }));
  return transport.post(path, body, call);
}

async function readChat(
  wire: Wire,
  exchange: Exchange,
  request: ChatRequest,
  call: ProviderCall,
): Promise<ChatCompletion> {
  const { answer, text } = await readWholeAnswer(wire, exchange, call);
  const completion = readCompletion(answer, wire.profile, request.model);
  if (completion === undefined) {
    throw wire.failures.unusable(exchange.head, 'The answer has no choices.', { body: text });
  }
  if (isBlank(answer, completion)) {
    const what = 'The answer holds nothing: no content, no tool call and no finish_reason.';
    throw wire.failures.unusable(exchange.head, what, { body: text });
  }
  const usage = isObject(answer) ? findUsage(answer) : undefined;
  const cost = usage && readCost(usage, wire.profile);
  if (cost !== undefined) call.onCost?.(cost);
  return completion;
}

async function embed(
  wire: Wire,
  request: EmbeddingRequest,
  call: ProviderCall,
): Promise<EmbeddingResponse> {
  const body = buildEmbeddingBody(request);
  const { address, failures } = wire;
  const path = translate(failures, () => address.pathOf('/embeddings', request.model));
  const exchange = await wire.transport.post(path, body, call);
  const { answer, text } = await readWholeAnswer(wire, exchange, call);
  const embeddings = readEmbeddings(answer, request.model);
  if (embeddings !== undefined) return embeddings;
  throw wire.failures.unusable(exchange.head, 'The answer has no vectors.', { body: text });
}
