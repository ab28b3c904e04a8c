import Bottleneck from 'bottleneck';
import { createDealer, sharesOf, usualOutput } from '../dealer.mjs';
import { backoffMs, chat } from '../http-client.mjs';

const retries = 5;
/** The shortest step in which a reservoir grows. */
const stepMs = 250;

/**
 * One limiter for each model: the bucket as a reservoir that grows in the shortest steps, requests
 * weighing one or their tokens; slots as `maxConcurrent`. A 429 is tried again through `failed`, after
 * the upstream's wait; any other failure is dealt to another model.
 *
 * @param {import('../contender.mjs').Task} task
 * @returns {import('../contender.mjs').Contender}
 */
export function create(task) {
  const { url, scenario } = task;
  const deal = createDealer(sharesOf(task));
  const limiters = new Map(scenario.models.map((model) => [model.name, limiterOf(model)]));
  return {
    async call(request) {
      const tokens = request.promptTokens + usualOutput(scenario);
      let model = deal();
      for (let tried = 1; ; tried++) {
        const { name } = model;
        const weight = model.tokens ? tokens : 1;
        try {
          return await limiters.get(name).schedule({ weight }, () => chat(url, name, request));
        } catch (error) {
          if (error.status === 429 || tried > retries) throw error;
          model = deal(name);
        }
      }
    },
  };
}

function limiterOf({ requests, tokens, maxConcurrent }) {
  const limiter = new Bottleneck({
    ...reservoir(requests ?? tokens),
    ...(maxConcurrent !== undefined && { maxConcurrent }),
  });
  limiter.on('failed', (error, { retryCount }) => {
    if (error.status !== 429 || retryCount >= retries) return undefined;
    return error.retryAfterMs ?? backoffMs(retryCount);
  });
  return limiter;
}

function reservoir(bucket) {
  if (bucket === undefined) return {};
  return {
    reservoir: bucket.burst,
    reservoirIncreaseAmount: (bucket.perSecond * stepMs) / 1000,
    reservoirIncreaseInterval: stepMs,
    reservoirIncreaseMaximum: bucket.burst,
  };
}
