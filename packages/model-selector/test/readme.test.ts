import type { SelectionContext } from '@llm-router/core';
import { calibrate, createSelector } from '../src/index.ts';
import { analysisOf, candidate, contextOf } from './context.ts';
import { ask, drawOutcomes, telling } from './synthetic.ts';

it('does what its README says', () => {
  const candidate = (id: string, category: 'small' | 'large', nanoUsd: number | null) => ({
    deployment: {
      id,
      provider: 'openai',
      model: id,
      category,
      pools: [],
      priority: 0,
      weight: 1,
      tags: [],
    },
    rank: 0,
    expected: { inputTokens: 1000, outputTokens: 200, nanoUsd },
    reasons: [],
  });
  const context: SelectionContext = {
    request: { messages: [{ role: 'user', content: 'How old is the bridge?' }] },
    analysis: {
      complexity: { score: 0.3, level: 'simple' },
      reasoning: { score: 0, matches: [] },
      tokens: { input: 1000, expectedOutput: 200 },
      conversation: { turns: 1 },
      requires: {
        tools: false,
        vision: false,
        audio: false,
        structuredOutput: false,
        contextTokens: 1200,
      },
      category: 'small',
      reasons: [],
    },
    candidates: [
      candidate('giant', 'large', 9_000_000),
      candidate('swift', 'small', 270_000),
      candidate('thrifty', 'small', 120_000),
    ],
    state: (id) => ({ waitMs: id === 'thrifty' ? 2130 : 0, healthy: true, score: 1 }),
    options: {},
  };
  const lines = createSelector({ strategy: 'cost_aware' })
    .select(context)
    .map(({ deployment, rank, reasons }) => `${rank} ${deployment.id}: ${reasons.join('; ')}`);
  expect(lines).toEqual([
    '0 swift: small is the wanted category, about $0.00027',
    '1 thrifty: small is the wanted category, about $0.00012; behind its peers: would wait 2130 ms',
    '2 giant: large is neighbour no. 1, about $0.009',
  ]);
});

it('calibrates as its README says', () => {
  const graded = drawOutcomes(telling, 300, 1).map(({ request, answers }) => ({
    request,
    swift: answers['weak']?.quality ?? 0,
    giant: answers['strong']?.quality ?? 0,
  }));
  const analyzeRequest = (_: SelectionContext['request']) => analysisOf();
  const contextOfAProof = {
    ...contextOf([candidate('swift'), candidate('giant')]),
    request: ask('proof', () => 0.5),
  };
  const lines: string[] = [];
  const console = { log: (line: string | undefined) => lines.push(line ?? '') };

  const calibration = calibrate(
    graded.map(({ request, swift, giant }) => ({
      request,
      analysis: analyzeRequest(request),
      answers: { swift: { quality: swift }, giant: { quality: giant } },
    })),
  );
  console.log(calibration.report.signal);
  const selector = createSelector({ strategy: 'quality', calibration, targetQuality: 0.8 });
  console.log(selector.select(contextOfAProof)[0]?.deployment.id);

  expect(lines).toEqual(['clear', 'giant']);
});
