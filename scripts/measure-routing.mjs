#!/usr/bin/env node
// Measures scores against recorded outcomes of real models; docs/routing.md tells what it found.
//
//   LLM_ROUTER_ROUTING=FOLDER node scripts/measure-routing.mjs [NAME=MODULE ...]
//
// FOLDER holds data/dev with prompts.jsonl.gz and outcomes.jsonl.gz. Every score is given to the prompts of a source
// by a model that has seen nothing of it. A MODULE exports `score(messages)` and joins the tables.
// Needs a build (`npm run build`). The same figures every time, but for the CPU.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRandom } from '../packages/core/dist/index.js';
import { contests, foreignSource, ownSources, rowsOf } from './routing/contests.mjs';
import { measureCpu, measureFlips } from './routing/measure-scorer.mjs';
import { readOutcomes } from './routing/read-outcomes.mjs';
import { drawTimes, orderOf, recoveredGap } from './routing/recovered-gap.mjs';
import { scorers } from './routing/scorers.mjs';
import { learnable } from './routing/targets.mjs';

const draws = 200;
const columns = [...ownSources, 'mean', 'mixed', foreignSource];

const prompts = readOutcomes();
const own = learnable(prompts);
const foreign = prompts.filter(isFresh());
const fields = contests.map((contest) => rowsOf(contest, [...own, ...foreign]));

const compared = { ...scorers, ...(await readModules(process.argv.slice(2))) };
const results = Object.entries(compared).map(([name, learn]) => ({ name, ...measure(learn) }));

console.log(`${own.length} prompts of four sources, ${foreign.length} of ${foreignSource}\n`);
printTable(['recovered gap on unseen sources', ...columns], results, ({ name, gaps }) => [
  name,
  ...columns.map((column) => gaps[column].toFixed(3)),
]);
printHandling();
printDifferences();

/** Leaves out what training could know from another source. */
function isFresh() {
  const beginning = ({ prompt }) => prompt.slice(0, 50).toLowerCase();
  const groups = new Set(own.map(({ group }) => group));
  const beginnings = new Set(own.map(beginning));
  return (prompt) =>
    prompt.source === foreignSource &&
    !groups.has(prompt.group) &&
    !beginnings.has(beginning(prompt));
}

async function readModules(pairs) {
  const modules = {};
  for (const pair of pairs) {
    const [name, file] = pair.split('=');
    if (!file) throw new Error(`'${pair}' is not NAME=MODULE.`);
    const { score } = await import(pathToFileURL(resolve(file)).href);
    modules[name] = () => (prompt) => score(prompt.messages);
  }
  return modules;
}

/** Scores each source by what was learned from the others. */
function measure(learn) {
  const scores = new Map();
  for (const source of ownSources) {
    const left = own.filter((prompt) => prompt.source === source);
    // Two of the sources share questions: what is left out is left out wholly.
    const groups = new Set(left.map(({ group }) => group));
    const score = learn(own.filter(({ group }) => !groups.has(group)));
    for (const prompt of left) scores.set(prompt.id, score(prompt));
  }
  const score = learn(own);
  for (const prompt of foreign) scores.set(prompt.id, score(prompt));
  const orders = fields.map((rows) => orderOf(rows.map(({ prompt }) => scores.get(prompt.id))));
  return { orders, gaps: gapsOf(orders) };
}

/** The recovered gap by column: first the mean over the contests of a source. */
function gapsOf(orders, times) {
  const gaps = fields.map((rows, index) => recoveredGap(rows, orders[index], times?.[index]));
  const meanOf = (fits) => mean(gaps.filter((_, index) => fits(contests[index].sources)));
  const bySource = [...ownSources, foreignSource].map((source) => [
    source,
    meanOf((sources) => sources.length === 1 && sources[0] === source),
  ]);
  const found = Object.fromEntries(bySource);
  return {
    ...found,
    mean: mean(ownSources.map((source) => found[source])),
    mixed: meanOf((sources) => sources.length > 1),
  };
}

/** Paired: all scores meet the same draws of prompts. */
function printDifferences() {
  const random = createRandom(7);
  const drawn = Array.from({ length: draws }, () => {
    const times = fields.map((rows) => drawTimes(rows.length, random));
    return results.map(({ orders }) => gapsOf(orders, times));
  });
  const rivals = results.slice(0, 3).map(({ name }) => name);
  for (const column of ['mean', 'mixed', foreignSource]) {
    const interval = (one, other) => {
      const differences = drawn.map((gaps) => gaps[one][column] - gaps[other][column]);
      differences.sort((a, b) => a - b);
      const ends = [0.025, 0.975].map((share) => differences[Math.floor(share * draws)]);
      return ends.map((end) => end.toFixed(3)).join(' to ');
    };
    console.log(`\nDifference in '${column}', 95 % interval`);
    printTable(['', ...rivals.map((name) => `minus ${name}`)], results, ({ name }, place) => [
      name,
      ...rivals.map((_, other) => (place === other ? '' : interval(place, other))),
    ]);
  }
}

function printHandling() {
  const train = own.filter(({ split }) => split === 'train');
  const held = own.filter(({ split }) => split !== 'train');
  // A correction costs and flips what its two parts do.
  const alone = Object.entries(compared).filter(([name]) => !name.includes('+'));
  const rows = alone.map(([name, learn]) => {
    const score = learn(train);
    return { name, flips: measureFlips(score, held), cpu: measureCpu(score, held) };
  });
  const changes = Object.keys(rows[0].flips);
  console.log(
    `\nDecisions that flip at the median, and µs of CPU a prompt (${held.length} prompts)`,
  );
  printTable(['', ...changes, 'µs'], rows, ({ name, flips, cpu }) => [
    name,
    ...changes.map((change) => `${(100 * flips[change]).toFixed(1)} %`),
    cpu.toFixed(1),
  ]);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function printTable(head, items, cellsOf) {
  const lines = [head, ...items.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  }
}
