// A score learned from what the structural score counts: ridge regression on some twenty logarithms.
import { readWindow } from '../../packages/request-analyzer/dist/read-window.js';
import { scanText } from '../../packages/request-analyzer/dist/scan-text.js';
import { fitRidge, project } from './ridge.mjs';
import { normOf, withinSource } from './targets.mjs';

/** Times the number of prompts. */
const penaltyPerPrompt = 0.3;

/** A count that lies further out says no more. */
const widest = 3;

const kinds = ['deduce', 'think', 'code', 'mathematics', 'brief', 'long', 'condense', 'rewrite'];

/** Learns a target from prompts; answers a function from prompt to score. */
export function learnCounts(prompts, target) {
  const counts = prompts.map(countsOf);
  const norms = counts[0].map((_, column) => normOf(counts.map((row) => row[column])));
  const indexes = norms.map((_, column) => column);
  const toRow = (row) => [
    indexes,
    row.map((value, column) => clamp((value - norms[column].centre) / norms[column].spread)),
  ];
  const rows = centreWithinSource(prompts, counts.map(toRow));
  const penalty = penaltyPerPrompt * prompts.length;
  const weights = fitRidge(rows, withinSource(prompts, target), norms.length, penalty);
  return (prompt) => project(toRow(countsOf(prompt)), weights);
}

const clamp = (value) => Math.max(-widest, Math.min(widest, value));

function countsOf({ prompt }) {
  const { text } = readWindow(prompt);
  const found = scanText(text);
  const words = found.words + 5;
  const longWords = (text.match(/\p{L}{9,}/gu) ?? []).length;
  const figures = (text.match(/\d+/g) ?? []).length;
  return [
    ...kinds.map((kind) => Math.log1p(found.kinds.get(kind) ?? 0)),
    ...['words', 'sentences', 'questions', 'listItems', 'mathSigns', 'codeSigns'].map((name) =>
      Math.log1p(found[name]),
    ),
    ...['constraints', 'conditions', 'mathSigns', 'codeSigns'].map((name) => found[name] / words),
    Math.log1p(found.words / Math.max(1, found.sentences)),
    Math.log1p(found.constraints),
    Math.log1p(found.conditions),
    Math.log1p(figures),
    longWords / words,
  ];
}

/** Takes each source's mean away from its rows, for the reason that `withinSource` tells. */
function centreWithinSource(prompts, rows) {
  const sums = new Map();
  rows.forEach(([, values], index) => {
    const { source } = prompts[index];
    const sum = sums.get(source) ?? { size: 0, totals: values.map(() => 0) };
    sum.size += 1;
    values.forEach((value, column) => {
      sum.totals[column] += value;
    });
    sums.set(source, sum);
  });
  return rows.map(([indexes, values], index) => {
    const { size, totals } = sums.get(prompts[index].source);
    return [indexes, values.map((value, column) => value - totals[column] / size)];
  });
}
