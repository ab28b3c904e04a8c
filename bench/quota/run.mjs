// N requests at once through every contender, against an upstream with limits in a process of its own.
// Needs `npm run build` in the workspace and `npm install` here.
//
//   npm run quota -- --help
import { lowerBound } from './lower-bound.mjs';
import { makeRequests } from './make-requests.mjs';
import { printHead, printRow } from './print-table.mjs';
import { readFlags } from './read-flags.mjs';
import { spread, writeRows } from './results.mjs';
import { runOnce } from './run-once.mjs';
import { idealSchedule } from './yardstick.mjs';

const flags = readFlags(process.argv.slice(2));
if (flags !== undefined) await measure(flags);

/** @param {import('./read-flags.mjs').Flags} flags */
async function measure(flags) {
  const { seeds, n, headers, counts } = flags;
  console.log(
    `Node ${process.version}, ${n} requests at once, headers: ${headers}, counted: ${counts}; median of ${seeds.length} seeds`,
  );
  for (const scenario of flags.scenarios) {
    console.log(`\n${scenario.name}: ${scenario.title}`);
    printHead();
    const days = seeds.map((seed) => planDay(scenario, seed, flags));
    const base = { scenario: scenario.name, n, headers, counts, seeds: seeds.length };
    const finish = (row) => {
      printRow(row);
      writeRows(flags.out, [row]);
    };
    finish(computedRow('yardstick', days, (day) => day.idealMs, base));
    finish(computedRow('lower bound', days, (day) => day.boundMs, base));
    for (const contender of flags.contenders) {
      const runs = [];
      for (const day of days) {
        const cutoffMs = flags.cutoff * day.idealMs;
        const run = await runOnce({ contender, scenario, headers, counts, cutoffMs, ...day });
        runs.push({ ratio: run.makespanMs / day.idealMs, ...run });
      }
      finish(measuredRow(contender, runs, base));
    }
  }
  console.log(`\nWritten to ${flags.out}`);
}

/** The requests of one seed, and what they take at best. */
function planDay(scenario, seed, { n, counts }) {
  const requests = makeRequests(scenario, { count: n, seed, counts });
  const work = requests.map(({ latencyMs, promptTokens, outputTokens }) => ({
    latencyMs,
    tokens: promptTokens + outputTokens,
  }));
  const idealMs = idealSchedule(work, scenario.models).makespanMs;
  return { seed, requests, idealMs, boundMs: lowerBound(work, scenario.models) };
}

/** @returns {import('./results.mjs').Row} */
function computedRow(contender, days, makespanOf, base) {
  return {
    contender,
    ...base,
    answered: spread([base.n]),
    makespanMs: spread(days.map(makespanOf)),
    ratio: spread(days.map((day) => makespanOf(day) / day.idealMs)),
  };
}

/** @returns {import('./results.mjs').Row} */
function measuredRow(contender, runs, base) {
  const over = (field) => spread(runs.map((run) => run[field]));
  return {
    contender,
    ...base,
    answered: over('answered'),
    makespanMs: over('makespanMs'),
    ratio: over('ratio'),
    refused: over('refused'),
    hits: over('hits'),
    statuses: sums(runs.map(({ statuses }) => statuses)),
    served: sums(runs.map(({ served }) => served)),
    errors: sums(runs.map(({ errors }) => errors)),
  };
}

/** Adds up counts by name. */
function sums(counts) {
  const total = {};
  for (const [name, count] of counts.flatMap(Object.entries)) {
    total[name] = (total[name] ?? 0) + count;
  }
  return total;
}
