/**
 * @typedef {{ burst: number, perSecond: number }} Bucket
 *
 * @typedef {object} Model
 * @property {string} name
 * @property {Bucket} [requests]
 * @property {Bucket} [tokens] prompt and answer together
 * @property {number} [maxConcurrent] what exceeds it gets a 429 without any hint
 * @property {boolean} [down] answers 503 to everyone; what limits it had nobody finds out
 *
 * @typedef {object} Scenario
 * @property {string} name
 * @property {string} title
 * @property {readonly Model[]} models any of them may serve any request
 * @property {{ min: number, max: number }} promptCharacters
 * @property {{ min: number, max: number }} outputTokens
 * @property {number} [errorShare] of the requests, at random, that models which are up answer with a 500
 */

/** The median of all latencies, and the standard deviation of their logarithm. */
export const latency = { medianMs: 300, sigma: 0.35 };

const small = {
  promptCharacters: { min: 80, max: 600 },
  outputTokens: { min: 20, max: 60 },
};

const byRequests = { name: 'by-requests', requests: { burst: 10, perSecond: 5 } };
const byTokens = { name: 'by-tokens', tokens: { burst: 600, perSecond: 300 } };
const bySlots = { name: 'by-slots', maxConcurrent: 2 };

/** @type {readonly Scenario[]} */
export const scenarios = [
  {
    name: 'S1',
    title: 'one model, 10 requests a second, burst 20',
    models: [{ name: 'by-requests', requests: { burst: 20, perSecond: 10 } }],
    ...small,
  },
  {
    name: 'S2',
    title: 'one model, 3,600 tokens a second, burst 4,000',
    models: [{ name: 'by-tokens', tokens: { burst: 4000, perSecond: 3600 } }],
    promptCharacters: { min: 80, max: 4000 },
    outputTokens: { min: 20, max: 100 },
  },
  {
    name: 'S3',
    title: 'one model, 4 in flight, no hints',
    models: [{ name: 'by-slots', maxConcurrent: 4 }],
    ...small,
  },
  {
    name: 'S4',
    title: 'three models, each with another limit',
    models: [byRequests, byTokens, bySlots],
    ...small,
  },
  {
    name: 'S5',
    title: 'the same, one model down, 5 % errors on the others',
    models: [{ ...byRequests, down: true }, byTokens, bySlots],
    errorShare: 0.05,
    ...small,
  },
];
