import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const nodeMajor = Number(process.versions.node.split('.')[0]);

const expected = [
  'text: 8 words',
  'by: openai/gpt-4o 2',
  'stream: 8 words',
  "tool: lookUp [ 'text' ]",
  "structured: { name: 'Bergen', depth: 12 }",
  'embeddings: [ [ 4, 0.5 ], [ 7, 0.5 ] ]',
  'error: AI_APICallError 502 1',
];

// The real package is large, so it is installed only where someone asks for it.
const versions = [
  { version: 6, leastNode: 20 },
  { version: 7, leastNode: 22 },
];
// What cannot run on this Node is not skipped but impossible.
for (const { version, leastNode } of versions.filter((one) => nodeMajor < one.leastNode)) {
  console.warn(`The example with ai ${version} needs Node ${leastNode}.`);
}

describe.each(versions.filter(({ leastNode }) => nodeMajor >= leastNode))(
  'ai $version',
  ({ version }) => {
    const home = join(__dirname, `../test-apps/ai-${version}`);
    const why = reasonToSkip();
    if (why !== undefined) console.warn(`SKIPPED: the example with ai ${version}: ${why}`);

    function reasonToSkip(): string | undefined {
      if (existsSync(join(home, 'node_modules/ai'))) return undefined;
      return `install it: npm install --no-package-lock --prefix packages/ai-sdk/test-apps/ai-${version}`;
    }

    (why === undefined ? it : it.skip)(
      'runs the example with the router as its provider',
      async () => {
        const options = { timeout: 45_000, env: { ...process.env, AI_SDK_LOG_WARNINGS: 'false' } };
        const { stdout } = await run(process.execPath, [join(home, 'main.mjs')], options);
        expect(stdout.trim().split('\n')).toEqual(expected);
      },
    );
  },
);
