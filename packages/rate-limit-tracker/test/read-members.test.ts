import { readCount } from '../src/read-count.ts';
import { readMembers } from '../src/read-members.ts';

const read = (text: string | undefined) =>
  readMembers(text).map(({ items, parameters }) => [items, Object.fromEntries(parameters)]);

describe('the members of a structured field', () => {
  test('are none where there is no field, or nothing in it', () => {
    expect(readMembers(undefined)).toEqual([]);
    expect(readMembers('')).toEqual([]);
  });

  test('have items and parameters, in any case and with any space around', () => {
    expect(read('80, 80;w=60 ,  "hourly" ; Q = 1000;W=3600')).toEqual([
      [['80'], {}],
      [['80'], { w: '60' }],
      [['hourly'], { q: '1000', w: '3600' }],
    ]);
  });

  test('may be parameters alone', () => {
    expect(read('limit=150, remaining=0')).toEqual([
      [[], { limit: '150' }],
      [[], { remaining: '0' }],
    ]);
  });

  test('keep commas, semicolons and equals signs that stand in quotes', () => {
    expect(read('"a, b";q=1, "c; d";q=2, "e=f";q=3')).toEqual([
      [['a, b'], { q: '1' }],
      [['c; d'], { q: '2' }],
      [['e=f'], { q: '3' }],
    ]);
  });

  test('lose the quotes of their values, where there are two', () => {
    expect(read('5;name="daily"')).toEqual([[['5'], { name: 'daily' }]]);
    expect(read('5;half=shut"more"')[0]?.[1]).toEqual({ half: 'shut"more"' });
  });

  test('may hold two items', () => {
    expect(read('"api";"inference";r=3')).toEqual([[['api', 'inference'], { r: '3' }]]);
  });

  test('are read up to two thousand and forty-eight characters, and not at all beyond', () => {
    const text = `${'1,'.repeat(1023)}12`;
    expect(text).toHaveLength(2048);
    expect(readMembers(text)).toHaveLength(1024);
    expect(readMembers(`${text}3`)).toEqual([]);
  });
});

describe('a count', () => {
  test.each([
    ['0', 0],
    [' 12 ', 12],
    ['7.25', 7.25],
    ['999999999999999', 999_999_999_999_999],
  ])('may be %j', (text, amount) => {
    expect(readCount(text)).toBe(amount);
  });

  test.each([undefined, '', '-1', '1e3', '1.', '.5', '1000000000000000', '5 6', '***'])(
    'is not %j',
    (text) => {
      expect(readCount(text)).toBeUndefined();
    },
  );
});
