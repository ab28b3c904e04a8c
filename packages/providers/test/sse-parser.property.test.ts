import fc from 'fast-check';
import { createSseParser, type SseEvent } from '../src/index.ts';

/** Streams made of what is hard: all line ends, marks, characters of one to four bytes, fields. */
const wild = fc
  .array(
    fc.constantFrom(
      'data: ',
      'data:',
      'data',
      'event: error',
      'id: 1',
      ': hm',
      '\n',
      '\r',
      '\r\n',
      '\n\n',
      '\ufeff',
      'é',
      '語',
      '🌊',
      ' ',
      '{"a":1}',
      '[DONE]',
    ),
    { maxLength: 60 },
  )
  .map((parts) => new TextEncoder().encode(parts.join('')));

function parse(parts: readonly Uint8Array[], maxEventCharacters: number) {
  const parser = createSseParser({ maxEventCharacters });
  const events: SseEvent[] = parts.flatMap((part) => [...parser.push(part)]);
  return { events: [...events, ...parser.end()], overflowed: parser.overflowed };
}

function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [...places].map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...at].map((from, index) => bytes.subarray(from, at[index] ?? bytes.length));
}

const places = fc.array(fc.nat(2000), { maxLength: 80 });
const limit = fc.constantFrom(5, 12, 10_000);

test('any cutting of any stream gives the same events', () => {
  fc.assert(
    fc.property(wild, places, limit, (bytes, where, most) => {
      expect(parse(cutAt(bytes, where), most)).toEqual(parse([bytes], most));
    }),
    { numRuns: 2000 },
  );
});

test('one byte at a time gives the same events', () => {
  fc.assert(
    fc.property(wild, (bytes) => {
      const single = [...bytes].map((byte) => Uint8Array.of(byte));
      expect(parse(single, 10_000)).toEqual(parse([bytes], 10_000));
    }),
  );
});

test('what was written as events is read as the same events, whatever the line ends', () => {
  const written = fc.record({
    event: fc.constantFrom('message', 'error', 'note'),
    lines: fc.array(fc.string({ unit: fc.constantFrom('a', ':', ' ', 'é', '🌊') }), {
      minLength: 1,
      maxLength: 4,
    }),
  });
  const end = fc.constantFrom('\n', '\r', '\r\n');
  fc.assert(
    fc.property(fc.array(written), end, places, (events, lineEnd, where) => {
      const text = events
        .map(({ event, lines }) =>
          [`event: ${event}`, ...lines.map((line) => `data: ${line}`), '', ''].join(lineEnd),
        )
        .join('');
      const read = parse(cutAt(new TextEncoder().encode(text), where), 10_000).events;
      expect(read).toEqual(events.map(({ event, lines }) => ({ event, data: lines.join('\n') })));
    }),
  );
});

test('bytes that are no text at all never throw', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (parts) => {
      expect(() => parse(parts, 100)).not.toThrow();
    }),
  );
});
