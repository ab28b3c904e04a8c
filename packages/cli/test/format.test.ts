import { formatDuration, formatPrice, formatSeconds, formatTable } from '../src/format.ts';

test.each([
  [0, '0 ms'],
  [1204.4, '1,204 ms'],
  [12_345, '12.3 s'],
  [125_000, '2 min 05 s'],
  [7_440_000, '2 h 04 min'],
])('%d ms are %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test('seconds are whole', () => {
  expect([formatSeconds(0.4), formatSeconds(119.4), formatSeconds(119.6)]).toEqual([
    '0 s',
    '119 s',
    '2 min 00 s',
  ]);
});

test('prices have their cents', () => {
  expect(formatPrice({ input: 0.6, output: 10 })).toBe('$0.60 in, $10.00 out per million tokens');
});

test('columns are as wide as their widest cell', () => {
  const rows = [
    ['', 'cost'],
    ['long name', '1'],
  ];
  expect(formatTable(rows)).toEqual(['           cost', 'long name     1']);
  expect(formatTable(rows, 'left')).toEqual(['           cost', 'long name  1']);
});
