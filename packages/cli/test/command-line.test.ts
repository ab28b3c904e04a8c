import { isRouterError } from '@llm-router/core';
import { parseCommandLine } from '../src/command-line.ts';

const defaults = { json: false, simulated: false, seed: 1, prompts: 100, limits: 'told' };

test('demo without options has the defaults', () => {
  expect(parseCommandLine(['demo'])).toEqual({ name: 'demo', options: defaults });
});

test('every option of demo is read, in both spellings', () => {
  const words = 'demo --json --simulated --seed=0 --limits untold --input prompts.txt'.split(' ');
  expect(parseCommandLine(words)).toEqual({
    name: 'demo',
    options: {
      json: true,
      simulated: true,
      seed: 0,
      prompts: 100,
      limits: 'untold',
      input: 'prompts.txt',
    },
  });
  expect(parseCommandLine(['demo', '--prompts', '7'])).toMatchObject({ options: { prompts: 7 } });
});

test('help and version go before everything else', () => {
  expect(parseCommandLine(['--help'])).toEqual({ name: 'help' });
  expect(parseCommandLine(['demo', '-h', '--seed', '2'])).toEqual({ name: 'help' });
  expect(parseCommandLine(['--version'])).toEqual({ name: 'version' });
});

test.each([
  ['', 'Use llm-router demo'],
  ['serve', "no command 'serve'"],
  ['demo twice', "'twice' is one word too many"],
  ['demo --sede 1', 'There is no option --sede. Use one of --help'],
  ['demo -x', 'There is no option -x'],
  ['demo --toString', 'There is no option --toString'],
  ['demo --seed', '--seed needs a value'],
  ['demo --input=', '--input needs a value'],
  ['demo --json=yes', '--json takes no value'],
  ['demo --seed 1.5', "--seed is '1.5'; expected a whole number from 0 to 4294967295"],
  ['demo --seed 4294967296', '--seed is'],
  ['demo --prompts 0', '--prompts is'],
  ['demo --prompts 1e3', '--prompts is'],
  ['demo --limits some', "--limits is 'some'; expected 'told' or 'untold'"],
  ['demo --input a --prompts 3', 'leave one of the two out'],
])("'%s' is refused in one line that names the mend", (words, message) => {
  const parse = () => parseCommandLine(words === '' ? [] : words.split(' '));
  expect(parse).toThrow(message);
  try {
    parse();
  } catch (error) {
    expect(isRouterError(error, 'invalid_config')).toBe(true);
    expect((error as Error).message).not.toContain('\n');
  }
});
