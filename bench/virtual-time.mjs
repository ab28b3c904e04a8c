// 20,000 requests over three simulated models with faults, in virtual time, twice from one seed: the
// ledgers must be identical to the byte. Prints what it cost.
//
//   npm run virtual-time -- [requests]
import { createHash } from 'node:crypto';
import { createRandom, createVirtualClock } from '../packages/core/dist/index.js';
import { createRouter } from '../packages/llm-router/dist/index.js';
import { createSimulator } from '../packages/simulator/dist/index.js';

const requests = Number(process.argv[2] ?? 20_000);
const meanGapMs = 20;

const models = [
  { name: 'by-requests', limits: { requests: { burst: 20, perSecond: 30 } } },
  {
    name: 'by-tokens',
    limits: { tokens: { burst: 6000, perSecond: 3000 }, countsOutput: 'produced' },
  },
  { name: 'by-concurrency', limits: { maxConcurrent: 8 } },
];
const told = {
  'by-requests': { rules: [{ unit: 'requests', amount: 30, perMs: 1000, burst: 20 }] },
  'by-tokens': { rules: [{ unit: 'tokens', amount: 3000, perMs: 1000, burst: 6000 }] },
  'by-concurrency': { maxConcurrent: 8 },
};
const faults = [
  { kind: 'server-error', probability: 0.02 },
  { kind: 'overloaded', probability: 0.02 },
  { kind: 'connection-reset', probability: 0.01 },
];

async function day(seed) {
  const clock = createVirtualClock();
  const random = createRandom(seed);
  const price = { input: 0.15, output: 0.6 };
  const simulator = createSimulator({
    seed,
    clock,
    models: models.map((model) => ({ ...model, price })),
    faults,
  });
  const router = createRouter(
    {
      strategy: 'loadbalance',
      deployments: models.map(({ name }) => ({
        provider: 'openai-compatible',
        baseUrl: 'http://simulator/v1',
        model: name,
        limits: told[name],
        price,
      })),
    },
    { clock, random, fetch: simulator.fetch },
  );
  const hash = createHash('sha256');
  const count = { ok: 0, failed: 0, attempts: 0 };
  router.on('request-ended', ({ ledger }) => {
    hash.update(JSON.stringify(ledger));
    count[ledger.outcome === 'ok' ? 'ok' : 'failed'] += 1;
    count.attempts += ledger.attempts.length;
  });
  async function send() {
    const running = [];
    for (let index = 0; index < requests; index++) {
      await clock.sleep(-Math.log(1 - random()) * meanGapMs);
      const words = 'word '.repeat(10 + Math.floor(random() * 200));
      running.push(router.chat(`Request ${index}: ${words}`).catch(() => {}));
    }
    await Promise.all(running);
  }
  const startedAt = clock.now();
  const before = process.cpuUsage();
  await clock.run(send());
  const { user, system } = process.cpuUsage(before);
  return {
    digest: hash.digest('hex'),
    ...count,
    hits: simulator.hits().length,
    refused: simulator.hits().filter(({ outcome }) => outcome === 'refused').length,
    virtualSeconds: Math.round((clock.now() - startedAt) / 1000),
    cpuSeconds: (user + system) / 1e6,
  };
}

const first = await day(1);
const second = await day(1);
console.log(`Node ${process.version}`);
console.table(
  [first, second].map(({ digest, ...row }) => ({ ...row, digest: digest.slice(0, 16) })),
);
const identical = first.digest === second.digest;
console.log(identical ? 'The ledgers of both runs are identical.' : 'THE LEDGERS DIFFER.');
process.exitCode = identical ? 0 : 1;
