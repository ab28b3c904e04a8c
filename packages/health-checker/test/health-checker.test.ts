import type { ErrorCategory, ErrorClassification } from '@llm-router/core';
import { createVirtualClock } from '@llm-router/core';
import {
  createHealthChecker,
  type HealthChanged,
  type HealthCheckerOptions,
} from '../src/index.ts';

function failure(category: ErrorCategory): { ok: false; error: ErrorClassification } {
  return {
    ok: false,
    error: {
      category,
      retryable: true,
      failover: true,
      severity: 'low',
      action: '',
      status: 500,
      message: `met ${category}`,
    },
  };
}

const down = failure('server_error');
const fine = { ok: true } as const;

function setUp(options: HealthCheckerOptions = {}) {
  const clock = createVirtualClock();
  const changes: HealthChanged[] = [];
  const health = createHealthChecker({
    clock,
    cooldownMs: 10_000,
    halfLifeMs: 60_000,
    onChange: (event) => changes.push(event),
    ...options,
  });
  const record = (times: number, outcome: Parameters<typeof health.record>[1], key = 'a') => {
    for (let count = 0; count < times; count++) health.record(key, outcome);
  };
  return { clock, health, changes, record };
}

describe('the score', () => {
  it('is 1 where nothing is known', () => {
    const { health } = setUp();
    expect([health.score('a'), health.isHealthy('a')]).toEqual([1, true]);
    expect(health.snapshot().keys).toEqual([]);
  });

  it('is the exponentially weighted average of the outcomes', () => {
    const { health, record } = setUp({ smoothing: 0.25 });
    record(2, down);
    expect(health.score('a')).toBeCloseTo(0.5625, 10);
    record(1, fine);
    expect(health.score('a')).toBeCloseTo(0.671875, 10);
  });

  it('forgives half of its lack in each half-life', async () => {
    const { health, record, clock } = setUp({ smoothing: 0.4 });
    record(1, down);
    await clock.advance(60_000);
    expect(health.score('a')).toBeCloseTo(0.8, 10);
    await clock.advance(60_000);
    expect(health.score('a')).toBeCloseTo(0.9, 10);
  });

  it('is not lowered by what is the fault of a request, a caller or a limit', () => {
    const { health, record } = setUp();
    const innocent = [
      'invalid_request',
      'context_length',
      'content_policy',
      'rate_limit',
      'aborted',
    ];
    for (const category of innocent) record(9, failure(category as ErrorCategory));
    expect(health.score('a')).toBe(1);
  });

  it('is lowered where nobody would be served', () => {
    for (const category of ['auth', 'quota_exhausted', 'timeout', 'unknown'] as const) {
      const { health, record } = setUp();
      record(1, failure(category));
      expect(health.score('a')).toBeCloseTo(0.8, 10);
    }
  });

  it('asks the option `counts` instead where it is given', () => {
    const { health, record } = setUp({ counts: (error) => error?.category === 'rate_limit' });
    record(3, down);
    expect(health.score('a')).toBe(1);
    record(1, failure('rate_limit'));
    expect(health.score('a')).toBeCloseTo(0.8, 10);
  });
});

