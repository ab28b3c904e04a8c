import { fromCompletionUsage } from '@llm-router/core';

describe('fromCompletionUsage', () => {
  it('reads every part', () => {
    expect(
      fromCompletionUsage({
        prompt_tokens: 900,
        completion_tokens: 120,
        total_tokens: 1020,
        prompt_tokens_details: { cached_tokens: 512, cache_write_tokens: 64, audio_tokens: 3 },
        completion_tokens_details: { reasoning_tokens: 80 },
      }),
    ).toEqual({
      inputTokens: 900,
      outputTokens: 120,
      totalTokens: 1020,
      cachedInputTokens: 512,
      cacheWriteInputTokens: 64,
      reasoningTokens: 80,
    });
  });

  it('leaves absent what was absent, and keeps a reported 0', () => {
    const bare = { prompt_tokens: 9, completion_tokens: 1, total_tokens: 10 };
    expect(Object.keys(fromCompletionUsage(bare) ?? {})).toEqual([
      'inputTokens',
      'outputTokens',
      'totalTokens',
    ]);
    const zero = fromCompletionUsage({ ...bare, prompt_tokens_details: { cached_tokens: 0 } });
    expect(zero?.cachedInputTokens).toBe(0);
  });

  it('reads the null that some servers send in place of details', () => {
    const wire = JSON.parse(
      '{"prompt_tokens":9,"completion_tokens":1,"total_tokens":10,"prompt_tokens_details":null,"completion_tokens_details":null}',
    );
    expect(fromCompletionUsage(wire)).toEqual({ inputTokens: 9, outputTokens: 1, totalTokens: 10 });
  });

  it('adds up a missing total and trusts a given one', () => {
    const wire = JSON.parse('{"prompt_tokens":9,"completion_tokens":4}');
    expect(fromCompletionUsage(wire)?.totalTokens).toBe(13);
    expect(fromCompletionUsage({ ...wire, total_tokens: 20 })?.totalTokens).toBe(20);
  });

  it.each([
    [{ prompt_tokens: Number.NaN, completion_tokens: 1, total_tokens: 1 }],
    [{ prompt_tokens: 5, completion_tokens: -5, total_tokens: 0 }],
    [{ prompt_tokens: '5', completion_tokens: 1, total_tokens: 6 }],
  ])('takes %j for no usage', (usage) => {
    expect(fromCompletionUsage(usage as never)).toBeUndefined();
  });
});
