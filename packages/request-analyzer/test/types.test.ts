import type { AnalyzeRequest } from '@llm-router/core';
import { analyzeRequest } from '../src/index.ts';

it('is what the pipeline takes as its analyzer', () => {
  const analyze: AnalyzeRequest = analyzeRequest;
  expect(analyze({ messages: [{ role: 'user', content: 'hi' }] }).category).toBe('tiny');
});
