import { parseArgs } from 'node:util';
import { contenders } from './contenders/index.mjs';
import { scenarios } from './scenarios.mjs';

/**
 * @typedef {object} Flags
 * @property {number[]} seeds
 * @property {number} n requests at once
 * @property {readonly import('./scenarios.mjs').Scenario[]} scenarios
 * @property {string[]} contenders
 * @property {'openai' | 'retry-after' | 'none'} headers
 * @property {'produced' | 'max_tokens'} counts
 * @property {number} cutoff times the yardstick
 * @property {string} out
 */

const help = `npm run quota -- [flags]
  --seeds 5           seeds 1 to 5
  --n 100             requests at once
  --scenario S1,S4    of ${scenarios.map(({ name }) => name).join(', ')} (all)
  --contenders told   of ${Object.keys(contenders).join(', ')} (all)
  --headers openai    openai: limits on every answer, waits on 429s | retry-after: whole seconds on 429s | none
  --counts produced   produced: the upstream reserves the expected answer and corrects it
                      max_tokens: every answer is as long as its max_tokens says, and counts as that
  --cutoff 10         gives up after so many times the yardstick
  --out FILE          rows are replaced there (results/quota.json)`;

/** @returns {Flags | undefined} `undefined` where only help was asked for */
export function readFlags(args) {
  const text = (fallback) => ({ type: 'string', default: fallback });
  const { values } = parseArgs({
    args,
    options: {
      seeds: text('5'),
      n: text('100'),
      scenario: text(scenarios.map(({ name }) => name).join()),
      contenders: text(Object.keys(contenders).join()),
      headers: text('openai'),
      counts: text('produced'),
      cutoff: text('10'),
      out: text(new URL('../results/quota.json', import.meta.url).pathname),
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return undefined;
  }
  return {
    seeds: Array.from({ length: wholeNumber('seeds', values.seeds) }, (_, index) => index + 1),
    n: wholeNumber('n', values.n),
    scenarios: some(
      'scenario',
      values.scenario,
      scenarios.map(({ name }) => name),
    ).map((name) => scenarios.find((scenario) => scenario.name === name)),
    contenders: some('contenders', values.contenders, Object.keys(contenders)),
    headers: oneOf('headers', values.headers, ['openai', 'retry-after', 'none']),
    counts: oneOf('counts', values.counts, ['produced', 'max_tokens']),
    cutoff: wholeNumber('cutoff', values.cutoff),
    out: values.out,
  };
}

function wholeNumber(flag, value) {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new RangeError(`--${flag} is '${value}'; give a whole number of at least 1.`);
}

function some(flag, value, known) {
  return value.split(',').map((name) => oneOf(flag, name, known));
}

function oneOf(flag, value, known) {
  if (known.includes(value)) return value;
  throw new RangeError(`--${flag} is '${value}'; give one of ${known.join(', ')}.`);
}
