import { createRandom, createVirtualClock, isRouterError } from '@llm-router/core';
import { createHealthChecker, type HealthCheckerOptions, type Probe } from '../src/index.ts';

function setUp(probe: Probe, options: HealthCheckerOptions = {}) {
  const clock = createVirtualClock();
  const start = clock.now();
  const probed: { key: string; at: number }[] = [];
  const health = createHealthChecker({
    clock,
    random: createRandom(5),
    cooldownMs: 25_000,
    probeIntervalMs: 10_000,
    probeJitter: 0,
    probe: (key, context) => {
      probed.push({ key, at: clock.now() - start });
      return probe(key, context);
    },
    ...options,
  });
  const breakIt = (key: string) => {
    for (let count = 0; count < 9; count++) health.record(key, { ok: false });
  };
  return { clock, health, probed, breakIt };
}

const answers: Probe = async () => 'here';
const fails: Probe = () => Promise.reject(new Error('gone'));
const hangs: Probe = () => new Promise(() => {});

describe('a single probe', () => {
  it('records that the key is there', async () => {
    const { health, clock } = setUp(() => clock.sleep(120));
    expect(await clock.run(health.probe('a'))).toBe(true);
    expect(health.snapshot().keys).toMatchObject([{ key: 'a', successes: 1, latencyMs: 120 }]);
  });

  it('records that it is not', async () => {
    const { health } = setUp(fails);
    expect(await health.probe('a')).toBe(false);
    expect(health.snapshot().keys).toMatchObject([{ key: 'a', failures: 1, score: 0.8 }]);
  });

  it('records that it threw before it promised anything', async () => {
    const { health } = setUp(() => {
      throw new Error('at once');
    });
    expect(await health.probe('a')).toBe(false);
    expect(health.score('a')).toBeCloseTo(0.8, 10);
  });

  it('has its error read where someone can read it', async () => {
    const { health } = setUp(fails, {
      classify: () => ({
        category: 'rate_limit',
        retryable: true,
        failover: true,
        severity: 'low',
        action: '',
        message: 'busy',
      }),
    });
    await health.probe('a');
    expect(health.score('a')).toBe(1);
    expect(health.snapshot().keys[0]?.errors).toMatchObject([{ message: 'busy' }]);
  });

  it('has failed when it takes too long, and is told so', async () => {
    let seen: AbortSignal | undefined;
    const { health, clock } = setUp(
      (_key, { signal }) => {
        seen = signal;
        return new Promise(() => {});
      },
      { probeTimeoutMs: 700 },
    );
    const before = clock.now();
    expect(await clock.run(health.probe('a'))).toBe(false);
    expect(clock.now() - before).toBe(700);
    expect(seen?.reason).toMatchObject({ name: 'TimeoutError' });
  });

  it('is joined while it runs, one at a time for each key', async () => {
    const { health, clock, probed } = setUp(() => clock.sleep(50));
    const all = Promise.all([health.probe('a'), health.probe('a'), health.probe('b')]);
    expect(await clock.run(all)).toEqual([true, true, true]);
    expect(probed.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(health.snapshot().keys.map(({ successes }) => successes)).toEqual([1, 1]);
  });

  it('needs something to probe with', async () => {
    const health = createHealthChecker();
    await expect(health.probe('a')).rejects.toThrow("give the option 'probe'");
    expect(() => health.startProbes(['a'])).toThrow("give the option 'probe'");
  });
});

describe('periodic probes', () => {
  it('ask those that are out, and keep them out while they fail', async () => {
    const { health, clock, probed, breakIt } = setUp(fails);
    health.startProbes(['a', 'b']);
    breakIt('b');
    await clock.advance(100_000);
    expect(probed.map(({ key, at }) => `${key} ${at}`)).toEqual(
      Array.from({ length: 10 }, (_, index) => `b ${10_000 * (index + 1)}`),
    );
    expect([health.isHealthy('a'), health.isHealthy('b')]).toEqual([true, false]);
    health.close();
  });

  it('stop asking one that has recovered', async () => {
    const { health, clock, probed, breakIt } = setUp(answers);
    health.startProbes(['a']);
    breakIt('a');
    await clock.advance(100_000);
    expect(probed.map(({ at }) => at)).toEqual([10_000, 20_000]);
    expect(health.isHealthy('a')).toBe(true);
    health.close();
  });

  it('ask all where that is wanted, each at its own moment', async () => {
    const { health, clock, probed } = setUp(answers, { probeWhen: 'always', probeJitter: 0.5 });
    health.startProbes(['a', 'b']);
    await clock.advance(1_000_000);
    health.close();
    for (const key of ['a', 'b']) {
      const times = probed.filter((one) => one.key === key).map(({ at }) => at);
      const gaps = times.map((at, index) => at - (times[index - 1] ?? 0));
      expect(times.length).toBeGreaterThan(80);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5000);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(15_000);
      expect(new Set(gaps).size).toBe(gaps.length);
    }
  });

  it('never overlap for one key', async () => {
    let inFlight = 0;
    let most = 0;
    const { health, clock } = setUp(
      async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await clock.sleep(9000);
        inFlight -= 1;
      },
      { probeWhen: 'always', probeIntervalMs: 1000 },
    );
    health.startProbes(['a']);
    health.startProbes(['a']);
    const asked = health.probe('a');
    await clock.advance(60_000);
    expect([await asked, most]).toEqual([true, 1]);
    health.close();
  });

  it('end for the keys that are named', async () => {
    const { health, clock, probed } = setUp(answers, { probeWhen: 'always' });
    health.startProbes(['a', 'b']);
    health.stopProbes(['a']);
    await clock.advance(30_000);
    expect(new Set(probed.map(({ key }) => key))).toEqual(new Set(['b']));
    health.stopProbes();
    const before = probed.length;
    await clock.advance(30_000);
    expect(probed.length).toBe(before);
  });

  it('survive a callback that throws', async () => {
    const { health, clock, probed } = setUp(fails, {
      probeWhen: 'always',
      counts() {
        throw new Error('callback');
      },
    });
    health.startProbes(['a']);
    await clock.advance(30_000);
    expect(probed).toHaveLength(3);
    health.close();
  });
});

describe('close', () => {
  it('leaves nothing asleep and refuses further probes', async () => {
    const { health, clock } = setUp(hangs, { probeWhen: 'always' });
    health.startProbes(['a', 'b']);
    await clock.advance(12_000);
    health.close();
    // A clock on which nobody sleeps cannot move.
    await expect(clock.run(new Promise(() => {}))).rejects.toThrow('nothing is scheduled');
    const error = await health.probe('a').catch((thrown) => thrown);
    expect(isRouterError(error, 'closed')).toBe(true);
    expect(() => health.startProbes(['a'])).toThrow('closed');
  });

  it('blames nobody for the probes that it breaks off', async () => {
    const { health } = setUp(hangs);
    const probe = health.probe('a');
    health.close();
    expect(await probe).toBe(false);
    expect(health.score('a')).toBe(1);
  });
});

it('nothing sleeps after a single probe has ended', async () => {
  const { health, clock } = setUp(answers);
  await health.probe('a');
  await expect(clock.run(new Promise(() => {}))).rejects.toThrow('nothing is scheduled');
});

it('nothing sleeps where no probes were started', async () => {
  const { health, clock, breakIt } = setUp(answers);
  breakIt('a');
  health.isHealthy('a');
  await expect(clock.run(new Promise(() => {}))).rejects.toThrow('nothing is scheduled');
});
