import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(
  new URL('../node_modules/@portkey-ai/gateway/build/start-server.js', import.meta.url),
);

/** Whether `npm install` was done here. */
export const hasGateway = existsSync(script);

/**
 * Portkey's gateway in a process of its own, for requests from this machine.
 *
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startGateway() {
  const port = await freePort();
  const gateway = spawn(process.execPath, [script, '--headless', `--port=${port}`], {
    stdio: 'ignore',
  });
  process.once('exit', () => gateway.kill());
  const url = `http://127.0.0.1:${port}`;
  for (let tried = 0; tried < 100; tried++) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { url, close: () => gateway.kill() };
    await sleep(100);
  }
  gateway.kill();
  throw new Error('The gateway did not start within ten seconds.');
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
