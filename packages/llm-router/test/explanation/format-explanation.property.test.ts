import type { Ledger } from '@llm-router/core';
import fc from 'fast-check';
import { formatExplanation } from 'llm-router';

const candidate = fc.record(
  {
    deployment: fc.string({ minLength: 1, maxLength: 60 }),
    rank: fc.integer({ min: 0, max: 9999 }),
    verdict: fc.constantFrom('chosen' as const, 'eligible' as const, 'refused' as const),
    by: fc.constantFrom('limit' as const, 'capability' as const),
    detail: fc.string({ unit: 'grapheme', maxLength: 200 }),
    reasons: fc.array(fc.string({ maxLength: 200 }), { maxLength: 8 }),
    waitMs: fc.double({ min: 0, max: 1e9, noNaN: true }),
    contextWindow: fc.integer({ min: 1, max: 2_000_000 }),
  },
  { requiredKeys: ['deployment', 'rank', 'verdict'] },
);

const ledgerWith = (candidates: Ledger['candidates']): Ledger => ({
  version: 1,
  id: 'exp_property',
  at: 1_000_000,
  tenant: 'default',
  request: { inputTokens: 1, stream: false },
  cache: 'off',
  candidates,
  waits: [],
  attempts: [],
  cost: { nanoUsd: 0, exactness: 'priced' },
  losses: [],
  durationMs: 0,
  overheadMs: 0,
});

test('no line is longer than the width, no figure is lost, and every word of a detail is there', () => {
  const letters = (text: string) => text.replaceAll(/[\p{C}\p{Z}\s]/gu, '');
  fc.assert(
    fc.property(
      fc.array(candidate, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 80, max: 200 }),
      (candidates, width) => {
        const text = formatExplanation(ledgerWith(candidates), { width });
        const lines = text.split('\n');
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
        expect(lines.filter((line) => /^\d+ .* of \S+$/.test(line)).length).toBeGreaterThanOrEqual(
          candidates.length,
        );
        for (const { detail = '' } of candidates) expect(letters(text)).toContain(letters(detail));
      },
    ),
  );
});
