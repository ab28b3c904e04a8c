import { createRateLimitTracker } from '../src/index.ts';
import { learnLimits } from '../src/learn-limits.ts';
import { mustTake, trackOne } from './support/tracker.ts';

const stated = { limit: 900, remaining: 400 };

describe('what parsed headers teach', () => {
  test.each([
    ['requestsPerSecond', 'requests', 1000],
    ['requests', 'requests', 60_000],
    ['requestsPerHour', 'requests', 3_600_000],
    ['requestsPerDay', 'requests', 86_400_000],
    ['tokensPerSecond', 'tokens', 1000],
    ['tokens', 'tokens', 60_000],
    ['projectTokens', 'tokens', 60_000],
    ['tokensPerHour', 'tokens', 3_600_000],
    ['tokensPerDay', 'tokens', 86_400_000],
    ['inputTokens', 'inputTokens', 60_000],
    ['outputTokens', 'outputTokens', 60_000],
    ['requestsPer10Seconds', 'requests', 10_000],
    ['requestsPer300Seconds', 'requests', 300_000],
  ] as const)('%s are %s in %d ms', (field, unit, perMs) => {
    expect(learnLimits({ [field]: stated })).toEqual({
      rules: [{ unit, perMs, amount: 900 }],
      remaining: [{ unit, perMs, remaining: 400 }],
    });
  });

  test.each([
    'requestsPerWindow',
    'uncachedInputTokens',
    'inputImages',
    'priorityInputTokens',
    'priorityOutputTokens',
    'fastInputTokens',
    'fastOutputTokens',
    'requestsPerMonth',
    'tokensPerMonth',
    'requestsPer0Seconds',
  ])('%s teach nothing, not even where nothing remains', (field) => {
    expect(learnLimits({ [field]: { limit: 900, remaining: 0, resetMs: 5000 } })).toEqual({
      rules: [],
      remaining: [],
    });
  });

  test.each([
    [
      { limit: 500, remaining: 90 },
      { limit: 800, remaining: 80 },
    ],
    [
      { limit: 800, remaining: 80 },
      { limit: 500, remaining: 90 },
    ],
  ])('of the tokens of a project and of its organisation the smaller hold', (tokens, project) => {
    expect(learnLimits({ tokens, projectTokens: project })).toEqual({
      rules: [{ unit: 'tokens', perMs: 60_000, amount: 500 }],
      remaining: [{ unit: 'tokens', perMs: 60_000, remaining: 80 }],
    });
  });

  test('concurrent requests are a number in flight, and no rule', () => {
    const learned = learnLimits({ concurrentRequests: { limit: 8, remaining: 2 } });
    expect(learned).toEqual({ rules: [], remaining: [], maxConcurrent: 8 });
    expect(learnLimits({ concurrentRequests: { limit: 0 } })).not.toHaveProperty('maxConcurrent');
    expect(learnLimits({ concurrentRequests: { remaining: 3 } })).not.toHaveProperty(
      'maxConcurrent',
    );
  });

  test('a limit of 0 is none, but what remains of it still counts', () => {
    expect(learnLimits({ tokens: { limit: 0, remaining: 0 } })).toEqual({
      rules: [],
      remaining: [{ unit: 'tokens', perMs: 60_000, remaining: 0 }],
    });
  });
});

describe('a learned limit of another period', () => {
  test('holds, and is named with its period', async () => {
    const { clock, tracker } = trackOne({});
    tracker.observe('new', {
      provider: 'mistral',
      headers: {
        'x-ratelimit-limit-req-second': '2',
        'x-ratelimit-remaining-req-second': '1',
        'x-ratelimit-limit-req-10-second': '9',
      },
    });
    mustTake(tracker, 'new');
    expect(tracker.check('new')).toMatchObject({
      waitMs: 500,
      limitedBy: 'requests per second of new',
    });
    await clock.advance(500);
    expect(tracker.check('new').ok).toBe(true);
    expect(tracker.snapshot('new')?.rules).toMatchObject([
      { amount: 2, perMs: 1000, source: 'learned' },
      { amount: 9, perMs: 10_000, source: 'learned' },
    ]);
  });

  test('stands beside the others: the longest wait decides', () => {
    const { tracker } = trackOne({});
    tracker.observe('new', {
      headers: {
        'x-ratelimit-limit-tokens-hour': '3600',
        'x-ratelimit-remaining-tokens-hour': '0',
        'x-ratelimit-limit-tokens-minute': '600',
        'x-ratelimit-remaining-tokens-minute': '0',
      },
    });
    expect(tracker.check('new', { inputTokens: 10 })).toMatchObject({
      waitMs: 10_000,
      limitedBy: 'tokens per hour of new',
    });
  });
});

describe('a stated number of requests in flight', () => {
  const policy = (amount: number) => ({
    'ratelimit-policy': `"slots";q=${amount};qu="concurrent-requests"`,
  });

  test('caps what is in flight, is shown, and changes with each answer', () => {
    const { tracker } = trackOne({});
    const first = mustTake(tracker, 'new');
    tracker.observe('new', { headers: policy(2) });
    mustTake(tracker, 'new');
    expect(tracker.snapshot('new')).toMatchObject({ maxConcurrent: 2, inFlight: 2 });
    expect(tracker.check('new')).toMatchObject({
      ok: false,
      until: 'release',
      limitedBy: '2 in flight for new',
    });
    tracker.observe('new', { headers: policy(3) });
    expect(tracker.check('new').ok).toBe(true);
    first.release();
    tracker.observe('new', { headers: {} });
    expect(tracker.snapshot('new')?.maxConcurrent).toBe(3);
  });

  test('tightens a told one, and never widens it', () => {
    const { tracker } = trackOne({ maxConcurrent: 4 });
    tracker.observe('k', { headers: policy(9) });
    expect(tracker.snapshot('k')?.maxConcurrent).toBe(4);
    tracker.observe('k', { headers: policy(1) });
    expect(tracker.snapshot('k')?.maxConcurrent).toBe(1);
  });

  test('makes a slow start needless', () => {
    const tracker = createRateLimitTracker({ slowStart: true });
    tracker.observe('new', { headers: policy(50) });
    for (let count = 0; count < 50; count++) mustTake(tracker, 'new');
    expect(tracker.check('new')).toMatchObject({ until: 'release' });
  });
});
