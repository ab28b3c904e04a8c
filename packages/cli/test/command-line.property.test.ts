import { isRouterError } from '@llm-router/core';
import fc from 'fast-check';
import { parseCommandLine } from '../src/command-line.ts';

const commands = ['demo', 'batch', 'explain', 'check', 'models'];
const flags = [
  '--config',
  '--json',
  '--request',
  '--seed=3',
  '--provider',
  '--category',
  '-h',
  '--',
];
const word = fc.oneof(fc.constantFrom(...commands, ...flags), fc.string());

test('any words are a command or a mistake that is told in one line', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      try {
        const { name } = parseCommandLine(words);
        expect(['help', 'version', ...commands]).toContain(name);
      } catch (error) {
        expect(isRouterError(error, 'invalid_config')).toBe(true);
        expect((error as Error).message).not.toMatch(/undefined|\[object/);
      }
    }),
  );
});

test('a prompt reaches explain as it was written', () => {
  const prompt = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(prompt, (text) => {
      const command = parseCommandLine(['explain', '--config', 'r.yaml', '--', text]);
      expect(command).toMatchObject({ options: { from: { prompt: text } } });
    }),
  );
});
