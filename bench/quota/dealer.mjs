import { latency } from './scenarios.mjs';

/**
 * @typedef {import('./scenarios.mjs').Model} Model
 * @typedef {{ model: Model, share: number }} Share
 */

/**
 * Deals requests to models in proportion to their shares.
 *
 * @param {readonly Share[]} shares
 * @returns {(avoided?: string) => Model} `avoided`: the name of the model that just failed
 */
export function createDealer(shares) {
  const hands = shares.map((hand) => ({ ...hand, dealt: 0 }));
  return (avoided) => {
    const open = hands.filter(({ model }) => model.name !== avoided);
    const [next] = (open.length > 0 ? open : hands).toSorted(
      (a, b) => (a.dealt + 1) / a.share - (b.dealt + 1) / b.share,
    );
    next.dealt += 1;
    return next.model;
  };
}

/**
 * How many requests of the batch each model can take until all are taken, as one would work it out by
 * hand: its burst, and its rate for as long as that lasts.
 *
 * @param {import('./contender.mjs').Task} task
 * @returns {Share[]}
 */
export function sharesOf(task) {
  const { scenario, requests } = task;
  const size = meanTokens(task);
  const capacities = scenario.models.map((model) => ({
    burst: burstOf(model, size),
    rate: rateOf(model, size),
  }));
  const sum = (field) => capacities.reduce((total, capacity) => total + capacity[field], 0);
  const seconds = Math.max(0, (requests.length - sum('burst')) / sum('rate'));
  return scenario.models.map((model, index) => {
    const { burst, rate } = capacities[index];
    return { model, share: burst + rate * seconds };
  });
}

/**
 * How many requests a second each model can answer: for who cannot make use of a burst.
 *
 * @param {import('./contender.mjs').Task} task
 * @returns {Share[]}
 */
export function ratesOf(task) {
  const size = meanTokens(task);
  return task.scenario.models.map((model) => ({ model, share: rateOf(model, size) }));
}

/** The mean of prompts and of what answers usually have. */
export function meanTokens({ scenario, requests }) {
  const sum = requests.reduce((total, { promptTokens }) => total + promptTokens, 0);
  return sum / requests.length + usualOutput(scenario);
}

export function usualOutput({ outputTokens: { min, max } }) {
  return (min + max) / 2;
}

/** Requests a second that a model can answer. */
export function rateOf({ requests, tokens, maxConcurrent }, size) {
  const meanLatencySeconds = (latency.medianMs / 1000) * Math.exp(latency.sigma ** 2 / 2);
  return Math.min(
    requests?.perSecond ?? Infinity,
    tokens ? tokens.perSecond / size : Infinity,
    maxConcurrent ? maxConcurrent / meanLatencySeconds : Infinity,
  );
}

/** Requests that a model takes at once. */
export function burstOf({ requests, tokens, maxConcurrent }, size) {
  return Math.floor(
    Math.min(
      requests?.burst ?? Infinity,
      tokens ? tokens.burst / size : Infinity,
      maxConcurrent ?? Infinity,
    ),
  );
}
