#!/usr/bin/env node
// Plays every fault of the simulator against the router, prints what comes of it as a table, and writes
// docs/fault-matrix.md. The cells and what is expected of them are in packages/llm-router/test.
//
//   node scripts/fault-matrix.mjs
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './lib/workspace.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fault-matrix-'));
try {
  const { playAll, toPage } = await loadMatrix(join(folder, 'page.mjs'));
  const page = toPage(await playAll());
  writeFileSync(join(root, 'docs/fault-matrix.md'), page);
  console.log(page);
} finally {
  rmSync(folder, { recursive: true });
}

/** The matrix is TypeScript, as the tests are, and runs on the sources: no build is needed. */
async function loadMatrix(outfile) {
  await build({
    entryPoints: [join(root, 'packages/llm-router/test/fault-matrix/page.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@llm-router/source'],
    // Packages that are still CommonJS ask for the host's modules with require.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
