import { createVirtualClock } from '@llm-router/core';
import { createRouter } from 'llm-router';
import { createScriptedFetch, createWireBench, deploy, failureOf } from './support.ts';

const health = ({ router }: { router: ReturnType<typeof createRouter> }) =>
  router.status().deployments[0];

describe('a provider is not blamed', () => {
  test("for a caller's signal that is a time-out", async () => {
    const made = createWireBench({ deployments: [deploy('a')] }, () => ({ afterMs: 300 }));
    for (let time = 0; time < 12; time++) {
      const impatient = new AbortController();
      const asked = failureOf(made.router.chat(`number ${time}`, { signal: impatient.signal }));
      await made.clock.advance(100);
      impatient.abort(new DOMException('The operation timed out.', 'TimeoutError'));
      const error = await made.clock.run(asked);
      expect(error).toMatchObject({ code: 'aborted', category: 'aborted' });
      expect(error.ledger?.attempts[0]?.outcome).toBe('aborted');
    }
    expect(health(made)).toMatchObject({ circuit: 'closed', health: 1, failed: 0 });
  });

  test('for callers who give it less time than it usually takes', async () => {
    const made = createWireBench({ deployments: [deploy('a')] }, () => ({ afterMs: 5000 }));
    await made.clock.run(made.router.chat('in its own time'));
    for (let time = 0; time < 12; time++) {
      await made.clock.run(failureOf(made.router.chat(`number ${time}`, { timeoutMs: 4000 })));
    }
    expect(health(made)).toMatchObject({ circuit: 'closed', health: 1, failed: 0 });
    const startedAt = made.clock.now();
    await made.clock.run(made.router.chat('patient'));
    expect(made.clock.now() - startedAt).toBe(5000);
  });

  test('but is for hanging much longer than it usually takes', async () => {
    let isHanging = false;
    const made = createWireBench({ deployments: [deploy('a')] }, () => ({
      afterMs: isHanging ? 1e9 : 500,
    }));
    await made.clock.run(made.router.chat('in its own time'));
    isHanging = true;
    for (let time = 0; time < 10; time++) {
      await made.clock.run(
        failureOf(made.router.chat(`number ${time}`, { timeoutMs: 10_000, maxAttempts: 1 })),
      );
    }
    expect(health(made)?.circuit).toBe('open');
  });

  test('for readers who take longer than the call may', async () => {
    const clock = createVirtualClock();
    const piece = (content: string, finish: string | null) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`;
    const body = `${piece('x', null).repeat(20)}${piece('', 'stop')}data: [DONE]\n\n`;
    const { fetch } = createScriptedFetch(clock, () => ({ body }));
    const router = createRouter(
      { deployments: [deploy('a')], timeouts: { totalMs: 1500 } },
      { clock, fetch },
    );
    for (let time = 0; time < 12; time++) {
      const read = async () => {
        for await (const _ of router.stream(`number ${time}`)) await clock.sleep(200);
      };
      const error = await clock.run(failureOf(read()));
      expect(error.message).toMatch(/before its reader had read all of it/);
    }
    expect(health({ router })).toMatchObject({ circuit: 'closed', health: 1, failed: 0 });
  });
});

describe('an address', () => {
  test('is not blamed for one model that hangs, however many wait for it', async () => {
    const made = createWireBench(
      {
        deployments: ['slow', 'fast'].map((id) => deploy(id, { baseUrl: 'https://one.test/v1' })),
        timeouts: { attemptMs: 500, totalMs: 10_000 },
      },
      ({ model }) => ({ afterMs: model === 'slow' ? 1e9 : 20 }),
    );
    const asked = Array.from({ length: 100 }, (_, index) => made.router.chat(`number ${index}`));
    const ended = await made.clock.run(Promise.allSettled(asked));
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
    expect(made.router.status().deployments[1]?.circuit).toBe('closed');
  });

  test('is where two of its models hang', async () => {
    const made = createWireBench(
      {
        deployments: ['a', 'b', 'c'].map((id) => deploy(id, { baseUrl: 'https://one.test/v1' })),
        timeouts: { attemptMs: 500 },
        breaker: { failureThreshold: 4 },
        retry: { maxAttempts: 1 },
      },
      () => ({ afterMs: 1e9 }),
    );
    for (const model of ['a', 'b', 'a', 'b', 'a', 'b']) {
      const messages = [{ role: 'user' as const, content: 'Hello' }];
      await made.clock.run(failureOf(made.router.chat({ model, messages }, { timeoutMs: 2000 })));
    }
    expect(made.router.status().deployments[2]?.circuit).toBe('open');
  });
});

test('a refused key is asked three times, also by those who were in the queue before', async () => {
  const limits = { maxConcurrent: 1 };
  const made = createWireBench(
    {
      deployments: [
        deploy('a', { apiKey: 'revoked', limits }),
        deploy('b', { apiKey: 'good', limits }),
      ],
    },
    ({ headers }) =>
      headers.get('authorization')?.endsWith('revoked')
        ? {
            status: 401,
            body: { error: { message: 'Incorrect API key', code: 'invalid_api_key' } },
          }
        : { afterMs: 20 },
  );
  const asked = Array.from({ length: 100 }, (_, index) => made.router.chat(`number ${index}`));
  await made.clock.run(Promise.all(asked));
  expect(made.hits.filter(({ model }) => model === 'a').length).toBeLessThanOrEqual(4);
});
