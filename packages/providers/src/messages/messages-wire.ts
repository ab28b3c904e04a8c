import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatRequest,
  Provider,
  ProviderCall,
} from '@llm-router/core';
import { readAnswerTime } from '../answer-time.ts';
import { createFailures, type Failures } from '../failures.ts';
import { fieldsOf, parseJson } from '../json.ts';
import { listModels } from '../list-models.ts';
import { probe } from '../probe.ts';
import type { ProviderSettings } from '../provider-options.ts';
import { createRedactor } from '../redactor.ts';
import type { SseEvent } from '../sse-parser.ts';
import { stoppable } from '../stoppable.ts';
import { streamExchange } from '../stream-answer.ts';
import { translate } from '../translate.ts';
import { createTransport, type Exchange, type Transport } from '../transport.ts';
import { readWholeAnswer } from '../whole-answer.ts';
import { createMessageReader, type MessageReaderOptions } from './message-reader.ts';
import { buildMessagesBody } from './messages-body.ts';
import { anthropicPlace, type MessagesPlace } from './messages-place.ts';
import { readMessage } from './read-message.ts';

/** What every call on the wire needs. */
interface Wire {
  readonly settings: ProviderSettings;
  readonly failures: Failures;
  readonly transport: Transport;
  readonly place: MessagesPlace;
}

/** An exchange, and how to read what comes of it. */
interface Asked {
  readonly exchange: Exchange;
  readonly reading: MessageReaderOptions;
}

/** Makes a provider on Anthropic's messages wire. */
export function createMessagesWire(
  name: string,
  settings: ProviderSettings,
  place: MessagesPlace = anthropicPlace,
): Provider {
  const failures = createFailures(name, createRedactor(settings.secrets), settings.clock);
  const transport = createTransport({ ...settings, failures });
  const wire = { settings, failures, transport, place };
  const { modelsPath } = place;
  return {
    name,
    chat: (request, call = {}) => chat(wire, request, call),
    stream: (request, call = {}) =>
      stoppable((signal) => stream(wire, request, { ...call, signal }), call.signal),
    ...(modelsPath !== undefined && {
      models: (call = {}) => listModels(wire, `${modelsPath}?limit=1000`, call),
      probe: (call = {}) => probe(transport, modelsPath, call),
    }),
  };
}

async function chat(wire: Wire, request: ChatRequest, call: ProviderCall): Promise<ChatCompletion> {
  return readChat(wire, await ask(wire, request, call, false), call);
}

async function* stream(
  wire: Wire,
  request: ChatRequest,
  call: ProviderCall,
): AsyncGenerator<ChatCompletionChunk> {
  const { settings, failures } = wire;
  const asked = await ask(wire, request, call, true);
  yield* streamExchange({
    exchange: asked.exchange,
    settings,
    readWhole: () => readChat(wire, asked, call),
    reader: createMessageReader(asked.reading),
    end: { name: 'message_stop', isSaidBy: isMessageStop, isNeeded: true },
    failures,
    call,
  });
}

async function ask(
  { settings, failures, transport, place }: Wire,
  request: ChatRequest,
  call: ProviderCall,
  isStream: boolean,
): Promise<Asked> {
  const onLoss = (loss: string) => call.onLoss?.(loss);
  const { defaultMaxTokens } = settings;
  const built = translate(failures, () => ({
    path: place.pathOf(request.model, isStream),
    ...buildMessagesBody(request, { stream: isStream, defaultMaxTokens, onLoss }),
  }));
  const exchange = await transport.post(built.path, place.bodyOf(built.body), call);
  const created = readAnswerTime(exchange.head);
  const { jsonTool } = built;
  return { exchange, reading: { model: request.model, created, jsonTool, onLoss } };
}

async function readChat(
  wire: Wire,
  { exchange, reading }: Asked,
  call: ProviderCall,
): Promise<ChatCompletion> {
  const { answer, text } = await readWholeAnswer(wire, exchange, call);
  const completion = readMessage(answer, reading);
  if (completion !== undefined) return completion;
  throw wire.failures.unusable(exchange.head, 'The answer has no content.', { body: text });
}

function isMessageStop({ event, data }: SseEvent): boolean {
  if (event === 'message_stop') return true;
  // Parsed only where it could be: text may hold the word too.
  return data.includes('message_stop') && fieldsOf<'type'>(parseJson(data)).type === 'message_stop';
}
