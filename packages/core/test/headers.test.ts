import { type HeadersLike, readHeaders } from '@llm-router/core';
import * as fc from 'fast-check';

/** Headers of a shape that the types forbid. */
const hostile = (value: unknown) => readHeaders(value as HeadersLike);
const entries = (headers: HeadersLike) => Object.fromEntries(readHeaders(headers));

describe('readHeaders', () => {
  const expected = { 'retry-after': '7', 'x-request-id': 'r-1' };

  it.each<[string, HeadersLike]>([
    ['a Headers object', new Headers({ 'Retry-After': '7', 'X-Request-Id': 'r-1' })],
    ['a record', { 'Retry-After': '7', 'X-Request-Id': 'r-1', 'x-absent': undefined }],
    [
      'a list of pairs',
      [
        ['Retry-After', '7'],
        ['X-Request-Id', 'r-1'],
      ],
    ],
    [
      'a Map',
      new Map([
        ['Retry-After', '7'],
        ['X-Request-Id', 'r-1'],
      ]),
    ],
  ])('reads %s by lower-case name', (_, headers) => {
    expect(entries(headers)).toEqual(expected);
  });

  it('reads an iterator once, as a stream of pairs', () => {
    function* pairs(): Generator<[string, string]> {
      yield ['A', '1'];
      yield ['B', '2'];
    }
    expect(entries(pairs())).toEqual({ a: '1', b: '2' });
  });

  it('joins several values of one name', () => {
    expect(entries({ 'X-Limit': ['1', '2'] })).toEqual({ 'x-limit': '1, 2' });
    expect(entries({ 'X-Limit': '1', 'x-limit': '2' })).toEqual({ 'x-limit': '1, 2' });
    expect(
      entries([
        ['x-limit', '1'],
        ['X-LIMIT', '2'],
      ]),
    ).toEqual({ 'x-limit': '1, 2' });
    const headers = new Headers();
    headers.append('x-limit', '1');
    headers.append('X-Limit', '2');
    expect(entries(headers)).toEqual({ 'x-limit': '1, 2' });
  });

  it.each([null, undefined, 5, 'retry-after: 7', true])('reads nothing in %p', (value) => {
    expect(hostile(value).size).toBe(0);
  });

  it('leaves out values that are no strings', () => {
    const headers = { a: 5, b: null, c: {}, d: Symbol('d'), e: 'kept', f: () => 'no' };
    expect(Object.fromEntries(hostile(headers))).toEqual({ e: 'kept' });
  });

  it('reads the others where a getter throws', () => {
    const headers = {
      first: '1',
      get broken(): string {
        throw new Error('no');
      },
      last: '2',
    };
    expect(entries(headers)).toEqual({ first: '1', last: '2' });
  });

  it('reads the others where an entry or a list is broken', () => {
    const unprintable = {
      toString() {
        throw new Error('no');
      },
    };
    expect(
      Object.fromEntries(hostile([['a', '1'], null, 5, [], [unprintable, '2'], ['b', '3']])),
    ).toEqual({ a: '1', b: '3' });
    expect(Object.fromEntries(hostile({ a: [unprintable], b: '3' }))).toEqual({ b: '3' });
  });

  it('keeps what came before an iterator throws', () => {
    function* breaking(): Generator<[string, string]> {
      yield ['a', '1'];
      throw new Error('cut off');
    }
    expect(entries(breaking())).toEqual({ a: '1' });
  });

  it('reads nothing where even the keys cannot be read', () => {
    const refuse = () => {
      throw new Error('no');
    };
    expect(hostile(new Proxy({}, { has: refuse, ownKeys: refuse })).size).toBe(0);
  });

  it('reads a thousand at most, and none above 16 kB', () => {
    function* forever(): Generator<[string, string]> {
      for (let number = 0; ; number++) yield [`x-${number}`, 'more'];
    }
    expect(readHeaders(forever()).size).toBe(1000);
    const record = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`x-${n}`, 'y']));
    expect(readHeaders(record).size).toBe(1000);
    expect([...readHeaders({ long: 'y'.repeat(16_385), short: 'y' })]).toEqual([['short', 'y']]);
    const joined = readHeaders(Array.from({ length: 900 }, () => ['x', 'y'.repeat(100)] as const));
    expect(joined.get('x')?.length).toBeLessThanOrEqual(16_384);
  });

  it('takes a name like __proto__ for a name', () => {
    const headers = readHeaders([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(headers.get('__proto__')).toBe('x');
    expect(headers.get('constructor')).toBe('y');
  });

  it('never throws, and reads only strings by lower-case name', () => {
    fc.assert(
      fc.property(fc.anything({ withMap: true, withNullPrototype: true }), (anything) => {
        for (const [name, value] of hostile(anything)) {
          expect(name).toBe(name.toLowerCase());
          expect(typeof value).toBe('string');
        }
      }),
    );
  });

  it('reads a record and its pairs alike', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z-]{1,12}$/), fc.string()), (record) => {
        expect(entries(record)).toEqual(entries(Object.entries(record)));
        expect(readHeaders(record).size).toBe(Object.keys(record).length);
      }),
    );
  });
});
