#!/usr/bin/env node
// Fits the constants by which token-calculator counts for models without a public tokenizer.
//
//   node scripts/fit-tokens.mjs TRAFFIC_FOLDER [--write]
//
// TRAFFIC_FOLDER holds traffic.jsonl: recorded requests with the input tokens that were billed. A hash
// of the id puts each request into one of two halves: one is fitted, the other reported. The fit is
// least absolute relative error, held near a prior where a family has few requests.
// --write replaces packages/token-calculator/src/calibration-data.ts. Needs a build (`npm run build`).
import { writeFileSync } from 'node:fs';
import { isFitted, loadSource } from './lib/load-sources.mjs';

const folder = new URL('../packages/token-calculator/', import.meta.url);
const load = (path) => loadSource(`packages/token-calculator/${path}`);
const { readTraffic } = load('test/corpus/read-traffic.ts');
const { measureRequest } = load('src/count-calibrated.ts');
const { createMeasureText } = load('src/measure-text.ts');
const { familyOf } = load('src/model-profile.ts');

/** Name, decimals, prior and how far from the prior a fit may comfortably lie. */
const constants = [
  ['perToken', 3, 1.05, 0.06],
  ['perSign', 3, 0.05, 0.1],
  ['perFurtherDigit', 3, 0, 0.3],
  ['perLineEnd', 3, 0, 0.2],
  ['perMessage', 1, 4, 3],
  ['perSystem', 1, 4, 3],
  ['perRequest', 1, 3, 20],
  ['perTools', 1, 20, 60],
  ['perTool', 1, 4, 10],
  ['perToolToken', 3, 1, 0.15],
  ['perCall', 1, 8, 10],
];

/** The first so many are about text and messages, the others about tools. */
const textConstants = 7;

/** Priors by family, from comparisons of published tokenizers with o200k_base. */
const priors = {
  claude: { perToken: 1.12 },
  claude5: { perToken: 1.4 },
  command: { perToken: 1.09 },
  deepseek: { perToken: 1.05 },
  gemini: { perToken: 1.02, perFurtherDigit: 1, perMessage: 1, perSystem: 1, perRequest: 0 },
  gemini2: { perToken: 1.02, perFurtherDigit: 1, perMessage: 0, perSystem: 0, perRequest: 0 },
  geminiVertex: { perToken: 1.02, perFurtherDigit: 1, perMessage: 0, perSystem: 0, perRequest: 0 },
  gemma: { perToken: 1.02, perFurtherDigit: 1 },
  glm: { perToken: 1.03 },
  gptOss: { perToken: 1, perSign: 0, perRequest: 65 },
  grok: { perToken: 1.05 },
  kimi: { perToken: 1.03 },
  llama: { perToken: 1.01, perSign: 0 },
  llama31: { perToken: 1.01, perSign: 0, perRequest: 30 },
  llama4: { perToken: 1.01, perSign: 0 },
  mistral: { perToken: 1.07 },
  nova: { perToken: 1.05 },
  qwen: { perToken: 1.03, perFurtherDigit: 1 },
  sonar: { perToken: 1.01, perMessage: 0, perSystem: 0, perRequest: 0 },
};

/** A count is known to this share of itself and this many tokens; smaller errors are all the same. */
const relativeNoise = 0.02;
const absoluteNoise = 0.5;
const rounds = 40;

const [trafficFolder, flag] = process.argv.slice(2);
if (trafficFolder === undefined) {
  console.error('usage: node scripts/fit-tokens.mjs TRAFFIC_FOLDER [--write]');
  process.exit(2);
}

const measure = createMeasureText({
  memoCharacters: 0,
  sliceCharacters: 65_536,
  yieldToHost: async () => {},
});
const families = new Map(Object.keys(priors).map((family) => [family, []]));
for (const row of readTraffic(trafficFolder)) {
  const family = familyOf(row.model);
  // What a host of another company's models hides in the prompt is no fact about the model.
  if (!families.has(family) || row.kind === 'images' || row.provider === 'azure') continue;
  const request = await measureRequest(row.request, row.model, 'o200k_base', measure);
  families.get(family).push({
    ...row,
    vector: toVector(request),
    fixed: request.fixedTokens,
    fitted: isFitted(row.id),
  });
}

