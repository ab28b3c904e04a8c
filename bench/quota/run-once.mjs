import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Run what one contender made of one scenario and seed
 * @property {number} answered
 * @property {number} makespanMs from the first send until the last answer or final failure
 * @property {number} hits requests on the wire, by the upstream's own log
 * @property {number} refused how many of them got a 429
 * @property {Record<string, number>} statuses
 * @property {Record<string, number>} served answers by model
 * @property {Record<string, number>} errors how the failed requests ended
 */

/**
 * Runs one contender against an upstream that nobody has used before. Both are processes of their own.
 *
 * @param {Omit<import('./contender.mjs').Task, 'url'> & import('./upstream.mjs').UpstreamOrder} job
 * @returns {Promise<Run>}
 */
export async function runOnce(job) {
  const upstream = start('upstream.mjs');
  const contender = start('contender.mjs');
  try {
    const { requests, scenario, seed, headers, counts } = job;
    const { url } = await ask(upstream, { requests, scenario, seed, headers, counts });
    const { contender: name, cutoffMs } = job;
    const task = { contender: name, cutoffMs, url, requests, scenario };
    const { outcomes, makespanMs } = await ask(contender, task);
    const { hits, refused, statuses, served } = await ask(upstream, 'report');
    const failed = outcomes.filter(({ ok }) => !ok);
    return {
      answered: outcomes.length - failed.length,
      makespanMs,
      hits,
      refused,
      statuses,
      served,
      errors: countBy(failed.map(({ error }) => error)),
    };
  } finally {
    upstream.kill();
    contender.kill();
  }
}

function start(file) {
  return fork(fileURLToPath(new URL(file, import.meta.url)), { serialization: 'advanced' });
}

/** Sends a message and waits for the answer; a child that ends instead is an error. */
async function ask(child, message) {
  const given = new AbortController();
  const { signal } = given;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`A child process ended with code ${code} before it answered.`);
  });
  child.send(message);
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal }), ended]);
    return answer;
  } finally {
    given.abort();
    ended.catch(() => {});
  }
}

function countBy(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
