import type { RouterConfig } from 'llm-router';
import {
  busy,
  chunkOf,
  completionOf,
  createFakeBench,
  createWireBench,
  deploy,
  errorBody,
  idle,
  type Reply,
} from './support.ts';

const price = { input: 1, output: 1 };
const deployments = [deploy('slow', { price }), deploy('quick', { price })];
const hedge = { afterMs: 500, share: 1 };

function bench(table: Readonly<Record<string, Reply>>, config: Partial<RouterConfig> = {}) {
  return createWireBench({ deployments, hedge, ...config }, ({ model }) => table[model] ?? {});
}

describe('a second request', () => {
  it('is sent to another deployment where the first takes long, and the first answer counts', async () => {
    const { clock, router, hits } = bench({ slow: { afterMs: 5000 } });
    const { deployment, latencyMs, ledger } = await clock.run(router.chat('Hello'));
    expect(deployment).toBe('quick');
    expect(latencyMs).toBe(510);
    expect(hits.map(({ model, at, abortedAt }) => [model, at - ledger.at, abortedAt])).toEqual([
      ['slow', 0, ledger.at + 510],
      ['quick', 500, undefined],
    ]);
    expect(ledger).toMatchObject({
      servedBy: 'quick',
      attempts: [
        { deployment: 'slow', outcome: 'aborted', cost: { exactness: 'estimated' } },
        { deployment: 'quick', outcome: 'ok', beside: 1 },
      ],
    });
    expect(ledger.cost.exactness).toBe('estimated');
    expect(busy(router)).toEqual(idle);
  });

  it('is not sent where the first is quick enough', async () => {
    const { clock, router, hits } = bench({ slow: { afterMs: 499 } });
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('slow');
    await clock.advance(1000);
    expect(hits).toHaveLength(1);
  });

  it('does no harm where it fails', async () => {
    const down = { status: 500, body: errorBody('down') };
    const { clock, router } = bench({ slow: { afterMs: 2000 }, quick: down });
    const { deployment, latencyMs, ledger } = await clock.run(router.chat('Hello'));
    expect([deployment, latencyMs]).toEqual(['slow', 2000]);
    expect(ledger.attempts.map(({ outcome }) => outcome)).toEqual(['ok', 'error']);
  });

  it('answers where the first fails after it was sent', async () => {
    const late = { status: 500, body: errorBody('down'), afterMs: 600 };
    const { clock, router, hits } = bench({ slow: late, quick: { afterMs: 300 } });
    const { deployment, latencyMs } = await clock.run(router.chat('Hello'));
    expect([deployment, latencyMs, hits.length]).toEqual(['quick', 800, 2]);
  });

  it('counts as an attempt', async () => {
    const { clock, router, hits } = bench({ slow: { afterMs: 5000 } });
    await clock.run(router.chat('Hello', { maxAttempts: 1 }));
    expect(hits).toHaveLength(1);
  });

  it('never waits for a limit', async () => {
    const limited = [deploy('slow'), deploy('quick', { limits: { maxConcurrent: 1 } })];
    const { clock, router, hits } = bench(
      { slow: { afterMs: 5000 }, quick: { afterMs: 10_000 } },
      { deployments: limited },
    );
    const messages = [{ role: 'user', content: 'Hello' }] as const;
    const busyOne = router.chat({ model: 'quick', messages });
    await clock.run(Promise.all([busyOne, router.chat({ messages })]));
    expect(hits.map(({ model }) => model)).toEqual(['quick', 'slow']);
  });

  it('is sent for a share of the requests only', async () => {
    const { clock, router, hits } = bench(
      { slow: { afterMs: 1000 }, quick: { afterMs: 1000 } },
      { hedge: { afterMs: 500, share: 0.1 } },
    );
    for (let count = 0; count < 50; count++) await clock.run(router.chat(`number ${count}`));
    // One at the start, and a tenth of fifty.
    expect(hits.filter(({ model }) => model === 'quick').length).toBe(6);
  });

  it('keeps to what second requests may cost', async () => {
    const { clock, router, hits } = bench(
      { slow: { afterMs: 1000 }, quick: { afterMs: 1000 } },
      { hedge: { ...hedge, limits: { requestsPerDay: 3 } } },
    );
    for (let count = 0; count < 9; count++) await clock.run(router.chat(`number ${count}`));
    expect(hits.filter(({ model }) => model === 'quick')).toHaveLength(3);
  });

  it('of a stream counts from its first content', async () => {
    const words = [chunkOf({ content: 'a' }), chunkOf({}, 'stop')];
    const { clock, router, callsOf } = createFakeBench(
      {
        slow: { stream: () => [{ pauseMs: 3000 }, ...words] },
        quick: { stream: () => [{ pauseMs: 100 }, ...words] },
      },
      { hedge },
    );
    const { deployment, ledger } = await clock.run(router.stream('Hello').result);
    expect(deployment).toBe('quick');
    expect(ledger.attempts.map(({ outcome }) => outcome)).toEqual(['aborted', 'ok']);
    expect(callsOf('slow')[0]?.abortedAt).toBe(ledger.at + 600);
    expect(busy(router)).toEqual(idle);
  });

  it('is broken off with the first where the caller leaves', async () => {
    const { clock, router, hits } = bench({ slow: { afterMs: 5000 }, quick: { afterMs: 5000 } });
    const leaving = new AbortController();
    const answer = router.chat('Hello', { signal: leaving.signal }).catch(({ code }) => code);
    await clock.advance(700);
    leaving.abort();
    expect(await clock.run(answer)).toBe('aborted');
    expect(hits.every(({ abortedAt }) => abortedAt !== undefined)).toBe(true);
    expect(busy(router)).toEqual(idle);
  });
});

it('an own provider that answers both at once is told of as the first', async () => {
  const both = async () => completionOf('fine');
  const { clock, router } = createFakeBench({ a: { chat: both }, b: { chat: both } }, { hedge });
  const { ledger } = await clock.run(router.chat('Hello'));
  expect(ledger).toMatchObject({ servedBy: 'a', attempts: [{ outcome: 'ok' }] });
});
