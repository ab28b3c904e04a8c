#!/usr/bin/env node
// Logs uniformly random choices between the two models of each suite, replays `adaptive` on the log and
// prints what it would have been worth beside always asking one of them.
//
//   LLM_ROUTER_ROUTING=<folder> node scripts/routing/adaptive.mjs [--point-usd 0.01]
//
// `--point-usd`: what one whole point of quality is worth; without it cost does not count. Needs a build.
import { parseArgs } from 'node:util';
import { createRandom } from '../../packages/core/dist/index.js';
import { replayAdaptive } from '../../packages/model-selector/dist/index.js';
import { shuffle } from './figures.mjs';
import { openRoutingData } from './routing-data.mjs';

const { values } = parseArgs({ options: { 'point-usd': { type: 'string' } } });
const pointNanoUsd =
  values['point-usd'] === undefined ? undefined : Number(values['point-usd']) * 1e9;
const data = await openRoutingData();
for (const name of data?.names ?? []) {
  const { rows } = data.read(name);
  if (rows.length >= 100) console.log(`${name}: ${describe(replay(rows))}`);
}

function replay(rows) {
  const random = createRandom(1);
  const log = shuffle(rows, random).map(({ analysis, w, s, cw, cs }) => {
    const expectedNanoUsd = { weak: Math.round(cw * 1e9), strong: Math.round(cs * 1e9) };
    const deployment = random() < 0.5 ? 'weak' : 'strong';
    const quality = deployment === 'weak' ? w : s;
    const nanoUsd = expectedNanoUsd[deployment];
    return { analysis, deployment, propensity: 0.5, quality, nanoUsd, expectedNanoUsd };
  });
  return replayAdaptive(log, pointNanoUsd === undefined ? {} : { pointNanoUsd });
}

function describe({ adaptive, always, baseline, difference, verdict, replayed }) {
  const fixed = Object.entries(always).map(([name, { value }]) => `${name} ${value.toFixed(3)}`);
  const range = `${difference.value.toFixed(3)} [${difference.low.toFixed(3)}, ${difference.high.toFixed(3)}]`;
  return `adaptive ${adaptive.value.toFixed(3)}, always ${fixed.join(', ')}; over ${baseline} ${range}: ${verdict} (${replayed} replayed)`;
}
