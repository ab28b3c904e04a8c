// Prints results/quota.json as Markdown: one table for each number of requests and kind of upstream.
//
//   npm run quota:table
import { fileURLToPath } from 'node:url';
import { contenders } from './contenders/index.mjs';
import { readResults } from './results.mjs';
import { scenarios } from './scenarios.mjs';

const file = fileURLToPath(new URL('../results/quota.json', import.meta.url));
const { rows } = readResults(file);
const names = ['lower bound', ...Object.keys(contenders)];
const kindOf = ({ n, headers, counts }) => `n ${n}, headers ${headers}, counted ${counts}`;

for (const kind of new Set(rows.map(kindOf))) {
  const own = rows.filter((row) => kindOf(row) === kind);
  const columns = scenarios
    .map(({ name }) => name)
    .filter((scenario) => own.some((row) => row.scenario === scenario));
  const cellsOf = (name) =>
    columns.map((scenario) =>
      cell(own.find((row) => row.contender === name && row.scenario === scenario)),
    );
  console.log(`\n${kind}\n`);
  console.log(`| | ${columns.join(' | ')} |`);
  console.log(`|---|${columns.map(() => '---').join('|')}|`);
  for (const name of names) {
    const cells = cellsOf(name);
    if (cells.some((text) => text !== '')) console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

/** For example `×1.02, 1 refused`, or `25/100 in 1.3 s, 465 refused`. */
function cell(row) {
  if (row === undefined) return '';
  const { answered, n, ratio, makespanMs, refused } = row;
  const told =
    answered.median === n
      ? `×${ratio.median.toFixed(2)}`
      : `${answered.median}/${n} in ${(makespanMs.median / 1000).toFixed(1)} s`;
  return refused ? `${told}, ${refused.median} refused` : told;
}
