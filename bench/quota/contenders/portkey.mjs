import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sharesOf } from '../dealer.mjs';
import { chat } from '../http-client.mjs';

const script = new URL(
  '../../node_modules/@portkey-ai/gateway/build/start-server.js',
  import.meta.url,
);

/**
 * Portkey's gateway in a process of its own, on loopback. Five retries at its own
 * pace: as published it cannot heed the upstream's (`use_retry_after_header` makes its retries throw).
 * Of several models one is drawn by weight (its share of the batch, as worked out by hand). A drawing does not
 * fail over, so behind it stand all models, the largest first.
 *
 * @param {import('../contender.mjs').Task} task
 * @returns {Promise<import('../contender.mjs').Contender>}
 */
export async function create(task) {
  const port = await freePort();
  const gateway = spawn(process.execPath, [fileURLToPath(script), '--headless', `--port=${port}`], {
    stdio: 'ignore',
  });
  process.once('exit', () => gateway.kill());
  process.once('SIGTERM', () => process.exit(1));
  const url = `http://127.0.0.1:${port}`;
  await untilUp(url);
  const headers = { 'x-portkey-config': JSON.stringify(configOf(task)) };
  return {
    call: (request) => chat(url, undefined, request, headers),
    close: () => gateway.kill(),
  };
}

function configOf(task) {
  const targets = sharesOf(task).map(({ model, share }) => ({
    provider: 'openai',
    api_key: 'none',
    custom_host: `${task.url}/v1`,
    weight: share,
    override_params: { model: model.name },
  }));
  const retry = { attempts: 5 };
  if (targets.length === 1) return { retry, ...targets[0] };
  // With somewhere else to go there is nothing to wait for behind a 503.
  const patience = { ...retry, on_status_codes: [429, 500, 502, 504] };
  const drawn = { strategy: { mode: 'loadbalance' }, retry: patience, targets };
  const inOrder = targets
    .toSorted((a, b) => b.weight - a.weight)
    .map((target) => ({ ...target, retry: patience }));
  return { strategy: { mode: 'fallback' }, targets: [drawn, ...inOrder] };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilUp(url) {
  for (let tried = 0; tried < 100; tried++) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  throw new Error('The gateway did not start within ten seconds.');
}
