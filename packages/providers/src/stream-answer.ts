import type {
  ChatCompletion,
  ChatCompletionChunk,
  ProviderCall,
  ProviderResponse,
} from '@llm-router/core';
import { type BodyReader, openBody } from './body-reader.ts';
import type { ChunkReader } from './chunk-reader.ts';
import { toChunks } from './completion-chunks.ts';
import { findFailedFinish, isErrorBody } from './error-body.ts';
import type { Failures } from './failures.ts';
import { isObject, parseJson } from './json.ts';
import { ProviderError } from './provider-error.ts';
import type { ProviderSettings } from './provider-options.ts';
import type { SseEvent } from './sse-parser.ts';
import { NoEvents, OversizedEvent, readEvents } from './stream-events.ts';
import type { Exchange } from './transport.ts';
import { isWebPage } from './web-page.ts';

/** How a wire says that a stream is complete. */
export interface StreamEnd {
  /** The name of what says so. */
  readonly name: string;
  readonly isSaidBy: (event: SseEvent) => boolean;
  /** Whether a finish reason does not suffice. */
  readonly isNeeded: boolean;
}

interface StreamSource {
  readonly body: BodyReader;
  readonly head: ProviderResponse;
  readonly reader: ChunkReader;
  readonly end: StreamEnd;
  readonly failures: Failures;
  readonly call: ProviderCall;
  readonly maxEventCharacters: number;
}

/**
 * The chunks of one streamed answer. It ends only after the server said that the answer is complete;
 * whatever else happens throws, after the usage that was seen by then. A consumer that leaves is
 * expected to abort `call.signal`, which cancels the body.
 */
async function* streamAnswer(source: StreamSource): AsyncGenerator<ChatCompletionChunk> {
  const { body, call, reader, end } = source;
  try {
    let isComplete = false;
    for await (const event of readEvents(body, source.maxEventCharacters)) {
      call.signal?.throwIfAborted();
      isComplete = end.isSaidBy(event);
      if (isComplete) break;
      const chunk = reader.read(readFrame(event, source));
      if (chunk !== undefined) yield chunk;
    }
    checkEnd(isComplete, source);
    body.finish();
  } catch (error) {
    body.cancel();
    reportCost(reader, call);
    const seen = call.signal?.aborted ? undefined : reader.usage();
    if (seen !== undefined) yield seen;
    throw toFailure(error, source);
  }
  reportCost(reader, call);
  const closing = reader.closing();
  if (closing !== undefined) yield closing;
  const usage = reader.usage();
  if (usage !== undefined) yield usage;
}

/** What the three wires have in common of a request for a stream. */
interface StreamReading extends Omit<StreamSource, 'body' | 'head' | 'maxEventCharacters'> {
  readonly exchange: Exchange;
  readonly settings: Pick<ProviderSettings, 'maxEventCharacters'>;
  /** Reads an answer that came whole although a stream was asked for. */
  readonly readWhole: () => Promise<ChatCompletion>;
}

/** The chunks of an answer, also where the server answers whole what was to be a stream. */
export async function* streamExchange({
  exchange: { response, head },
  settings: { maxEventCharacters },
  readWhole,
  ...reading
}: StreamReading): AsyncGenerator<ChatCompletionChunk> {
  if (head.headers.get('content-type')?.startsWith('application/json')) {
    yield* toChunks(await readWhole());
    return;
  }
  const body = openBody(response, reading.call.signal);
  yield* streamAnswer({ ...reading, body, head, maxEventCharacters });
}

/** The object of one event; an error in any form is thrown. */
function readFrame(event: SseEvent, { reader, head, failures }: StreamSource): object {
  const frame = parseJson(event.data);
  if (isObject(frame)) reader.note(frame);
  if (isErrorBody(frame)) throw failures.inStream(head, frame);
  if (event.event === 'error') throw failures.inStream(head, { error: frame ?? event.data });
  if (!isObject(frame)) {
    const what = 'An event of the stream is not a JSON object.';
    throw failures.unusable(head, what, { body: event.data, isStream: true });
  }
  const failed = findFailedFinish(frame);
  if (failed !== undefined) {
    const what = `The answer ended with finish_reason '${failed}'.`;
    throw failures.unusable(head, what, { isStream: true });
  }
  return frame;
}

const noContent = 'The stream ended without any content or finish reason.';

/** What came in the place of a stream: an error, a page, or nothing that says what it is. */
function toForeign(text: string, { head, failures }: StreamSource): ProviderError {
  if (isErrorBody(parseJson(text))) return failures.refused(head, text);
  if (isWebPage(head, text)) return failures.notJson(head, text, { isStream: true });
  return failures.unusable(head, noContent, { body: text, isStream: true });
}

function checkEnd(isComplete: boolean, { reader, end, head, failures }: StreamSource): void {
  if (!reader.answered) throw failures.unusable(head, noContent, { isStream: true });
  if (isComplete || (reader.finished && !end.isNeeded)) return;
  throw failures.cut(
    head,
    reader.finished
      ? `The stream ended after its finish reason, but without ${end.name}.`
      : 'The stream ended in the middle of the answer.',
  );
}

function reportCost(reader: ChunkReader, call: ProviderCall): void {
  if (reader.cost !== undefined) call.onCost?.(reader.cost);
}

function toFailure(error: unknown, source: StreamSource): ProviderError {
  const { call, head, failures, maxEventCharacters } = source;
  if (error instanceof ProviderError) return error;
  if (error instanceof NoEvents) return toForeign(error.text, source);
  if (error instanceof OversizedEvent) {
    const what = `An event of the stream is longer than maxEventCharacters (${maxEventCharacters}).`;
    return failures.unusable(head, what, { isStream: true });
  }
  return failures.thrown(error, call.signal, { response: head, isStream: true });
}
