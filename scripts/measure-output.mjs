#!/usr/bin/env node
// Measures the expected length of answers, and drift, against recorded traffic; docs/routing.md tells
// what it found.
//
//   LLM_ROUTER_CORPUS=FOLDER node scripts/measure-output.mjs
//
// FOLDER holds traffic.jsonl. A hash of the id puts each exchange into one of two halves; the constant
// is chosen on the first. Needs a build (`npm run build`).
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeRequest } from '../packages/request-analyzer/dist/index.js';

const folder = process.env.LLM_ROUTER_CORPUS;
if (!folder) throw new Error('LLM_ROUTER_CORPUS is not set; expected the folder of traffic.jsonl.');

const samples = readSamples();
const first = samples.filter(({ id }) => !isOfSecondHalf(id));
const constant = quantile(
  first.map(({ actual }) => actual),
  0.5,
);
console.log(
  `${samples.length} answers; the constant is ${constant} tokens, the median of one half`,
);
for (const [half, list] of Object.entries({
  'first half': first,
  'second half': samples.filter(({ id }) => isOfSecondHalf(id)),
})) {
  report(`${half}, expected`, list, ({ expected }) => expected);
  report(`${half}, constant`, list, ({ allowed }) => Math.min(constant, allowed));
  const best = bestConstant(list);
  report(`${half}, best (${best}) in hindsight`, list, ({ allowed }) => Math.min(best, allowed));
  report(`${half}, always 200`, list, ({ allowed }) => Math.min(200, allowed));
}
reportDrift();

/** Requests in the shapes of OpenAI and Anthropic, with the tokens of their answers. */
function readSamples() {
  return readFileSync(join(folder, 'traffic.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ endpoint }) => ['chat.completions', 'messages'].includes(endpoint))
    .filter(({ status, usage }) => status === 200 && usage?.output_tokens > 0)
    .filter(({ request_body: body }) => Array.isArray(body?.messages))
    .flatMap(toSample);
}

function toSample({ id, request_body: { system, ...body }, usage }) {
  const instructions = system ? [{ role: 'system', content: system }] : [];
  const request = { ...body, messages: [...instructions, ...body.messages] };
  const allowed = body.max_completion_tokens ?? body.max_tokens ?? Number.POSITIVE_INFINITY;
  try {
    const { tokens } = analyzeRequest(request);
    const expected = tokens.expectedOutput;
    return [{ id, request, expected, allowed, actual: usage.output_tokens }];
  } catch {
    // What the analyzer refuses has no expectation to be judged.
    return [];
  }
}

function isOfSecondHalf(id) {
  return createHash('sha256').update(`fit${id}`).digest().readUInt32BE(0) % 2 === 1;
}

/** The ratio error of a guess: how many times too long or too short it is. */
function errorsOf(list, guessOf) {
  return list.map((sample) => {
    const ratio = guessOf(sample) / sample.actual;
    return Math.max(ratio, 1 / ratio);
  });
}

/** The constant that nobody could know beforehand. */
function bestConstant(list) {
  const errorOf = (tokens) =>
    quantile(
      errorsOf(list, ({ allowed }) => Math.min(tokens, allowed)),
      0.5,
    );
  const constants = Array.from({ length: 60 }, (_, step) => 5 * (step + 1));
  return constants.reduce((best, next) => (errorOf(next) < errorOf(best) ? next : best));
}

function report(name, list, guessOf) {
  const errors = errorsOf(list, guessOf);
  const [median, most] = [0.5, 0.8].map((share) => quantile(errors, share).toFixed(2));
  console.log(`${name.padEnd(46)} n ${list.length}  median ratio error ${median}  p80 ${most}`);
}

/** Whether a conversation's own last message drifts less than that of another conversation. */
function reportDrift() {
  const talks = distinctTalks();
  const driftOf = (messages) => analyzeRequest({ messages }).conversation.drift;
  const own = talks.map(driftOf);
  const foreign = talks.map((messages, index) => {
    const other = talks[(index + 7) % talks.length];
    return driftOf([...messages.slice(0, -1), other.at(-1)]);
  });
  const wins = own.flatMap((a) => foreign.map((b) => (b > a ? 1 : b === a ? 0.5 : 0)));
  const [ownMean, foreignMean, area] = [own, foreign, wins].map((list) => mean(list).toFixed(2));
  console.log(
    `drift of ${talks.length} conversations: own ${ownMean}, foreign ${foreignMean}, AUROC ${area}`,
  );
}

function distinctTalks() {
  const talks = new Map();
  for (const { request } of samples) {
    const { messages } = request;
    const last = messages.at(-1);
    const turns = messages.filter(({ role }) => role === 'user').length;
    if (turns < 2 || last.role !== 'user' || typeof last.content !== 'string') continue;
    if (!talks.has(last.content)) talks.set(last.content, messages);
  }
  return [...talks.values()];
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * sorted.length)];
}