const lines = [];
for (const [family, rows] of families) {
  const ofKind = (kind) => rows.filter((row) => row.fitted && row.kind === kind);
  const text = regress(ofKind('text'), priorsOf(family));
  // What the texts have settled, the requests with tools leave alone.
  const settled = text.map((mean, index) =>
    index < textConstants ? { mean, spread: 1e-6 } : priorsOf(family)[index],
  );
  const fitted = regress(ofKind('tools'), settled);
  const rounded = fitted.map((value, index) => Number(value.toFixed(constants[index][1])) + 0);
  report(family, rows, rounded);
  lines.push(
    `  ${family}: {`,
    ...rounded.map((value, index) => `    ${constants[index][0]}: ${value},`),
    '  },',
  );
}
if (flag === '--write') writeFileSync(new URL('src/calibration-data.ts', folder), fileText(lines));

function toVector({ text, messages, systems, tools, toolTokens, calls }) {
  const { tokens, signs, furtherDigits, lineEnds } = text;
  return [
    tokens,
    signs,
    furtherDigits,
    lineEnds,
    messages,
    systems,
    1,
    tools > 0 ? 1 : 0,
    tools,
    toolTokens,
    calls,
  ];
}

function priorsOf(family) {
  return constants.map(([name, , prior, spread]) => ({
    mean: priors[family][name] ?? prior,
    spread,
  }));
}

/** Least absolute error by reweighted least squares. */
function regress(rows, prior) {
  let beta = prior.map(({ mean }) => mean);
  for (let round = 0; round < rounds; round++) {
    const weights = rows.map((row) => {
      const noise = absoluteNoise + relativeNoise * row.inputTokens;
      const error = Math.abs(predict(row, beta) - row.inputTokens);
      return 1 / (noise * Math.max(error, noise / 4));
    });
    beta = solve(rows, weights, prior);
  }
  return beta;
}

/** The normal equations with the prior in them, by Gauss and Jordan. */
function solve(rows, weights, prior) {
  const size = prior.length;
  const matrix = prior.map(({ mean, spread }, index) => {
    const line = new Array(size + 1).fill(0);
    line[index] = 1 / spread ** 2;
    line[size] = mean / spread ** 2;
    return line;
  });
  rows.forEach(({ vector, inputTokens, fixed }, row) => {
    for (let a = 0; a < size; a++) {
      const weighted = weights[row] * vector[a];
      for (let b = 0; b < size; b++) matrix[a][b] += weighted * vector[b];
      matrix[a][size] += weighted * (inputTokens - fixed);
    }
  });
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      if (b === a) continue;
      const factor = matrix[b][a] / matrix[a][a];
      for (let column = a; column <= size; column++)
        matrix[b][column] -= factor * matrix[a][column];
    }
  }
  return matrix.map((line, index) => line[size] / line[index]);
}

function predict(row, beta) {
  return row.fixed + row.vector.reduce((sum, value, index) => sum + value * beta[index], 0);
}

function report(family, rows, beta) {
  for (const kind of ['text', 'tools', 'structured']) {
    const all = rows.filter((row) => row.kind === kind);
    if (all.length === 0) continue;
    const errors = (some) =>
      some
        .map(
          (row) =>
            Math.abs(Math.max(1, Math.round(predict(row, beta))) - row.inputTokens) /
            row.inputTokens,
        )
        .sort((a, b) => a - b);
    const show = (sorted) =>
      `${String(sorted.length).padStart(4)} ${percent(sorted, 0.5)} ${percent(sorted, 0.9)}`;
    const [seen, unseen] = [true, false].map((half) =>
      errors(all.filter((row) => row.fitted === half)),
    );
    console.log(
      `${family.padEnd(13)} ${kind.padEnd(11)} fitted ${show(seen)}   other ${show(unseen)}`,
    );
  }
}

function percent(sorted, share) {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return (value === undefined ? '–' : `${(100 * value).toFixed(1)} %`).padStart(8);
}

function fileText(lines) {
  return `import type { Calibration } from './calibration.ts';

/** Lines of models that share a tokenizer and a chat format. */
export type Family =
${[...families.keys()].map((family) => `  | '${family}'`).join('\n')};

/** The constants of each family. Made by scripts/fit-tokens.mjs: run it again, do not edit. */
export const calibrations: Readonly<Record<Family, Calibration>> = {
${lines.join('\n')}
};
`;
}
