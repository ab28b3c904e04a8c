import { fill, trackOne } from './support/tracker.ts';

const requests = (limit: number, remaining?: number) => ({
  'x-ratelimit-limit-requests': String(limit),
  ...(remaining !== undefined && { 'x-ratelimit-remaining-requests': String(remaining) }),
});

const sourcesOf = ({ tracker }: ReturnType<typeof trackOne>) =>
  tracker.snapshot('k')?.rules.map(({ source, amount }) => `${source} ${amount}`);

describe('what is told beside what is learned', () => {
  test('needs no second limit where both are the same, or the stated one is wider', () => {
    const one = trackOne({ requestsPerMinute: 100 });
    one.tracker.observe('k', { headers: requests(100, 90) });
    one.tracker.observe('k', { headers: requests(500) });
    expect(sourcesOf(one)).toEqual(['told 100']);
    one.tracker.observe('k', { headers: requests(99) });
    expect(sourcesOf(one)).toEqual(['told 100', 'learned 99']);
  });

  test('keeps what was learned when the configuration changes', () => {
    const one = trackOne({ requestsPerMinute: 100 });
    one.tracker.observe('k', { headers: requests(20) });
    one.tracker.update({ k: { requestsPerMinute: 200 } });
    expect(sourcesOf(one)).toEqual(['told 200', 'learned 20']);
    expect(fill(one.tracker, 'k', {})).toBe(20);
  });

  test('keeps what was spent where only the amount of a rule changes', () => {
    const one = trackOne({ requestsPerMinute: 100, tokensPerMinute: 1000 });
    for (let count = 0; count < 60; count++) one.take({ inputTokens: 10 });
    one.tracker.update({ k: { requestsPerMinute: 80, tokensPerMinute: 900 } });
    expect(one.tracker.snapshot('k')?.rules).toMatchObject([
      { unit: 'requests', available: 20 },
      { unit: 'tokens', available: 300 },
    ]);
  });

  test('has room for what providers state, and not for a list without end', () => {
    const one = trackOne({});
    const policies = Array.from({ length: 60 }, (_, index) => `"p${index}";q=100;w=${index + 2}`);
    for (let from = 0; from < 60; from += 10) {
      const headers = { 'ratelimit-policy': policies.slice(from, from + 10).join(', ') };
      one.tracker.observe('k', { headers });
    }
    expect(one.tracker.snapshot('k')?.rules).toHaveLength(32);
  });

  test('lets a request pass that is as large as the learned limit, and none that is larger', () => {
    const one = trackOne({});
    const headers = {
      'x-ratelimit-limit-tokens': '60000',
      'x-ratelimit-remaining-tokens': '500',
      'x-ratelimit-reset-tokens': '2',
    };
    one.tracker.observe('k', { headers });
    expect(one.waitMs({ inputTokens: 60_000 })).toBeLessThan(60_000);
    expect(one.waitMs({ inputTokens: 60_001 })).toBe(Number.POSITIVE_INFINITY);
  });
});
