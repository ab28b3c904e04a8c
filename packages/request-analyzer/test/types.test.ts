import type { AnalyzeRequest, RequestAnalysis } from '@llm-router/core';
import { analyzeRequest } from '../src/index.ts';

it('is what the pipeline takes as its analyzer', () => {
  const analyze: AnalyzeRequest = analyzeRequest;
  expect(analyze({ messages: [{ role: 'user', content: 'hi' }] }).category).toBe('tiny');
});

it('may leave out growth and drift, and never gives them as undefined', () => {
  const begun: RequestAnalysis['conversation'] = { turns: 1 };
  // @ts-expect-error absent, not undefined
  const wrong: RequestAnalysis['conversation'] = { turns: 1, drift: undefined };
  const { conversation } = analyzeRequest({ messages: [{ role: 'user', content: 'hi' }] });
  expect(Object.keys(conversation)).toEqual(Object.keys(begun));
  expect(Object.keys(wrong)).not.toEqual(Object.keys(begun));
});
