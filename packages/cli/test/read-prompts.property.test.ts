import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRouterError } from '@llm-router/core';
import fc from 'fast-check';
import { surveyPrompts } from '../src/prompt-source.ts';
import { readPrompts } from '../src/read-prompts.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-prompts-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('any prompts written as JSON Lines are read back as they were', async () => {
  const prompt = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(prompt, { minLength: 1 }), async (prompts) => {
      const path = join(folder, 'round.jsonl');
      writeFileSync(path, prompts.map((text) => `${JSON.stringify(text)}\n`).join(''));
      const read: unknown[] = [];
      for await (const one of readPrompts(path).read()) read.push(one);
      expect(read).toEqual(prompts);
    }),
  );
});

test('no file makes the reader fail but by an error that names the line', async () => {
  const line = fc.oneof(
    fc.json(),
    fc.json().map((json) => `{"messages":[${json}]}`),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line), async (lines) => {
      const path = join(folder, 'hostile.jsonl');
      writeFileSync(path, lines.join('\n'));
      const failure: unknown = await surveyPrompts(readPrompts(path)).then(
        () => undefined,
        (error) => error,
      );
      if (failure === undefined) return;
      expect(isRouterError(failure, 'invalid_config')).toBe(true);
      expect((failure as Error).message).toMatch(/hostile\.jsonl (line \d+|holds no prompt)/);
    }),
  );
});
