// The pages that say which test shows what: their rows, and whether the tests they name exist.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

/** The rows of a page's tables whose first cell is an id: `{ id, cells }`, the id not among the cells. */
export function readRows(page, isId) {
  return readFileSync(join(root, page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.endsWith(' |'))
    .map((line) => line.slice(2, -2).split(' | '))
    .filter(([id]) => isId.test(id))
    .map(([id, ...cells]) => ({ id, cells }));
}

/** Every id that is required has one row, and no other id has any. */
export function findRowFaults(required, rows) {
  const missing = required
    .map((id) => ({ id, count: rows.filter((row) => row.id === id).length }))
    .filter(({ count }) => count !== 1)
    .map(({ id, count }) => `${id} has ${count} rows; give it one.`);
  const unknown = rows
    .filter(({ id }) => !required.includes(id))
    .map(({ id }) => `${id} is no known number; remove its row.`);
  return [...missing, ...unknown];
}

/** What a row names as `package/file › name`. */
export function testsOf({ cells }) {
  return [...cells.join(' ').matchAll(/`([^`]+?) › ([^`]+)`/g)].map(([, path, name]) => ({
    path: `packages/${path.replace('/', '/test/')}.test.ts`,
    name,
  }));
}

/** Tests and scripts that a row names and that are not there. */
export function findNameFaults(row) {
  const tests = testsOf(row).flatMap(({ path, name }) => testFaults(row.id, path, name));
  const scripts = [...row.cells.join(' ').matchAll(/`(?:node|bash) ([\w./-]+)/g)]
    .filter(([, path]) => !existsSync(join(root, path)))
    .map(([, path]) => `${row.id}: there is no ${path} to run.`);
  return [...tests, ...scripts];
}

/** Prints the faults of a page and what was looked at; a fault makes the process fail. */
export function report(page, what, rows, faults) {
  for (const fault of faults) console.error(`✗ ${page}: ${fault}`);
  const named = rows.reduce((sum, row) => sum + testsOf(row).length, 0);
  console.log(`${what}, ${named} tests named, ${faults.length} faults.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

function testFaults(id, path, name) {
  if (!existsSync(join(root, path))) return [`${id}: there is no ${path}.`];
  const text = readFileSync(join(root, path), 'utf8');
  if (['"', "'", '`'].some((quote) => text.includes(`${quote}${name}${quote}`))) return [];
  return [
    `${id}: ${path} has no test called '${name}'. Was it renamed? Name the one that shows it.`,
  ];
}
