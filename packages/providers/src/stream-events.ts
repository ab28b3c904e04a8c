import type { BodyReader } from './body-reader.ts';
import { parseJson } from './json.ts';
import { createSseParser, type SseEvent } from './sse-parser.ts';

/** Thrown by {@link readEvents} where an event is larger than allowed. */
export class OversizedEvent extends Error {}

/** Whether an event says that the stream is complete. */
export function isDone(event: SseEvent): boolean {
  return event.data.trim() === '[DONE]';
}

/** The events of a body. Bytes are pulled when the consumer asks for an event that is not yet there. */
export async function* readEvents(
  body: BodyReader,
  maxEventCharacters: number,
): AsyncGenerator<SseEvent> {
  const parser = createSseParser({ maxEventCharacters });
  for (let bytes = await body.read(); bytes !== undefined; bytes = await body.read()) {
    yield* parser.push(bytes);
    if (parser.overflowed) throw new OversizedEvent();
  }
  // Half an object at the end is a lost connection, not a malformed event.
  yield* parser.end().filter((event) => isDone(event) || parseJson(event.data) !== undefined);
}