describe('a key that fails', () => {
  it('is unhealthy as soon as its score is below the threshold, not at it', () => {
    const { health, record } = setUp({ smoothing: 0.5, unhealthyBelow: 0.5 });
    record(1, down);
    expect(health.isHealthy('a')).toBe(true);
    record(1, down);
    expect(health.isHealthy('a')).toBe(false);
  });

  it('does not touch the others', () => {
    const { health, record } = setUp();
    record(9, down, 'b');
    expect([health.isHealthy('a'), health.isHealthy('b')]).toEqual([true, false]);
  });

  it('is healthy again when the cooldown after its last failure has passed', async () => {
    const { health, record, clock } = setUp();
    record(5, down);
    await clock.advance(6000);
    record(1, down);
    await clock.advance(9999);
    expect(health.isHealthy('a')).toBe(false);
    await clock.advance(1);
    expect(health.isHealthy('a')).toBe(true);
  });

  it('starts slowly then: from the threshold up', async () => {
    const { health, record, clock } = setUp({ unhealthyBelow: 0.4 });
    record(9, down);
    await clock.advance(10_000);
    expect(health.score('a')).toBeCloseTo(0.4, 10);
    await clock.advance(60_000);
    expect(health.score('a')).toBeCloseTo(0.7, 10);
  });

  it('counts its slow start from the end of the cooldown, whenever it is asked', async () => {
    const { health, record, clock } = setUp();
    record(9, down);
    await clock.advance(70_000);
    expect(health.score('a')).toBeCloseTo(0.75, 10);
  });

  it('is unhealthy again after one failure on trial', async () => {
    const { health, record, clock } = setUp();
    record(9, down);
    await clock.advance(10_000);
    expect(health.isHealthy('a')).toBe(true);
    record(1, down);
    expect(health.isHealthy('a')).toBe(false);
  });

  it('is healthy before that where it succeeds often enough', () => {
    const { health, record } = setUp({ smoothing: 0.5, healthyFrom: 0.8 });
    record(2, down);
    record(1, fine);
    expect(health.isHealthy('a')).toBe(false);
    record(1, fine);
    expect(health.isHealthy('a')).toBe(true);
    expect(health.score('a')).toBeCloseTo(0.8125, 10);
  });
});

describe('the snapshot', () => {
  it('holds counts, latency and the latest errors', async () => {
    const { health, record, clock } = setUp({ historySize: 2, smoothing: 0.5 });
    const start = clock.now();
    record(1, { ok: true, latencyMs: 100 });
    record(1, { ok: true, latencyMs: 300 });
    record(1, failure('rate_limit'));
    await clock.advance(5);
    record(2, down);
    const [shown] = health.snapshot().keys;
    const last = {
      at: start + 5,
      category: 'server_error',
      status: 500,
      message: 'met server_error',
    };
    expect(shown).toMatchObject({
      key: 'a',
      healthy: false,
      unhealthyUntil: start + 10_005,
      successes: 2,
      failures: 2,
      latencyMs: 200,
      errors: [last, last],
    });
    expect(JSON.parse(JSON.stringify(health.snapshot()))).toEqual(health.snapshot());
  });

  it('is bounded, and unhealthy keys are remembered before others', () => {
    const { health, record } = setUp({ maxKeys: 3 });
    record(9, down, 'down');
    for (let index = 0; index < 50; index++) record(1, fine, `key ${index}`);
    expect(health.snapshot().keys.map(({ key }) => key)).toEqual(['down', 'key 48', 'key 49']);
  });
});

describe('changes', () => {
  it('are announced with their reason', async () => {
    const { health, changes, record, clock } = setUp();
    const start = clock.now();
    record(9, down);
    await clock.advance(99_000);
    health.isHealthy('a');
    const about = { type: 'health-changed', key: 'a' };
    expect(changes).toEqual([
      { ...about, at: start, to: 'unhealthy', because: 'met server_error' },
      { ...about, at: start + 10_000, to: 'healthy', because: 'the cooldown has passed' },
    ]);
  });
});

describe('options', () => {
  it.each([
    [{ smoothing: 0 }, 'smoothing is 0'],
    [{ unhealthyBelow: 1 }, 'unhealthyBelow is 1'],
    [{ unhealthyBelow: 0.9, healthyFrom: 0.5 }, 'healthyFrom is 0.5'],
    [{ probeWhen: 'never' }, "probeWhen is 'never'"],
    [{ interval: 5 }, "unknown option 'interval'"],
  ])('refuse %j and say why', (options, words) => {
    const make = () => createHealthChecker(options as HealthCheckerOptions);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_config' }));
    expect(make).toThrow(words);
  });

  it('may be left out', () => {
    const health = createHealthChecker();
    for (let count = 0; count < 4; count++) health.record('a', { ok: false });
    expect(health.isHealthy('a')).toBe(false);
  });
});
