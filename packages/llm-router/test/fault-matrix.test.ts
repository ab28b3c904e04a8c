import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultKinds, malformedForms, quotaKinds, retryAfterForms } from '@llm-router/simulator';
import { type Cell, cells } from './fault-matrix/cells.ts';
import { findFaults } from './fault-matrix/expect.ts';
import { playAll, toPage } from './fault-matrix/page.ts';
import { type Played, play } from './fault-matrix/play.ts';
import { rows } from './fault-matrix/rows.ts';

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
  test.each(named(cells))('%s', (_, cell) => hold(cell));
});

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
