import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import pRetry from 'p-retry';
import { burstOf, createDealer, meanTokens, rateOf, ratesOf } from '../dealer.mjs';
import { backoffMs, chat } from '../http-client.mjs';

/** Requests of one moment do not arrive at one moment: without it each batch would have a 429. */
const marginMs = 50;

/**
 * One queue for each model: as many starts as the bucket holds in any span in which it fills up
 * (`strict`), slots as `concurrency`. p-queue does not weigh, so tokens become requests of mean size.
 * Each try goes through the queue; a 429 waits as the upstream says, any other failure is dealt to
 * another model.
 *
 * @param {import('../contender.mjs').Task} task
 * @returns {import('../contender.mjs').Contender}
 */
export function create(task) {
  const { url, scenario } = task;
  const deal = createDealer(ratesOf(task));
  const size = meanTokens(task);
  const queues = new Map(scenario.models.map((model) => [model.name, queueOf(model, size)]));
  return {
    call(request) {
      let { name } = deal();
      return pRetry(() => queues.get(name).add(() => chat(url, name, request)), {
        retries: 5,
        minTimeout: 0,
        async onFailedAttempt({ error, attemptNumber }) {
          if (error.status !== 429) name = deal(name).name;
          await sleep(error.retryAfterMs ?? backoffMs(attemptNumber - 1));
        },
      });
    },
  };
}

function queueOf(model, size) {
  const { requests, tokens, maxConcurrent } = model;
  const burst = burstOf(model, size);
  return new PQueue({
    ...((requests ?? tokens) && {
      intervalCap: burst,
      interval: (burst / rateOf(model, size)) * 1000 + marginMs,
      strict: true,
    }),
    ...(maxConcurrent !== undefined && { concurrency: maxConcurrent }),
  });
}
