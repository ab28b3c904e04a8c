import type { Emitter, Ledger, RouterEvent } from '@llm-router/core';

/** Where the router tells what somebody may have to look at; `console` is one. */
export interface Logger {
  info(message: string, fields: object): void;
  warn(message: string, fields: object): void;
  error(message: string, fields: object): void;
}

/**
 * Writes what is out of the ordinary: requests that failed, deployments that were left, circuits, limits
 * that were learned, changes of the configuration. A message is one line without prompts, answers and
 * keys; the fields are plain data.
 */
export function logEvents(events: Emitter<RouterEvent>, logger: Logger): void {
  events.on('request-ended', ({ ledger }) => logEnd(ledger, logger));
  events.on('fell-back', ({ ledgerId, from, because }) => {
    const { category, status } = because;
    const what = status === undefined ? category : `${category} (${status})`;
    logger.info(`${ledgerId} goes on without ${from}: ${what}`, {
      ledgerId,
      deployment: from,
      category,
      status,
    });
  });
  events.on('circuit-changed', ({ key, from, to, because }) => {
    const message = `the circuit of ${key} went from ${from} to ${to}: ${because}`;
    if (to === 'open') logger.warn(message, { key, from, to });
    else logger.info(message, { key, from, to });
  });
  events.on('limit-learned', ({ key, limit, confidence }) => {
    logger.info(`learned a limit of ${key}`, { key, limit, confidence });
  });
  events.on('config-changed', ({ changes }) => {
    logger.info(`the configuration changed: ${changes.join(', ')}`, { changes });
  });
  events.on('store-degraded', ({ store, detail }) => {
    logger.warn(`does without ${store}: ${detail}`, { store, detail });
  });
}

function logEnd({ id, tenant, outcome, attempts, durationMs }: Ledger, logger: Logger): void {
  if (outcome === undefined || outcome === 'ok') return;
  const tried = attempts.map(({ deployment, error }) => ({
    deployment,
    category: error?.category,
    status: error?.status,
  }));
  const ms = Math.round(durationMs).toLocaleString('en');
  const count = tried.length === 1 ? '1 attempt' : `${tried.length} attempts`;
  const message = `${id} ended with ${outcome} after ${count} and ${ms} ms`;
  const fields = { ledgerId: id, tenant, outcome, durationMs, attempts: tried };
  // Who aborts knows it.
  if (outcome === 'aborted') logger.info(message, fields);
  else logger.error(message, fields);
}
