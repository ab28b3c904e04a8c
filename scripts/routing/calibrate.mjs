#!/usr/bin/env node
// Calibrates on a few hundred outcomes of one pair of models, again and again on other ones, and holds
// each report against the outcomes that it did not see.
//
//   LLM_ROUTER_ROUTING=<folder> node scripts/routing/calibrate.mjs [--suite mmlu] [--outcomes 300,1500]
//     [--resamples 100] [--shuffled]
//
// The folder holds lib.mjs (loads outcomes and measures a score) and data/. `--shuffled` gives every
// request another one's outcomes, so that there is no signal to be found. Needs `npm run build`.
import { parseArgs } from 'node:util';
import { createRandom } from '../../packages/core/dist/index.js';
import { calibrate, createQualityScorer } from '../../packages/model-selector/dist/index.js';
import { describeFigures, quantile, shuffle } from './figures.mjs';
import { openRoutingData } from './routing-data.mjs';

const { values } = parseArgs({
  options: {
    suite: { type: 'string', default: 'mmlu' },
    outcomes: { type: 'string', default: '300,1500' },
    resamples: { type: 'string', default: '100' },
    shuffled: { type: 'boolean', default: false },
  },
});
const data = await openRoutingData();
if (data !== undefined) {
  const { suite, rows, measure } = data.read(values.suite);
  if (values.shuffled) shuffleOutcomes(rows);
  console.log(
    `${suite.name}: ${suite.weak} and ${suite.strong}, ${rows.length} rows${values.shuffled ? ', outcomes shuffled' : ''}`,
  );
  for (const count of values.outcomes.split(',').map(Number)) {
    report(count, trial(rows, measure, count, Number(values.resamples)));
  }
}

function trial(rows, measure, count, resamples) {
  const results = [];
  for (let seed = 1; seed <= resamples; seed++) {
    const order = shuffle(rows, createRandom(seed));
    results.push(once(order.slice(0, count), order.slice(count), measure, seed));
  }
  return results;
}

function once(known, unseen, measure, seed) {
  const began = process.cpuUsage();
  const calibration = calibrate(
    known.map(({ request, analysis, w, s, cw, cs }) => ({
      request,
      analysis,
      answers: {
        weak: { quality: w, nanoUsd: Math.round(cw * 1e9) },
        strong: { quality: s, nanoUsd: Math.round(cs * 1e9) },
      },
    })),
    { models: ['weak', 'strong'], seed },
  );
  const { user } = process.cpuUsage(began);
  const expectQuality = createQualityScorer(calibration);
  const from = process.cpuUsage();
  const gains = unseen.map(({ request, analysis }) => {
    const said = expectQuality(request, analysis);
    return said.get('strong') - said.get('weak');
  });
  const decisionUs = process.cpuUsage(from).user / unseen.length;
  const { apgr } = measure(unseen, gains);
  const { points, averageGapRecovered, signal } = calibration.report;
  const hits = points.map((point) => hitsOf(point, unseen, gains));
  if (averageGapRecovered !== null) hits.push({ apgr: contains(averageGapRecovered, apgr) });
  return {
    apgr,
    said: averageGapRecovered?.value,
    signal,
    hits,
    decisionUs,
    seconds: user / 1e6,
    bytes: JSON.stringify(calibration).length,
  };
}

/** Which figures of one threshold hold the truth within their intervals. */
function hitsOf(point, unseen, gains) {
  const mean = (figureOf) =>
    unseen.reduce((sum, row, at) => sum + figureOf(row, at), 0) / unseen.length;
  const isStrong = (at) => gains[at] >= point.threshold;
  const share = mean((_, at) => (isStrong(at) ? 1 : 0));
  const quality = mean(({ w, s }, at) => (isStrong(at) ? s : w));
  const [weak, strong] = [mean(({ w }) => w), mean(({ s }) => s)];
  return {
    quality: contains(point.quality, quality),
    share: contains(point.shares[1], share),
    cost: contains(
      point.nanoUsd,
      mean(({ cw, cs }, at) => (isStrong(at) ? cs : cw) * 1e9),
    ),
    'over mixing': contains(point.overMixing, quality - weak - share * (strong - weak)),
    'over weak': contains(point.overFirst, quality - weak),
    'over strong': contains(point.overLast, quality - strong),
  };
}

function contains({ low, high }, value) {
  return low - 1e-9 <= value && value <= high + 1e-9;
}

function shuffleOutcomes(rows) {
  const others = shuffle(rows, createRandom(99)).map(({ w, s }) => ({ w, s }));
  for (const [at, row] of rows.entries()) Object.assign(row, others[at]);
}

function report(count, results) {
  const rates = new Map();
  for (const [name, hit] of results.flatMap(({ hits }) => hits.flatMap(Object.entries))) {
    const rate = rates.get(name) ?? { hits: 0, of: 0 };
    rates.set(name, { hits: rate.hits + (hit ? 1 : 0), of: rate.of + 1 });
  }
  const held = [...rates].map(
    ([name, { hits, of }]) => `${name} ${((100 * hits) / of).toFixed(1)} %`,
  );
  const signals = ['clear', 'weak', 'none'].map(
    (name) => `${name} ${results.filter(({ signal }) => signal === name).length}`,
  );
  console.log(`\n${count} outcomes, ${results.length} resamples`);
  console.log(`  APGR on the rest         ${describeFigures(results.map(({ apgr }) => apgr))}`);
  console.log(
    `  APGR as the report says  ${describeFigures(results.flatMap(({ said }) => said ?? []))}`,
  );
  console.log(
    `  …where it found a signal  ${describeFigures(results.filter(({ signal }) => signal !== 'none').map(({ apgr }) => apgr))}`,
  );
  console.log(`  signal                   ${signals.join(', ')}`);
  console.log(`  truth within interval    ${held.join(', ')}`);
  console.log(
    `  a decision, µs of CPU    ${quantile(
      results.map(({ decisionUs }) => decisionUs),
      0.5,
    ).toFixed(1)}`,
  );
  console.log(
    `  calibrate(), s of CPU    ${quantile(
      results.map(({ seconds }) => seconds),
      0.5,
    ).toFixed(2)}`,
  );
  console.log(
    `  JSON, KB                 ${(Math.max(...results.map(({ bytes }) => bytes)) / 1000).toFixed(0)}`,
  );
}
