// The upstream in a process of its own: the built simulator on loopback. Told what to serve by its
// parent's first message; answers its address, and on `'report'` a summary of its own log of hits.
import { createSimulator } from '../../packages/simulator/dist/index.js';
import { indexOfPrompt } from './make-requests.mjs';
import { listenRetryAfterOnly } from './retry-after-only.mjs';

/**
 * @typedef {object} UpstreamOrder
 * @property {import('./scenarios.mjs').Scenario} scenario
 * @property {readonly { index: number, latencyMs: number }[]} requests
 * @property {number} seed
 * @property {'openai' | 'retry-after' | 'none'} headers
 * @property {'produced' | 'max_tokens'} counts
 */

process.once('message', async (/** @type {UpstreamOrder} */ order) => {
  const simulator = createSimulator({
    seed: order.seed,
    models: order.scenario.models.map((model) => simulated(model, order)),
    faults: latencyFaults(order.requests),
  });
  const { url } =
    order.headers === 'retry-after'
      ? await listenRetryAfterOnly(simulator)
      : await simulator.listen();
  process.on('message', () => process.send(summary(simulator.hits())));
  process.send({ url });
});

/** The simulator's own latency is none: it would go by the order of arrival. */
function simulated({ name, requests, tokens, maxConcurrent, down }, { scenario, ...order }) {
  const isSilent = order.headers === 'none' || maxConcurrent !== undefined;
  const limits = {
    ...(requests && { requests }),
    ...(tokens && { tokens, countsOutput: order.counts }),
    ...(maxConcurrent !== undefined && { maxConcurrent }),
  };
  const { max } = scenario.outputTokens;
  return {
    name,
    limits: down ? {} : limits,
    headers: isSilent ? 'none' : 'openai',
    latency: { medianMs: 0, sigma: 0 },
    // Where `max_tokens` is the length, every answer is as long as it may be.
    outputTokens: order.counts === 'max_tokens' ? { min: max, max } : scenario.outputTokens,
    faults: [
      ...(down ? [{ kind: 'overloaded' }] : []),
      ...(scenario.errorShare ? [{ kind: 'server-error', probability: scenario.errorShare }] : []),
    ],
  };
}

/** Latency belongs to the request, whichever model answers: each gets a "fault" that makes it late. */
function latencyFaults(requests) {
  return requests.map(({ index, latencyMs }) => ({
    kind: 'slow-first-token',
    delayMs: latencyMs,
    matches: ({ body }) => indexOfPrompt(body.messages?.at(-1)?.content) === index,
  }));
}

function summary(hits) {
  const statuses = {};
  for (const { status } of hits) statuses[status] = (statuses[status] ?? 0) + 1;
  const served = {};
  for (const { model, outcome } of hits) {
    if (outcome === 'ok') served[model] = (served[model] ?? 0) + 1;
  }
  return { hits: hits.length, refused: statuses[429] ?? 0, statuses, served };
}
