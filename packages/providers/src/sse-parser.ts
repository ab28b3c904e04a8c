/** One server-sent event. */
export interface SseEvent {
  /** The event's name; `message` unless the server named it. */
  readonly event: string;
  /** Its data lines, joined by line feeds. */
  readonly data: string;
}

/** Bytes in, events out. It never throws, whatever the bytes are. */
export interface SseParser {
  /** The events that these bytes complete. */
  push(bytes: Uint8Array): readonly SseEvent[];
  /** The last event, where the stream ended without the empty line that closes it. */
  end(): readonly SseEvent[];
  /** An event grew beyond the limit; nothing is read any more. */
  readonly overflowed: boolean;
}

export interface SseParserOptions {
  /** Most characters that one event may have. */
  readonly maxEventCharacters: number;
}

/**
 * Makes an incremental parser of `text/event-stream` that sees the same events however the bytes are
 * cut. Line ends may be LF, CR or CRLF; a byte order mark, comments, ids, retry hints and unknown
 * fields are skipped. After the HTML standard, section 9.2.6, with one leniency: an event that only
 * lacks its closing empty line counts at the end.
 *
 * @example
 * const parser = createSseParser({ maxEventCharacters: 1_000_000 });
 * parser.push(new TextEncoder().encode('data: hello\n\n')); // [{ event: 'message', data: 'hello' }]
 */
export function createSseParser(options: SseParserOptions): SseParser {
  const { maxEventCharacters } = options;
  const decoder = new TextDecoder();
  const lineEnd = /\r\n|\r|\n/g;
  let pendingLine = '';
  let afterReturn = false;
  let name = '';
  let data: string[] = [];
  let size = 0;
  let overflowed = false;

  function overflow(): void {
    overflowed = true;
    pendingLine = '';
    data = [];
  }

  function takeLine(line: string, events: SseEvent[]): void {
    if (line === '') {
      if (data.length > 0) events.push({ event: name || 'message', data: data.join('\n') });
      name = '';
      data = [];
      size = 0;
      return;
    }
    if (size + line.length > maxEventCharacters) {
      overflow();
      return;
    }
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    if (field !== 'data' && field !== 'event') return;
    const from = line[colon + 1] === ' ' ? colon + 2 : colon + 1;
    const value = colon === -1 ? '' : line.slice(from);
    if (field === 'event') name = value;
    else data.push(value);
    size += line.length;
  }

  function takeText(text: string): SseEvent[] {
    const events: SseEvent[] = [];
    if (text === '') return events;
    // A CRLF cut in two is still one line end.
    let from = afterReturn && text[0] === '\n' ? 1 : 0;
    afterReturn = text.endsWith('\r');
    lineEnd.lastIndex = from;
    for (let end = lineEnd.exec(text); end !== null && !overflowed; end = lineEnd.exec(text)) {
      const line = pendingLine + text.slice(from, end.index);
      pendingLine = '';
      from = lineEnd.lastIndex;
      takeLine(line, events);
    }
    if (!overflowed) pendingLine += text.slice(from);
    if (size + pendingLine.length > maxEventCharacters) overflow();
    return events;
  }

  return {
    get overflowed() {
      return overflowed;
    },
    push: (bytes) => (overflowed ? [] : takeText(decoder.decode(bytes, { stream: true }))),
    end() {
      if (overflowed) return [];
      const events = takeText(decoder.decode());
      if (pendingLine !== '') takeLine(pendingLine, events);
      pendingLine = '';
      takeLine('', events);
      return events;
    },
  };
}
