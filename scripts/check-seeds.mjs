#!/usr/bin/env node
// Holds docs/seeds.md to what there is: every test it names must stand in the file it names, every
// script it tells to run must exist, and every requirement must have one row.
//
//   node scripts/check-seeds.mjs
import { findNameFaults, findRowFaults, readRows, report } from './lib/named-tests.mjs';

const page = 'docs/seeds.md';
const lettersAndCounts = { A: 20, B: 5, C: 12, D: 7 };
const required = [
  ...Object.entries(lettersAndCounts).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  ),
  'E',
];

const rows = readRows(page, /^[A-E]\d*$/);
const faults = [
  ...findRowFaults(required, rows),
  ...rows.flatMap(findNameFaults),
  ...rows.flatMap(findVerdictFaults),
];
report(page, `${rows.length} requirements`, rows, faults);

/** A planned row has two cells after its id: what it is, and what is planned. */
function findVerdictFaults({ id, cells }) {
  if (cells.length === 2) return [];
  const [, proof, verdict] = cells;
  const faults = [];
  if (!/^(there|thin: .+|not yet(: .+)?)$/.test(verdict ?? ''))
    faults.push(`${id}: the verdict is '${verdict}'; write there, thin: … or not yet.`);
  if (verdict === 'there' && !proof.includes('`'))
    faults.push(`${id} is said to be there, but no test and no command shows it.`);
  return faults;
}
