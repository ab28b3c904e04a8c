import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRandom, createVirtualClock, type Provider } from '@llm-router/core';
import { createRouter } from 'llm-router';
import { chunkOf, completionOf } from './support.ts';

/** Fails now and then, and remembers nothing but a count. */
function createForgetfulProvider(name: string): Provider {
  let number = 0;
  const mayFail = () => {
    number += 1;
    if (number % 7 === 0) throw new TypeError('fetch failed');
  };
  return {
    name,
    async chat() {
      mayFail();
      return completionOf('fine');
    },
    async *stream() {
      mayFail();
      yield chunkOf({ content: 'fine' }, 'stop');
    },
  };
}

it('a router needs no more memory for each request, tenant and prompt that it has served', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const clock = createVirtualClock();
  const providers = { a: createForgetfulProvider('a'), b: createForgetfulProvider('b') };
  const router = createRouter(
    {
      deployments: Object.keys(providers).map((id) => ({ id, provider: id, model: id })),
      strategy: 'loadbalance',
      cache: { maxEntries: 20 },
      limits: { requestsPerMinute: 60_000 },
    },
    { clock, random: createRandom(1), providers },
  );
  const serve = async (round: number) => {
    for (let hundred = 0; hundred < 4; hundred++) {
      const asks = Array.from({ length: 100 }, (_, index) => {
        const name = `${round}-${hundred}-${index}`;
        const options = { tenant: `tenant ${name}` };
        const question = `question ${name}`;
        return index % 3 === 0
          ? router.stream(question, options).result
          : router.chat(question, options);
      });
      await clock.run(Promise.all(asks));
      await clock.advance(1000);
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const sizes: number[] = [];
  for (let round = 0; round < 6; round++) sizes.push(await serve(round));
  // The host itself still grows now and then; what is kept of requests grows in every round.
  const growths = sizes.slice(2).map((size, index) => size - (sizes[index + 1] ?? 0));
  // A ledger that stayed would be more than a kilobyte for each of the 400 requests.
  expect(Math.min(...growths)).toBeLessThan(400 * 1000);
});
