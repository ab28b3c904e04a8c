import { commonDialects, type HeaderRow, ownDialects, upstreamNames } from './header-dialects.ts';
import type { LimitField } from './rate-limit-headers.ts';

/** What one header states of a limit. `renewalMs` is how often it is renewed. */
export interface HeaderMeaning {
  readonly field: LimitField;
  readonly part: 'limit' | 'remaining' | 'resetMs' | 'renewalMs';
}

/** How a provider's answers are read. */
export interface Reading {
  readonly meanings: ReadonlyMap<string, HeaderMeaning>;
  readonly requestsMayBeDaily: boolean;
}

const words = [
  ['limit', 'limit'],
  ['remaining', 'remaining'],
  ['reset', 'resetMs'],
  ['renewalperiod', 'renewalMs'],
] as const;

function meaningsOf(rows: readonly HeaderRow[]): Map<string, HeaderMeaning> {
  const meanings = new Map<string, HeaderMeaning>();
  for (const [template, field] of rows) {
    const forms = template.includes('{part}') ? words : words.slice(0, 1);
    for (const [word, part] of forms) {
      meanings.set(template.replace('{part}', word), { field, part });
    }
  }
  return meanings;
}

const commonRows = Object.values(commonDialects).flat();
const common: Reading = { meanings: meaningsOf(commonRows), requestsMayBeDaily: false };
const own = new Map(
  ownDialects.flatMap(({ names, rows = [], requestsMayBeDaily = false }) => {
    const reading = { meanings: meaningsOf([...commonRows, ...rows]), requestsMayBeDaily };
    return names.map((name) => [name, reading] as const);
  }),
);

/** How to read an answer: as the one whom a gateway names, else as the provider that was asked. */
export function readingOf(
  read: ReadonlyMap<string, string>,
  provider: string | undefined,
): Reading {
  for (const header of upstreamNames) {
    const reading = own.get(read.get(header)?.toLowerCase() ?? '');
    if (reading !== undefined) return reading;
  }
  return own.get(provider ?? '') ?? common;
}
