// What one classification costs: of each labelled error of LLM_ROUTER_CORPUS/errors.jsonl, and at worst over
// hostile input: circles, proxies, 5 MB of text, 100,000 keys, and for each regular expression of the
// sources texts that it nearly matches. The hostile input is that of packages/error-classifier/test/hostile.
//
//   LLM_ROUTER_CORPUS={folder} npm run classify
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from '../scripts/lib/import-typescript.mjs';

const { classifyError } = await importTypeScript('packages/error-classifier/src/index.ts');
const { hostileErrors } = await importTypeScript(
  'packages/error-classifier/test/hostile/hostile-errors.ts',
);
const corpus = process.env.LLM_ROUTER_CORPUS;
const now = Date.UTC(2026, 10, 22);
const microseconds = (work) => {
  const startedAt = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - startedAt) / 1000;
};

const cpuMs = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

console.log(`Node ${process.version}`);
if (corpus === undefined) {
  console.warn('SKIPPED: typical errors. Set LLM_ROUTER_CORPUS to the folder of errors.jsonl.');
} else {
  printTypical(readFileSync(join(corpus, 'errors.jsonl'), 'utf8').trim().split('\n'));
}
printHostile(
  hostileErrors(fileURLToPath(new URL('../packages/error-classifier/src', import.meta.url))),
);

/** The best of many turns of each: the machine is shared. */
function printTypical(lines) {
  const errors = lines.map((line) => JSON.parse(line)).map((row) => [asMet(row), row.provider]);
  const best = errors.map(() => Number.POSITIVE_INFINITY);
  const burst = 10;
  for (let turn = 0; turn < 200; turn++) {
    for (const [index, [error, provider]] of errors.entries()) {
      const took = microseconds(() => {
        for (let time = 0; time < burst; time++) classifyError(error, { provider, now });
      });
      best[index] = Math.min(best[index], took / burst);
    }
  }
  const sorted = best.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  const figures = { mean, median: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
  const words = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(1)}`);
  console.log(`${sorted.length} labelled errors, µs each: ${words.join(', ')}`);
}

/** CPU, the best of five turns: the machine is shared. */
function printHostile(errors) {
  const took = errors.map(({ name, error }) => {
    const turns = Array.from({ length: 5 }, () => cpuMs(() => classifyError(error, { now })));
    return { name, ms: Math.min(...turns) };
  });
  took.sort((a, b) => b.ms - a.ms);
  console.log(`${errors.length} hostile errors; the slowest, ms of CPU:`);
  for (const { name, ms } of took.slice(0, 12))
    console.log(`${ms.toFixed(2).padStart(8)}  ${name}`);
}

/** The error as the code that meets it would hand it over. */
function asMet(row) {
  if (row.thrown !== undefined) return row.thrown;
  if (row.error_message !== undefined) {
    const error = new Error(row.error_message);
    return row.status === null ? error : Object.assign(error, { status: row.status });
  }
  if (row.in_stream) return row.body;
  return { status: row.status, headers: row.headers ?? {}, body: row.body };
}
