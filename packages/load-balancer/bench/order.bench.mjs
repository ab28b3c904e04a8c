// What one order of five candidates costs, and what a full prefix memory takes.
// After `npx tsc -b`: node --expose-gc packages/load-balancer/bench/order.bench.mjs
import { createRandom } from '@llm-router/core';
import { createLoadBalancer, createPrefixMemory } from '@llm-router/load-balancer';

const random = createRandom(1);

const candidates = (inputTokens) =>
  Array.from({ length: 5 }, (_, index) => ({
    deployment: {
      id: `provider/model-${index}`,
      provider: 'openai',
      model: `model-${index}`,
      price: { input: 2.5, output: 10, cacheRead: 1.25 },
      pools: [],
      priority: 0,
      weight: 1,
      tags: [],
    },
    rank: 0,
    expected: { inputTokens, outputTokens: 10, nanoUsd: null },
    reasons: [],
  }));

const request = (characters, number) => ({
  messages: [
    { role: 'user', content: `${number} words\n`.repeat(characters).slice(0, characters) },
  ],
});

function measure(name, times, call) {
  for (let turn = 0; turn < times; turn++) call(turn);
  const startedAt = process.hrtime.bigint();
  for (let turn = 0; turn < times; turn++) call(turn);
  const microseconds = Number(process.hrtime.bigint() - startedAt) / 1000 / times;
  console.log(`${name}: ${microseconds.toFixed(1)} µs`);
}

const figures = { random, load: () => random(), headroom: () => random(), waitMs: () => 0 };

for (const strategy of ['round-robin', 'weighted', 'least-busy', 'power-of-two', 'headroom']) {
  const balancer = createLoadBalancer({ strategy, ...figures });
  const five = candidates(100);
  measure(strategy, 50_000, () => balancer.order(five));
}

for (const characters of [5000, 20_000, 100_000]) {
  const balancer = createLoadBalancer({ strategy: 'prefix-affinity', ...figures });
  const requests = Array.from({ length: 20 }, (_, number) => request(characters, number));
  const five = candidates(characters / 4);
  measure(`prefix-affinity, ${characters} characters`, 200, (turn) =>
    balancer.order(five, { request: requests[turn % 20], tenant: 'acme' }),
  );
}

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const memory = createPrefixMemory();
for (let number = 0; memory.snapshot().prefixes < 50_000; number++) {
  memory.recall(request(100_000, number), 'acme')?.sentTo('provider/model-0');
}
globalThis.gc?.();
console.log(`50,000 prefixes: ${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(1)} MB`);
