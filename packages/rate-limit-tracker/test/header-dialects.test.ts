import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonDialects, ownDialects, upstreamNames } from '../src/header-dialects.ts';
import { parseRateLimitHeaders } from '../src/index.ts';

const now = 1_700_000_000_000;
const commonRows = Object.values(commonDialects).flat();
const ownRows = ownDialects.flatMap(({ names, rows = [] }) =>
  names.flatMap((provider) => rows.map((row) => [provider, ...row] as const)),
);

test('no two common dialects mean different limits by one name', () => {
  const fields = new Map(commonRows);
  for (const [template, field] of commonRows)
    expect([template, fields.get(template)]).toEqual([template, field]);
});

test.each(commonRows)('%s states %s, whoever sends it', (template, field) => {
  for (const [word, part] of [
    ['limit', 'limit'],
    ['remaining', 'remaining'],
  ] as const) {
    const name = template.replace('{part}', word);
    const stated = template.includes('{part}') ? part : 'limit';
    expect(parseRateLimitHeaders({ [name]: '31' }, { provider: 'someone-new', now })).toEqual({
      [field]: { [stated]: 31 },
    });
  }
});

test.each(ownRows)('%s: %s states %s', (provider, template, field) => {
  const headers = { [template.replace('{part}', 'remaining')]: '31' };
  const stated = { [field]: { remaining: 31 } };
  expect(parseRateLimitHeaders(headers, { provider, now })).toEqual(stated);
  for (const name of upstreamNames) {
    expect(parseRateLimitHeaders({ ...headers, [name]: provider }, { now })).toEqual(stated);
  }
});

describe('the README', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

  test.each([...commonRows, ...ownRows.map(([, ...row]) => row)])(
    'tells of %s and %s',
    (template, field) => {
      expect(readme).toContain(`\`${template.replace('{part}', '…')}\``);
      expect(readme).toContain(`\`${field}\``);
    },
  );
});
