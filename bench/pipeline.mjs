// The router's own CPU per request, with a provider that answers at once, beside p-queue + p-retry +
// opossum stacked by hand around the same provider. All in one process, in turn; the median of the
// rounds is shown. Needs `npm run build` in the workspace and `npm install` here.
//
//   npm run pipeline
import CircuitBreaker from 'opossum';
import PQueue from 'p-queue';
import pRetry from 'p-retry';
import { createRouter } from '../packages/llm-router/dist/index.js';
import { stub } from './stub-provider.mjs';

const requests = 20_000;
const rounds = 7;
const request = { messages: [{ role: 'user', content: 'Hello, how are you today?' }] };

const limits = { requestsPerMinute: 1e9, tokensPerMinute: 1e12, maxConcurrent: 1000 };
const price = { input: 1, output: 2 };

function routerWith(count) {
  const deployments = Array.from({ length: count }, (_, index) => ({
    provider: 'stub',
    model: `model-${index}`,
    limits,
    price,
  }));
  const router = createRouter({ deployments }, { providers: { stub } });
  return () => router.chat(request);
}

function stackedByHand() {
  const queue = new PQueue({ concurrency: 1000, interval: 60_000, intervalCap: 1e9 });
  const breaker = new CircuitBreaker((body) => stub.chat(body), { timeout: 300_000 });
  return () => queue.add(() => pRetry(() => breaker.fire(request), { retries: 5 }));
}

const contenders = {
  'llm-router, 1 deployment': routerWith(1),
  'llm-router, 6 deployments': routerWith(6),
  'p-queue + p-retry + opossum': stackedByHand(),
};

async function measure(call, parallel) {
  const before = process.cpuUsage();
  for (let sent = 0; sent < requests; sent += parallel) {
    if (parallel === 1) await call();
    else await Promise.all(Array.from({ length: parallel }, call));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / requests;
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

console.log(
  `Node ${process.version}, ${requests} requests a round, median of ${rounds} rounds, µs of CPU per request`,
);
for (const parallel of [1, 100]) {
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (const call of Object.values(contenders)) await measure(call, parallel);
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of Object.entries(contenders))
      results[name].push(await measure(call, parallel));
  }
  const byHand = median(results['p-queue + p-retry + opossum']);
  console.log(`\n${parallel === 1 ? 'one after another' : `${parallel} at once`}`);
  for (const [name, values] of Object.entries(results)) {
    const value = median(values);
    console.log(
      `  ${name.padEnd(30)} ${value.toFixed(1).padStart(6)}   ×${(value / byHand).toFixed(2)} of by hand`,
    );
  }
}
process.exit(0);
