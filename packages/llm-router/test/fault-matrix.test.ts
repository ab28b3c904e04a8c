import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultKinds, malformedForms, quotaKinds, retryAfterForms } from '@llm-router/simulator';
import { type Cell, cells } from './fault-matrix/cells.ts';
import { findFaults } from './fault-matrix/expect.ts';
import { playAll, toPage } from './fault-matrix/page.ts';
import { type Played, play } from './fault-matrix/play.ts';
import { rows } from './fault-matrix/rows.ts';

const blockedTooLong = 'what is spent is left alone for more than a month';

/** Where the router is wrong: why, in which cells, and what they show. Who mends one takes it out here. */
const known: readonly {
  readonly reason: string;
  readonly is: (cell: Cell) => boolean;
  readonly faults: readonly string[];
}[] = [
  {
    reason: 'a deadline that the queue notices hides what the attempts met',
    is: ({ row, scenario }) => row.isPastDeadline === true && scenario === 'all',
    faults: [
      'the error says undefined instead of rate_limit',
      'its status is undefined instead of 429',
    ],
  },
  {
    reason:
      "when a quota begins anew is reckoned from the host's time, not from the router's clock",
    is: ({ row, scenario }) =>
      row.hasReset === true && (scenario === 'three' || row.toldMs !== undefined),
    faults: [blockedTooLong],
  },
  {
    reason: 'the same, and the error does not carry when that is',
    is: ({ row, scenario }) => row.name === 'quota, anthropic-spend' && scenario !== 'three',
    faults: ['the error does not say when to come back', blockedTooLong],
  },
  {
    reason: 'the same, and the error carries the seconds that Google states and does not mean',
    is: ({ row, scenario }) => row.name === 'quota, gemini-day' && scenario !== 'three',
    faults: ['the error says to come back far too early or too late', blockedTooLong],
  },
];

const isKnown = (cell: Cell) => known.some(({ is }) => is(cell));

const played = new Map<string, Promise<Played>>();

function playOnce(cell: Cell): Promise<Played> {
  const result = played.get(cell.key) ?? play(cell);
  played.set(cell.key, result);
  return result;
}

const named = (list: readonly Cell[]) => list.map((cell) => [cell.key, cell] as const);

async function hold(cell: Cell): Promise<void> {
  expect(findFaults(cell, await playOnce(cell))).toEqual([]);
}

describe('every fault, in every phase, with one candidate and with three', () => {
  test.each(named(cells.filter((cell) => !isKnown(cell))))('%s', (_, cell) => hold(cell));
});

for (const { reason, is, faults } of known) {
  describe(`known to be wrong: ${reason}`, () => {
    test.each(named(cells.filter(is)))('%s', async (_, cell) => {
      expect(findFaults(cell, await playOnce(cell))).toEqual(faults);
    });
  });
}

describe('the matrix', () => {
  const faults = rows.flatMap((row) => Object.values(row.faults));
  const formsOf = (field: string) =>
    faults
      .flatMap((fault) => Object.entries(fault))
      .flatMap(([name, value]) => (name === field ? [value] : []));

  test('has every kind of fault, and every form of those that have several', () => {
    expect(new Set(formsOf('kind'))).toEqual(new Set(faultKinds));
    expect(new Set(formsOf('form'))).toEqual(new Set(malformedForms));
    expect(new Set(formsOf('quota'))).toEqual(new Set(quotaKinds));
    const told = retryAfterForms.filter((form) => !formsOf('retryAfterForm').includes(form));
    expect(told).toEqual([]);
  });

  test('is that of docs/fault-matrix.md; if not, run node scripts/fault-matrix.mjs', async () => {
    const page = readFileSync(join(__dirname, '../../../docs/fault-matrix.md'), 'utf8');
    expect(page).toBe(toPage(await playAll(playOnce)));
  });
});
