#!/usr/bin/env node
// Holds docs/pains.md to what there is: every test it names must stand in the file it names, and every
// pain must have one row with a thread and a verdict.
//
//   node scripts/check-pains.mjs
import { findNameFaults, findRowFaults, readRows, report, testsOf } from './lib/named-tests.mjs';

const page = 'docs/pains.md';
const required = [...Array.from({ length: 82 }, (_, index) => `${index + 1}`), '59b'];

const rows = readRows(page, /^\d+b?$/);
const faults = [
  ...findRowFaults(required, rows),
  ...rows.flatMap(findNameFaults),
  ...rows.flatMap(findPainFaults),
];
const count = (verdict) => rows.filter(({ cells }) => cells.at(-1)?.startsWith(verdict)).length;
const part = count('held in part');
const counts = `${count('held') - part} held, ${part} in part, ${count('open')} open, ${count('not ours')} not ours`;
report(page, `${rows.length} pains (${counts})`, rows, faults);

function findPainFaults(row) {
  const { id, cells } = row;
  if (cells.length !== 4)
    return [
      `${id} has ${cells.length} cells after its number; write 4: pain, threads, test, verdict.`,
    ];
  const [, threads, , verdict] = cells;
  const faults = [];
  if (!/\]\(https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(issues|pull)\/\d+\)/.test(threads))
    faults.push(`${id} has no thread; link the issue or the pull request in which it was told.`);
  if (!/^(held|held in part: .+|open: .+|not ours: .+)$/.test(verdict))
    faults.push(
      `${id}: the verdict is '${verdict}'; write held, held in part: …, open: … or not ours: ….`,
    );
  if (verdict.startsWith('held') && testsOf(row).length === 0)
    faults.push(`${id} is said to be held, but no test would fail.`);
  return faults;
}
