import type { BodyReader } from './body-reader.ts';
import { parseJson } from './json.ts';
import { createSseParser, type SseEvent } from './sse-parser.ts';

/** Thrown by {@link readEvents} where an event is larger than allowed. */
export class OversizedEvent extends Error {}

/** Thrown by {@link readEvents} where a body ended without any event. */
export class NoEvents extends Error {
  /** The beginning of the body. */
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** Enough to see what a body is that is no stream. */
const longestBeginning = 65_536;

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
  const decoder = new TextDecoder();
  let beginning = '';
  let hasEvents = false;
  for (let bytes = await body.read(); bytes !== undefined; bytes = await body.read()) {
    const events = parser.push(bytes);
    hasEvents ||= events.length > 0;
    const room = hasEvents ? 0 : longestBeginning - beginning.length;
    if (room > 0) beginning += decoder.decode(bytes.subarray(0, room), { stream: true });
    yield* events;
    if (parser.overflowed) throw new OversizedEvent();
  }
  // Half an object at the end is a lost connection, not a malformed event.
  const last = parser.end().filter((event) => isDone(event) || parseJson(event.data) !== undefined);
  if (!hasEvents && last.length === 0) throw new NoEvents(beginning);
  yield* last;
}
