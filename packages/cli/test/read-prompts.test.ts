import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { surveyPrompts } from '../src/prompt-source.ts';
import { readPrompts } from '../src/read-prompts.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-prompts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function readAll(path: string): Promise<unknown[]> {
  const prompts: unknown[] = [];
  for await (const prompt of readPrompts(path).read()) prompts.push(prompt);
  return prompts;
}

test('text is a prompt on each line that is not empty', async () => {
  const path = fileOf('a.md', '\uFEFFFirst prompt\r\n\r\n  second, indented \n\nthird');
  expect(await readAll(path)).toEqual(['First prompt', 'second, indented', 'third']);
});

test('JSON Lines are strings, prompts and chat requests', async () => {
  const messages = [{ role: 'user', content: 'Three' }];
  const path = fileOf(
    'a.jsonl',
    ['"One"', '{"prompt":"Two","id":7}', JSON.stringify({ messages, max_tokens: 5 })].join('\n'),
  );
  expect(await readAll(path)).toEqual(['One', 'Two', { messages, max_tokens: 5 }]);
});

test('the first line decides where the name does not', async () => {
  expect(await readAll(fileOf('a', '{"prompt":"One"}\n'))).toEqual(['One']);
  expect(await readAll(fileOf('b', '42\n[1]\n'))).toEqual(['42', '[1]']);
  expect(await readAll(fileOf('c.txt', '"quoted"\n'))).toEqual(['"quoted"']);
});

test.each([
  ['a.jsonl', '"One"\n\n{"prompt": \n', 'line 3 is not JSON'],
  ['b.jsonl', '"One"\n{"text":"Two"}', 'line 2 has no prompt'],
  ['c.jsonl', '{"prompt":"  "}', 'line 1 has no prompt'],
  ['d.jsonl', '{"messages":[]}', 'line 1 has no prompt'],
  ['e.jsonl', '{"messages":[null]}', 'line 1 is no chat request'],
  ['f.jsonl', '7', 'line 1 has no prompt'],
  ['g.txt', '\n \n', 'holds no prompt'],
  ['h.jsonl', '', 'holds no prompt'],
])('%s is refused by line and reason', async (name, text, message) => {
  const path = fileOf(name, text);
  await expect(readAll(path)).rejects.toMatchObject({ code: 'invalid_config' });
  await expect(readAll(path)).rejects.toThrow(`${path} ${message}`);
});

test('a missing file and a folder are named as such', async () => {
  await expect(readAll(join(folder, 'gone.txt'))).rejects.toThrow('gone.txt does not exist');
  await expect(readAll(folder)).rejects.toThrow('is a folder');
});

test('lines longer than a block of the file stay whole', async () => {
  const long = 'word '.repeat(60_000).trim();
  expect(await readAll(fileOf('long.txt', `${long}\nshort\n`))).toEqual([long, 'short']);
});

test('a line without an end is refused instead of kept', async () => {
  const path = fileOf('endless.txt', 'x'.repeat(16 * 1024 * 1024 + 1));
  await expect(readAll(path)).rejects.toThrow('line 1 is longer than 16,777,216 characters');
});

test('a survey counts prompts, tokens and named models, and caps the answers by the request', async () => {
  const messages = [{ role: 'user', content: 'One two three' }];
  const lines = [
    { prompt: 'One two three' },
    { messages, max_tokens: 30, model: 'm' },
    { messages, max_completion_tokens: 5000 },
  ];
  const path = fileOf('s.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  const survey = await surveyPrompts(readPrompts(path));
  expect(survey).toMatchObject({ prompts: 3, outputTokens: 200 + 30 + 200, namingModel: 1 });
  expect(survey.inputTokens).toBeGreaterThanOrEqual(9);
  expect(survey.inputTokens % 3).toBe(0);
});
