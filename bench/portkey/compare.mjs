// Portkey's gateway and the router beside each other: the same configuration, the same upstream.
// Needs `npm run build` in the workspace and `npm install` here. It takes about a minute.
//
//   npm run portkey              prints the table
//   npm run portkey -- --write   writes it into docs/portkey.md too
import { readFileSync, writeFileSync } from 'node:fs';
import { throughGateway, throughGatewayRewritten, throughRouter } from './run-scenario.mjs';
import { scenarios } from './scenarios.mjs';
import { hasGateway, startGateway } from './start-gateway.mjs';
import { isAlike, rowOf, toMarkdown } from './table.mjs';

const docs = new URL('../../docs/portkey.md', import.meta.url);
const begin = '<!-- table: npm run portkey -- --write, in bench -->';
const end = '<!-- end of the table -->';

if (!hasGateway) {
  console.error('Portkey’s gateway is not installed: run `npm install` in bench first.');
  process.exit(1);
}
const gateway = await startGateway();
const rows = [];
try {
  for (const scenario of scenarios) {
    const theirs = await throughGateway(scenario, gateway.url);
    const rewritten = await throughGatewayRewritten(scenario, gateway.url);
    const ours = await throughRouter(scenario);
    const row = rowOf(scenario, { theirs, rewritten, ours });
    rows.push(row);
    console.log(`\n${row.name}: ${isAlike(theirs, ours) ? 'alike' : 'different'}`);
    for (const [who, outcome] of Object.entries({ theirs, rewritten, ours })) {
      console.log(`  ${who.padEnd(10)} ${outcome.reports.slice(0, 3).join(' | ')}`);
    }
    console.log(
      `  gateway    ${row.theirs}\n  rewritten  ${row.rewritten}\n  router     ${row.ours}`,
    );
  }
} finally {
  gateway.close();
}
const table = toMarkdown(rows);
if (process.argv.includes('--write')) {
  const text = readFileSync(docs, 'utf8');
  const [before] = text.split(begin);
  const [, after] = text.split(end);
  writeFileSync(docs, `${before}${begin}\n\n${table}\n\n${end}${after}`);
  console.log('\nWritten to docs/portkey.md');
} else console.log(`\n${table}`);
