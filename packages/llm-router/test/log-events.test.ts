import { createVirtualClock } from '@llm-router/core';
import { createRouter } from 'llm-router';
import { createScriptedFetch, deploy, errorBody, failureOf, type WireHit } from './support.ts';

interface Line {
  readonly level: string;
  readonly message: string;
  readonly fields: object;
}

function bench(script: (hit: WireHit) => object, own?: object) {
  const lines: Line[] = [];
  const write = (level: string) => (message: string, fields: object) => {
    lines.push({ level, message, fields });
  };
  const logger = { info: write('info'), warn: write('warn'), error: write('error'), ...own };
  const clock = createVirtualClock();
  const { fetch } = createScriptedFetch(clock, script);
  const deployments = [deploy('a', { apiKey: 'key-of-mine' }), deploy('b', { priority: 1 })];
  const breaker = { failureThreshold: 2 };
  const router = createRouter({ deployments, breaker }, { clock, fetch, logger });
  return { clock, router, lines };
}

const down = { status: 500, body: errorBody('the server of key-of-mine is down') };

describe('a logger', () => {
  test('hears of nothing while all goes well', async () => {
    const { clock, router, lines } = bench(() => ({}));
    await clock.run(router.chat('Hello'));
    expect(lines).toEqual([]);
  });

  test('hears of deployments that are left, and of circuits', async () => {
    const { clock, router, lines } = bench(({ model }) => (model === 'a' ? down : {}));
    for (let time = 0; time < 2; time++) await clock.run(router.chat(`number ${time}`));
    expect(
      lines.map(({ level, message }) => `${level} ${message.replace(/req_\w+/, 'req')}`),
    ).toEqual([
      'info req goes on without a: server_error (500)',
      'warn the circuit of a went from closed to open: 2 of 2 requests failed',
      'info req goes on without a: server_error (500)',
    ]);
  });

  test('hears of requests that failed, by the id that their ledger has', async () => {
    const { clock, router, lines } = bench(() => ({ status: 400, body: errorBody('wrong') }));
    const error = await clock.run(failureOf(router.chat('Hello')));
    const last = lines.at(-1);
    expect(last).toMatchObject({
      level: 'error',
      fields: {
        ledgerId: error.ledger?.id,
        outcome: error.code,
        attempts: [{ deployment: 'a', category: 'invalid_request', status: 400 }],
      },
    });
    expect(last?.message).toMatch(/^req_\w+ ended with \w+ after 1 attempt and \d+ ms$/);
  });

  test('hears no key, no prompt and no answer', async () => {
    const { clock, router, lines } = bench(() => down);
    await clock.run(failureOf(router.chat('a secret prompt', { maxAttempts: 3 })));
    expect(lines.length).toBeGreaterThan(2);
    expect(JSON.stringify(lines)).not.toMatch(/key-of-mine|secret prompt/);
  });

  test('that throws harms nobody', async () => {
    const fail = () => {
      throw new Error('full disk');
    };
    const { clock, router } = bench(({ model }) => (model === 'a' ? down : {}), {
      info: fail,
      warn: fail,
    });
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('b');
  });

  test('that is none is refused', () => {
    const logger = { info() {} } as never;
    expect(() => createRouter({ deployments: [deploy('a')] }, { logger })).toThrow(
      /dependencies: logger/,
    );
  });
});
