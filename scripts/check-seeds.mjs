#!/usr/bin/env node
// Holds docs/seeds.md to what there is: every test it names must stand in the file it names, every
// script it tells to run must exist, and every requirement must have one row.
//
//   node scripts/check-seeds.mjs
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/workspace.mjs';

const lettersAndCounts = { A: 20, B: 5, C: 12, D: 7 };
const required = [
  ...Object.entries(lettersAndCounts).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  ),
  'E',
];

const rows = readFileSync(join(root, 'docs/seeds.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-E]\d* \|/.test(line))
  .map((line) => line.slice(2, -2).split(' | '))
  .map(([id, ...cells]) => ({ id, cells }));

const faults = [...findRowFaults(), ...rows.flatMap(findFaults)];
for (const fault of faults) console.error(`✗ docs/seeds.md: ${fault}`);
const named = rows.reduce((sum, row) => sum + testsOf(row).length, 0);
console.log(`${rows.length} requirements, ${named} tests named, ${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

function findRowFaults() {
  return required
    .map((id) => ({ id, count: rows.filter((row) => row.id === id).length }))
    .filter(({ count }) => count !== 1)
    .map(({ id, count }) => `${id} has ${count} rows; give it one.`);
}

/** A planned row has two cells after its id: what it is, and what is planned. */
function findFaults({ id, cells }) {
  const faults = testsOf({ cells }).flatMap(({ path, name }) => testFaults(id, path, name));
  const scripts = [...cells.join(' ').matchAll(/`(?:node|bash) ([\w./-]+)/g)];
  for (const [, path] of scripts) {
    if (!existsSync(join(root, path))) faults.push(`${id}: there is no ${path} to run.`);
  }
  if (cells.length === 2) return faults;
  const [, proof, verdict] = cells;
  if (!/^(there|thin: .+|not yet(: .+)?)$/.test(verdict ?? ''))
    faults.push(`${id}: the verdict is '${verdict}'; write there, thin: … or not yet.`);
  if (verdict === 'there' && !proof.includes('`'))
    faults.push(`${id} is said to be there, but no test and no command shows it.`);
  return faults;
}

function testsOf({ cells }) {
  return [...cells.join(' ').matchAll(/`([^`]+?) › ([^`]+)`/g)].map(([, path, name]) => ({
    path: `packages/${path.replace('/', '/test/')}.test.ts`,
    name,
  }));
}

function testFaults(id, path, name) {
  if (!existsSync(join(root, path))) return [`${id}: there is no ${path}.`];
  const text = readFileSync(join(root, path), 'utf8');
  if (['"', "'", '`'].some((quote) => text.includes(`${quote}${name}${quote}`))) return [];
  return [
    `${id}: ${path} has no test called '${name}'. Was it renamed? Name the one that shows it.`,
  ];
}
