// Draws the rows of results/quota.json that a whole run at its defaults measures: docs/quota.svg.
//
//   npm run quota:chart
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contenders } from './contenders/index.mjs';
import { readResults } from './results.mjs';
import { scenarios } from './scenarios.mjs';

const from = new URL('../results/quota.json', import.meta.url);
const to = new URL('../../docs/quota.svg', import.meta.url);

const labels = {
  told: 'llm-router, limits told',
  untold: 'llm-router, limits learned',
  bottleneck: 'Bottleneck',
  'p-queue': 'p-queue + p-retry',
  openai: 'openai SDK',
  'ai-sdk': 'AI SDK',
  portkey: 'Portkey gateway',
};

const width = 760;
const left = 190;
const right = 150;
const rowHeight = 19;
const barHeight = 13;
const groupGap = 40;
const top = 64;
/** Times the yardstick; longer bars are cut. */
const longest = 5;

const xOf = (ratio) => left + (Math.min(ratio, longest) / longest) * (width - left - right);

const style = `
    text { font: 12px system-ui, sans-serif; fill: #1f2328; }
    .title { font-size: 15px; font-weight: 600; }
    .group { font-weight: 600; }
    .faint { fill: #59636e; }
    .label { text-anchor: end; }
    .ours { fill: #0969da; }
    .peer { fill: #8c959f; }
    .ideal { stroke: #1f2328; stroke-dasharray: 3 3; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .faint { fill: #9198a1; }
      .ours { fill: #4493f8; }
      .peer { fill: #7d8590; }
      .ideal { stroke: #e6edf3; }
    }`;

/** @param {import('./results.mjs').Row[]} rows */
function draw(rows) {
  const parts = [];
  let y = top;
  for (const scenario of scenarios) {
    const own = rowsOf(rows, scenario.name);
    if (own.length === 0) continue;
    parts.push(
      `<text class="group" x="12" y="${y}">${scenario.name}: ${escapeText(scenario.title)}</text>`,
    );
    y += 10;
    const above = y;
    for (const row of own) {
      parts.push(bar(row, y));
      y += rowHeight;
    }
    parts.push(`<line class="ideal" x1="${xOf(1)}" x2="${xOf(1)}" y1="${above}" y2="${y}"/>`);
    y += groupGap - 10;
  }
  return page(parts, y - groupGap + 34);
}

function rowsOf(rows, scenario) {
  return Object.keys(labels).flatMap((contender) =>
    rows.filter((row) => row.contender === contender && row.scenario === scenario),
  );
}

/** @param {import('./results.mjs').Row} row */
function bar({ contender, ratio, answered, refused, n }, y) {
  const isOurs = contender === 'told' || contender === 'untold';
  const isWhole = answered.median === n;
  const end = isWhole ? xOf(ratio.median) : left;
  const base = y + barHeight - 2;
  const cut = ratio.median > longest ? '→ ' : '';
  const told = isWhole
    ? `${cut}×${ratio.median.toFixed(2)}`
    : `${answered.median} of ${n} answered, then gave up`;
  return [
    `<text class="label" x="${left - 8}" y="${base}">${labels[contender]}</text>`,
    `<rect class="${isOurs ? 'ours' : 'peer'}" x="${left}" y="${y}" width="${(end - left).toFixed(1)}" height="${barHeight}" rx="2"/>`,
    `<text x="${(Math.max(end, xOf(1)) + 8).toFixed(1)}" y="${base}">${told} <tspan class="faint">· ${refused.median} × 429</tspan></text>`,
  ].join('\n  ');
}

function page(parts, height) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Time that requests sent at once take, in multiples of an ideal scheduler's">
  <style>${style}
  </style>
  <text class="title" x="12" y="22">100 requests at once: time to the last answer</text>
  <text class="faint" x="12" y="40">in multiples of an ideal scheduler's (dashed), where all were answered; and refusals on the wire</text>
  ${parts.join('\n  ')}
</svg>
`;
}

function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const known = Object.keys(contenders).filter((name) => !(name in labels));
if (known.length > 0) throw new Error(`Give the chart a label for ${known.join(', ')}.`);
const rows = readResults(fileURLToPath(from)).rows.filter(
  ({ n, headers, counts }) => n === 100 && headers === 'openai' && counts === 'produced',
);
if (rows.length === 0) throw new Error('There are no results yet: npm run quota');
writeFileSync(to, draw(rows));
console.log(`Written to ${fileURLToPath(to)}`);
