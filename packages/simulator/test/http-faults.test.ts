import type { Fault } from '@llm-router/simulator';
import { openStage, type Stage } from './anthropic-support.ts';

// These tests speak over the loopback interface.
let stage: Stage;

async function meet(fault: Fault): Promise<Stage> {
  stage = await openStage('http', {}, [fault]);
  return stage;
}

afterEach(() => stage.close());

test('a body that is no text arrives byte by byte', async () => {
  const { ask } = await meet({ kind: 'malformed', form: 'broken-utf-8' });
  const response = await ask();
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow('not valid');
});

test('an empty answer is an answer of status 200 without a body', async () => {
  const { ask, simulator } = await meet({ kind: 'malformed', form: 'empty' });
  const response = await ask({ stream: true });
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect(simulator.hits()).toMatchObject([{ outcome: 'failed', reason: 'malformed' }]);
});

test("a date is told with the simulator's own time beside it", async () => {
  const { ask } = await meet({
    kind: 'rate-limit',
    retryAfterMs: 90_000,
    retryAfterForm: 'http-date',
  });
  const { headers } = await ask();
  const until = Date.parse(headers.get('retry-after') ?? '');
  expect(until - Date.parse(headers.get('date') ?? '')).toBe(90_000);
  expect(until).toBe(1_090_000);
});

test.each(['connection-reset', 'connection-refused', 'dns-error'] as const)(
  '%s resets the socket, since a server that listens can do no other',
  async (kind) => {
    const { ask, simulator } = await meet({ kind });
    await expect(ask()).rejects.toMatchObject({ message: 'fetch failed' });
    expect(simulator.hits()).toMatchObject([{ status: 0, outcome: 'failed', reason: kind }]);
  },
);

test('one broken frame of a stream leaves the others whole', async () => {
  const { ask } = await meet({ kind: 'malformed', form: 'broken-json', afterChunks: 4 });
  const text = await (await ask({ stream: true })).text();
  const events = text.split('\n\n').filter((block) => block !== '');
  const broken = events.filter((block) => !block.endsWith('}'));
  expect(broken).toHaveLength(1);
  expect(events.at(-1)).toContain('message_stop');
});
