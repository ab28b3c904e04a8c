// One contender in a process of its own. Told by its parent's message what to send where; fires all
// requests at once and answers what became of each, and how long all of them took.
import { contenders } from './contenders/index.mjs';

/**
 * @typedef {object} Task
 * @property {string} contender
 * @property {string} url of the upstream, without a path
 * @property {import('./scenarios.mjs').Scenario} scenario
 * @property {readonly import('./make-requests.mjs').BenchRequest[]} requests
 * @property {number} cutoffMs after which nothing is waited for
 *
 * @typedef {{ ok: boolean, endedMs: number, error?: string }} Outcome
 *
 * @typedef {object} Contender
 * @property {(request: import('./make-requests.mjs').BenchRequest) => Promise<string>} call
 *   answers the text, or rejects when the contender has given up
 * @property {() => void} [close]
 */

process.once('message', async (/** @type {Task} */ task) => {
  const { create } = await contenders[task.contender]();
  const contender = await create(task);
  const startedAt = performance.now();
  let stop;
  const cutoff = new Promise((resolve) => {
    stop = setTimeout(resolve, task.cutoffMs, 'cut off');
  });
  const outcomes = await Promise.all(
    task.requests.map((request) => outcomeOf(contender.call(request), cutoff, startedAt)),
  );
  const makespanMs = performance.now() - startedAt;
  clearTimeout(stop);
  contender.close?.();
  process.send({ outcomes, makespanMs }, () => process.disconnect());
});

/** @returns {Promise<Outcome>} */
async function outcomeOf(answer, cutoff, startedAt) {
  try {
    const text = await Promise.race([
      answer,
      cutoff.then((reason) => Promise.reject(new Error(reason))),
    ]);
    if (typeof text !== 'string' || text === '') throw new Error('an answer without text');
    return { ok: true, endedMs: performance.now() - startedAt };
  } catch (error) {
    return { ok: false, endedMs: performance.now() - startedAt, error: nameOf(error) };
  }
}

/** Its code and status, or else its words; of the AI SDK's error those of its last try. */
function nameOf(error) {
  const { code, status, statusCode, message } = error.lastError ?? error;
  const parts = [code, status ?? statusCode].filter((part) => part !== undefined && part !== null);
  return parts.length > 0 ? parts.join(' ') : message;
}
