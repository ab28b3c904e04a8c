import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';

/**
 * @typedef {{ median: number, min: number, max: number }} Spread
 *
 * @typedef {object} Row one contender in one scenario, over all seeds
 * @property {string} contender `yardstick` and `lower bound` are rows too
 * @property {string} scenario
 * @property {number} n
 * @property {string} headers
 * @property {string} counts
 * @property {number} seeds
 * @property {Spread} answered
 * @property {Spread} makespanMs
 * @property {Spread} ratio to the yardstick of the same seed
 * @property {Spread} [refused]
 * @property {Spread} [hits]
 * @property {Record<string, number>} [statuses] on the wire, over all seeds
 * @property {Record<string, number>} [served] answers by model, over all seeds
 * @property {Record<string, number>} [errors] how failed requests ended, over all seeds
 */

/** @returns {Spread} */
export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median: round(median), min: round(sorted[0]), max: round(sorted.at(-1)) };
}

const round = (value) => Number(value.toPrecision(6));

/** @returns {{ machine?: object, rows: Row[] }} */
export function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return { rows: [] };
    throw new Error(`${file} is no file of results: ${error.message}`, { cause: error });
  }
}

const keyOf = ({ contender, scenario, n, headers, counts }) =>
  [scenario, n, headers, counts, contender].join(' ');

/**
 * Replaces the rows of a file that measure the same; the others stay, and so does what was computed
 * for more seeds.
 */
export function writeRows(file, rows) {
  const merged = new Map(readResults(file).rows.map((row) => [keyOf(row), row]));
  for (const row of rows) {
    const isComputed = row.hits === undefined;
    const before = merged.get(keyOf(row));
    if (isComputed && before && before.seeds > row.seeds) continue;
    merged.set(keyOf(row), row);
  }
  const [{ model }] = cpus();
  const machine = { node: process.version, cores: cpus().length, cpu: model };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ machine, rows: [...merged.values()] }, null, 2)}\n`);
}
