// After `npx tsc -b`: node packages/simulator/bench/fetch.bench.mjs
import { createVirtualClock } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';

const clock = createVirtualClock();
const simulator = createSimulator({
  clock,
  models: [
    {
      name: 'small',
      price: { input: 0.15, output: 0.6 },
      limits: {
        requests: { perSecond: 5000 },
        tokens: { perSecond: 5e6 },
        inputTokens: { perSecond: 5e6 },
        outputTokens: { perSecond: 5e6 },
        maxConcurrent: 10_000,
      },
    },
  ],
});

/** CPU per request, in microseconds: waves of a hundred requests, every answer read to its end. */
async function measure(path, requests, stream) {
  const headers = { 'anthropic-version': '2023-06-01' };
  const body = JSON.stringify({
    model: 'small',
    max_tokens: 200,
    stream,
    messages: [{ role: 'user', content: 'How many lanterns hang in the harbour?' }],
  });
  const send = async () => {
    const response = await simulator.fetch(`http://simulator/v1/${path}`, {
      method: 'POST',
      headers,
      body,
    });
    return (await response.text()).length;
  };
  const work = async () => {
    const answers = [];
    for (let number = 1; number <= requests; number++) {
      answers.push(send());
      if (number % 100 === 0) await clock.sleep(100);
    }
    await Promise.all(answers);
  };
  const before = process.cpuUsage();
  await clock.run(work());
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / requests).toFixed(0);
}

for (const path of ['chat/completions', 'messages']) {
  await measure(path, 2000, false);
  console.log(`${path}: ${await measure(path, 20_000, false)} µs of CPU per JSON request`);
  console.log(`${path}: ${await measure(path, 2000, true)} µs of CPU per stream`);
  const last = simulator.hits().slice(-2000);
  const tokens = last.reduce((sum, hit) => sum + hit.outputTokens, 0);
  console.log(`(${Math.round(tokens / last.length)} tokens per answer)`);
}
