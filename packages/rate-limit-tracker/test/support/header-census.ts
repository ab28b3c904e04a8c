import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRateLimitHeaders, type RateLimitHeaders } from '../../src/index.ts';

export interface Exchange {
  readonly id: string;
  readonly provider: string;
  readonly response_headers: Readonly<Record<string, string>> | null;
}

export function readExchanges(corpus: string): readonly Exchange[] {
  return readFileSync(join(corpus, 'traffic.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Everything that could speak of limits, known or not. */
const aboutLimits =
  /rate-?limit|token-?limit|call-(?:limit|remaining)|retry-after|quota|throttl|concurren|^anthropic-(?:priority|fast)/;

/** What became of one header: it changed the result; its value says nothing; nobody reads its name. */
export type Fate = 'read' | 'empty' | 'unread';

export interface Sighting {
  readonly provider: string;
  readonly name: string;
  readonly value: string;
  readonly date: string | undefined;
  readonly fate: Fate;
}

export function parseExchange(
  { provider, response_headers: headers }: Exchange,
  change: Readonly<Record<string, string>> = headers ?? {},
): RateLimitHeaders {
  return parseRateLimitHeaders(change, {
    provider,
    now: Date.parse(headers?.['date'] ?? '2026-01-01'),
  });
}

/** All headers of an exchange that could speak of limits, each with its fate. */
export function sightingsIn(exchange: Exchange): readonly Sighting[] {
  const { provider, response_headers } = exchange;
  const headers = response_headers ?? {};
  return Object.entries(headers)
    .filter(([name]) => aboutLimits.test(name))
    .map(([name, value]) => {
      const fate = fateOf(exchange, name, value);
      return { provider, name, value, date: headers['date'], fate };
    });
}

/** Judged from outside: by what the result is with the header, without it, and with another value. */
function fateOf(exchange: Exchange, name: string, value: string): Fate {
  const all = exchange.response_headers ?? {};
  const { [name]: _, ...others } = all;
  const differs = (one: Readonly<Record<string, string>>, other: typeof one) =>
    JSON.stringify(parseExchange(exchange, one)) !== JSON.stringify(parseExchange(exchange, other));
  if (differs(all, others) || differs({ [name]: value }, {})) return 'read';
  // A renewal counts only where nothing is left.
  const nothingLeft = {
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-remaining-tokens': '0',
  };
  const isKnown =
    differs({ [name]: '60' }, {}) || differs({ ...nothingLeft, [name]: '60' }, nothingLeft);
  return isKnown ? 'empty' : 'unread';
}

interface Row {
  readonly provider: string;
  readonly exchanges: number;
  readonly withLimits: number;
  readonly names: number;
  readonly headers: number;
  readonly read: number;
  readonly empty: number;
  readonly unread: number;
}

/** A row for each provider. */
export function census(exchanges: readonly Exchange[]): readonly Row[] {
  const providers = [...new Set(exchanges.map(({ provider }) => provider))].sort();
  return providers.map((provider) => {
    const own = exchanges.filter((exchange) => exchange.provider === provider);
    const sightings = own.map(sightingsIn);
    const all = sightings.flat();
    const count = (fate: Fate) => all.filter((sighting) => sighting.fate === fate).length;
    return {
      provider,
      exchanges: own.length,
      withLimits: sightings.filter((seen) => seen.length > 0).length,
      names: new Set(all.map(({ name }) => name)).size,
      headers: all.length,
      read: count('read'),
      empty: count('empty'),
      unread: count('unread'),
    };
  });
}

/** The rows as a table of Markdown, with their sum. */
export function censusTable(rows: readonly Row[]): string {
  const titles = [
    'exchanges',
    'withLimits',
    'names',
    'headers',
    'read',
    'empty',
    'unread',
  ] as const;
  const sum = (title: (typeof titles)[number]) =>
    rows.reduce((total, row) => total + row[title], 0);
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    line([
      'provider',
      'exchanges',
      'with limits',
      'names',
      'headers',
      'read',
      'say nothing',
      'ignored',
    ]),
    line(['---', ...titles.map(() => '---:')]),
    ...rows.map((row) => line([row.provider, ...titles.map((title) => row[title])])),
    line(['all', ...titles.map((title) => (title === 'names' ? '' : sum(title)))]),
  ].join('\n');
}

/** The names of each provider: all that were seen, and those of them that nobody reads. */
export function namesTable(exchanges: readonly Exchange[]): string {
  const names = new Map<string, { seen: Set<string>; unread: Set<string> }>();
  for (const { provider, name, fate } of exchanges.flatMap(sightingsIn)) {
    const own = names.get(provider) ?? { seen: new Set(), unread: new Set() };
    names.set(provider, own);
    own.seen.add(name);
    if (fate === 'unread') own.unread.add(name);
  }
  const list = (set: ReadonlySet<string>) => [...set].sort().join(' ') || 'none';
  return [...names]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([provider, { seen, unread }]) => `${provider}: ${list(seen)}\n  ignored: ${list(unread)}`)
    .join('\n');
}
