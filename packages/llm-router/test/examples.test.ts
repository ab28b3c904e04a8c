import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function linesOf(example: string): Promise<readonly string[]> {
  if (!existsSync(join(__dirname, '../dist/index.js'))) {
    throw new Error('packages/llm-router/dist is missing: build first, with `tsc -b`');
  }
  const script = join(__dirname, '../examples', example);
  const { stdout, stderr } = await run(process.execPath, [script], { timeout: 45_000 });
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
}

it('a program of the openai SDK runs with nothing changed but its fetch', async () => {
  expect(await linesOf('openai-sdk.mjs')).toEqual([
    'chat: 8 words',
    'stream: 8 words',
    "tool: look_up [ 'text' ]",
    "structured: { name: 'Bergen', depth: 12 }",
    'embeddings: [ [ 4, 0.5 ], [ 7, 0.5 ] ]',
    expect.stringContaining('models: gpt-4o-mini claude-haiku-4-5 text-embedding-3-small '),
    'error: true 404 model_not_found',
    'at once: 100',
  ]);
});

it('a program of the Anthropic SDK runs with nothing changed but its fetch, whoever answers', async () => {
  const linesFor = (model: string, stop: string) => [
    `${model} chat: 8 ${stop}`,
    `${model} stream: 8 words`,
    `${model} tool: look_up [ 'text' ]`,
    `${model} structured: { name: 'Bergen', depth: 12 }`,
  ];
  expect(await linesOf('anthropic-sdk.mjs')).toEqual([
    ...linesFor('claude-haiku-4-5', 'end_turn'),
    ...linesFor('gpt-4o-mini', 'end_turn'),
    expect.stringContaining('models: gpt-4o-mini'),
    'error: true 404 not_found_error',
  ]);
});
