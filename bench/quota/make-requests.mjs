import { createRandom, estimateTokens } from '../../packages/core/dist/index.js';
import { latency } from './scenarios.mjs';

/**
 * @typedef {object} BenchRequest
 * @property {number} index
 * @property {string} prompt begins with the index, by which the upstream knows it again
 * @property {number} promptTokens as the upstream counts them
 * @property {number} outputTokens
 * @property {number} maxTokens the request's `max_tokens`
 * @property {number} latencyMs of its answer, whoever gives it and whenever
 */

const words = 'harbour lantern copper meadow winter signal orchard pebble thunder compass'.split(
  ' ',
);

/**
 * The requests of one run. Request `i` of a seed is the same for every contender and every `count`.
 *
 * @param {import('./scenarios.mjs').Scenario} scenario
 * @param {{ count: number, seed: number, counts: 'produced' | 'max_tokens' }} options
 * @returns {BenchRequest[]}
 */
export function makeRequests({ promptCharacters, outputTokens }, { count, seed, counts }) {
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
    const latencyMs = latency.medianMs * drawLognormal(random, latency.sigma);
    const prompt = makePrompt(index, drawInteger(random, promptCharacters), random);
    const length = drawInteger(random, outputTokens);
    return {
      index,
      prompt,
      promptTokens: estimateTokens([{ role: 'user', content: prompt }]),
      outputTokens: length,
      maxTokens: counts === 'max_tokens' ? length : outputTokens.max,
      latencyMs,
    };
  });
}

/** The index that a prompt begins with; `undefined` for any other text. */
export function indexOfPrompt(text) {
  const found = /^Request (\d+):/.exec(String(text));
  return found ? Number(found[1]) : undefined;
}

function makePrompt(index, characters, random) {
  let text = `Request ${index}:`;
  while (text.length < characters) text += ` ${words[Math.floor(random() * words.length)]}`;
  return text.slice(0, characters);
}

function drawInteger(random, { min, max }) {
  return min + Math.floor(random() * (max - min + 1));
}

/** A factor of median 1, by Box and Muller. */
function drawLognormal(random, sigma) {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return Math.exp(sigma * radius * Math.cos(2 * Math.PI * random()));
}
