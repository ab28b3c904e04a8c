import { isRouterError } from '@llm-router/core';
import { parseCommandLine } from '../src/command-line.ts';
import { help } from '../src/help.ts';

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
  expect(parseCommandLine(['--help'])).toEqual({ name: 'help', text: help.ofAll });
  const demo = { name: 'help', text: help.of.demo };
  expect(parseCommandLine(['demo', '-h', '--seed', '2'])).toEqual(demo);
  expect(parseCommandLine(['check', '--help'])).toEqual({ name: 'help', text: help.of.check });
  expect(parseCommandLine(['--version'])).toEqual({ name: 'version' });
});

test('batch is the same run with a file, and the old form means the same', () => {
  const expected = { name: 'demo', options: { ...defaults, input: 'prompts.txt' } };
  expect(parseCommandLine(['batch', 'prompts.txt'])).toEqual(expected);
  expect(parseCommandLine(['batch', '--input', 'prompts.txt'])).toEqual(expected);
  expect(parseCommandLine(['demo', '--input', 'prompts.txt'])).toEqual(expected);
});

test('explain takes a prompt or the place of a request', () => {
  expect(parseCommandLine(['explain', '--config', 'r.yaml', 'What now?', '--json'])).toEqual({
    name: 'explain',
    options: { json: true, config: 'r.yaml', from: { prompt: 'What now?' } },
  });
  const words = 'explain --config r.yaml --environment test --request -'.split(' ');
  expect(parseCommandLine(words)).toMatchObject({
    options: { json: false, environment: 'test', from: { file: '-' } },
  });
});

test('check takes its file with or without --config', () => {
  const expected = { name: 'check', options: { json: false, config: 'r.yaml' } };
  expect(parseCommandLine(['check', 'r.yaml'])).toEqual(expected);
  expect(parseCommandLine(['check', '--config', 'r.yaml'])).toEqual(expected);
});

test('models takes a part of a name, a provider and a category', () => {
  const words = 'models haiku --provider anthropic --category small'.split(' ');
  expect(parseCommandLine(words)).toEqual({
    name: 'models',
    options: { json: false, text: 'haiku', provider: 'anthropic', category: 'small' },
  });
});

test.each([
  ['', 'Use one of demo, batch, explain, check, models'],
  ['batch', 'batch needs a file of prompts'],
  ['batch a b', "'b' is one word too many"],
  ['batch a --prompts 3', 'There is no option --prompts'],
  ['explain hello', 'explain needs a configuration'],
  ['explain --config a', 'explain needs a prompt in quotes, or --request FILE'],
  ['explain --config a hello world', "'world' is one word too many; put the prompt in quotes"],
  ['explain --config a hello --request b', 'leave one of the two out'],
  ['explain --config a hello --seed 4', 'There is no option --seed. Use one of --help'],
  ['check', 'check needs a configuration: llm-router check FILE'],
  ['check a --config b', "'b' is one word too many"],
  ['models a b', "'b' is one word too many"],
  ['models --category huge', "--category is 'huge'; expected one of tiny, small, large"],
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
