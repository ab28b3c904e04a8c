import { createVirtualClock } from '@llm-router/core';
import { createSimulator, type Fault, type SimulatedModel } from '@llm-router/simulator';
import {
  askMessages,
  errorOf,
  openStage,
  outline,
  readMessageEvents,
  type Stage,
  transports,
} from './anthropic-support.ts';
import { drain } from './support.ts';

// The HTTP half of these tests speaks over the loopback interface.
describe.each(transports)('over %s', (transport) => {
  let stage: Stage;

  async function open(fault: Fault, model: Partial<SimulatedModel> = {}): Promise<Stage> {
    stage = await openStage(transport, model, [fault]);
    return stage;
  }

  afterEach(() => stage.close());

  test.each([
    ['server-error', 500, 'failed', 'api_error'],
    ['overloaded', 529, 'failed', 'overloaded_error'],
    ['quota-exhausted', 429, 'refused', 'rate_limit_error'],
  ] as const)(
    "%s is a %i with Anthropic's body and no hint",
    async (kind, status, outcome, type) => {
      const { ask, simulator } = await open({ kind }, { limits: { requests: { perSecond: 1 } } });
      const response = await ask();
      expect(response.status).toBe(status);
      expect(response.headers.has('retry-after')).toBe(false);
      const body = await errorOf(response);
      expect(body).toMatchObject({ type: 'error', error: { type } });
      expect(body.request_id).toBe(response.headers.get('request-id'));
      expect(simulator.hits()).toMatchObject([
        { status, outcome, reason: kind, inputTokens: 0, outputTokens: 0, nanoUsd: 0 },
      ]);
    },
  );

  test.each([
    ['server-error', 500],
    ['overloaded', 529],
  ] as const)('%s can come as the error page of a proxy', async (kind, status) => {
    const { ask } = await open({ kind, body: 'html' });
    const response = await ask();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toContain(`<title>${status} `);
  });

  test('a spent quota names its code and the first of the next month', async () => {
    const { ask, clock } = await open({ kind: 'quota-exhausted' });
    await clock.advance(Date.UTC(2026, 11, 31, 23) - clock.now());
    const { error } = await errorOf(await ask());
    expect(error.details).toEqual({ error_code: 'enforced_spend_limit_reached' });
    expect(error.message).toContain('regain access on 2027-01-01 at 00:00 UTC');
  });

  test.each([0, 5])('an error event ends a stream of status 200 after %i events', async (count) => {
    const { ask, simulator } = await open({ kind: 'error-frame', afterChunks: count });
    const response = await ask({ stream: true });
    expect(response.status).toBe(200);
    const events = readMessageEvents(await response.text());
    expect(events).toHaveLength(count + 1);
    expect(events.at(-1)).toMatchObject({ type: 'error', error: { type: 'overloaded_error' } });
    expect(simulator.hits()).toMatchObject([{ status: 200, outcome: 'failed' }]);
  });

  test('a quiet cut ends the body as if it were whole, without message_stop', async () => {
    const { ask, simulator } = await open({ kind: 'cut-stream', afterChunks: 500 });
    const { text, error } = await drain((await ask({ stream: true })).body);
    expect(error).toBeUndefined();
    const names = outline(readMessageEvents(text));
    expect(names).toContain('message_delta');
    expect(names).not.toContain('message_stop');
    expect(simulator.hits()).toMatchObject([{ outcome: 'failed', reason: 'cut-stream' }]);
  });

  test('a hard cut breaks the body', async () => {
    const { ask } = await open({ kind: 'cut-stream', afterChunks: 5, ending: 'reset' });
    const { text, error } = await drain((await ask({ stream: true })).body);
    expect(error).toMatchObject({ name: 'TypeError', message: 'terminated' });
    expect(text).not.toContain('message_stop');
  });
});

test('with headers none nothing tells of ids, limits or dates', async () => {
  const clock = createVirtualClock();
  const model: SimulatedModel = {
    name: 'oak',
    headers: 'none',
    limits: { requests: { burst: 1, perSecond: 0.001 } },
  };
  const faults: Fault[] = [{ kind: 'quota-exhausted' }];
  const simulator = createSimulator({ models: [model], faults, clock });
  const spent = await clock.run(askMessages(simulator));
  const limited = await clock.run(askMessages(simulator));
  for (const response of [spent, limited]) {
    expect(response.status).toBe(429);
    expect([...response.headers.keys()]).toEqual(['content-type']);
    const body = await errorOf(response);
    expect(body).not.toHaveProperty('request_id');
    expect(body.error.message).not.toContain('UTC');
  }
});

test('a slow first token lets the ping through and holds back the content', async () => {
  const clock = createVirtualClock();
  const latency = { medianMs: 100, sigma: 0 };
  const faults: Fault[] = [{ kind: 'slow-first-token', delayMs: 9000 }];
  const simulator = createSimulator({ models: [{ name: 'oak', latency }], faults, clock });
  const start = clock.now();
  const response = await clock.run(askMessages(simulator, { stream: true }));
  const reader = response.body?.getReader();
  const arrivals: [string | undefined, number][] = [];
  for (let event = 0; event < 4; event++) {
    const chunk = await clock.run(Promise.resolve(reader?.read()));
    const [read] = readMessageEvents(new TextDecoder().decode(chunk?.value));
    arrivals.push([read?.type, clock.now() - start]);
  }
  await reader?.cancel();
  expect(arrivals.slice(2)).toEqual([
    ['ping', 100],
    ['content_block_delta', 9100],
  ]);
});
