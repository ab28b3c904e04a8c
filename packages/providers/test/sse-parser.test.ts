import { createSseParser, type SseEvent } from '../src/index.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function parse(text: string, maxEventCharacters = 1000): SseEvent[] {
  const parser = createSseParser({ maxEventCharacters });
  return [...parser.push(encode(text)), ...parser.end()];
}

const messages = (...data: string[]) => data.map((each) => ({ event: 'message', data: each }));

describe('the event parser', () => {
  test.each([
    ['line feeds', '\n'],
    ['carriage returns', '\r'],
    ['both', '\r\n'],
  ])('reads lines that end in %s', (_name, end) => {
    const text = ['data: one', 'data: two', '', 'data: three', '', ''].join(end);
    expect(parse(text)).toEqual(messages('one\ntwo', 'three'));
  });

  test('drops one space after the colon and no more', () => {
    expect(parse('data:  indented\n\ndata:bare\n\n')).toEqual(messages(' indented', 'bare'));
  });

  test('skips a byte order mark at the start, and keeps one inside', () => {
    expect(parse('\ufeffdata: a\ufeffb\n\n')).toEqual(messages('a\ufeffb'));
  });

  test('skips comments, ids, retry hints and unknown fields', () => {
    expect(parse(': still here\nid: 4\nretry: 10\nweather: wet\ndata: x\n\n')).toEqual(
      messages('x'),
    );
  });

  test('gives no event for a block without data, and forgets its name', () => {
    expect(parse('event: ping\n\n: waiting\n\ndata: x\n\n')).toEqual(messages('x'));
  });

  test('reads the name of an event', () => {
    expect(parse('event: error\ndata: {}\n\n')).toEqual([{ event: 'error', data: '{}' }]);
  });

  test('takes a data line without a colon for an empty one', () => {
    expect(parse('data\ndata\n\n')).toEqual(messages('\n'));
  });

  test('gives the last event although its closing empty line is missing', () => {
    expect(parse('data: [DONE]')).toEqual(messages('[DONE]'));
    expect(parse('data: [DONE]\n')).toEqual(messages('[DONE]'));
  });

  test('waits for the rest of a character that was cut in two', () => {
    const parser = createSseParser({ maxEventCharacters: 1000 });
    const bytes = encode('data: é\n\n');
    expect(parser.push(bytes.subarray(0, 7))).toEqual([]);
    expect(parser.push(bytes.subarray(7))).toEqual(messages('é'));
  });

  test('does not take a line end that was cut in two for an empty line', () => {
    const parser = createSseParser({ maxEventCharacters: 1000 });
    expect(parser.push(encode('data: a\r'))).toEqual([]);
    expect(parser.push(encode('\ndata: b\r\n'))).toEqual([]);
    expect(parser.push(encode('\r\n'))).toEqual(messages('a\nb'));
  });

  test('stops at an event that is too large, and keeps those before it', () => {
    const parser = createSseParser({ maxEventCharacters: 20 });
    const read = parser.push(encode(`data: short\n\ndata: ${'x'.repeat(30)}\n\ndata: late\n\n`));
    expect(read).toEqual(messages('short'));
    expect(parser.overflowed).toBe(true);
    expect([...parser.push(encode('data: more\n\n')), ...parser.end()]).toEqual([]);
  });

  test('counts all lines of an event together', () => {
    const parser = createSseParser({ maxEventCharacters: 20 });
    parser.push(encode('data: 12345\ndata: 12345\n'));
    expect(parser.overflowed).toBe(true);
  });

  test('does not count keep-alive comments together', () => {
    const parser = createSseParser({ maxEventCharacters: 20 });
    for (let count = 0; count < 100; count++) parser.push(encode(': keep-alive\n'));
    expect(parser.push(encode('data: x\n\n'))).toEqual(messages('x'));
  });

  test('does not keep an endless line', () => {
    const parser = createSseParser({ maxEventCharacters: 20 });
    parser.push(encode('data: 0123456789'));
    expect(parser.overflowed).toBe(false);
    parser.push(encode('0123456789'));
    expect(parser.overflowed).toBe(true);
  });
});
