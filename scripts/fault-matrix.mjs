#!/usr/bin/env node
// Plays every fault of the simulator against the router, prints what comes of it as a table, and writes
// docs/fault-matrix.md. The cells and what is expected of them are in packages/llm-router/test; they
// are TypeScript and run on the sources: no build is needed.
//
//   node scripts/fault-matrix.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript } from './lib/import-typescript.mjs';
import { root } from './lib/workspace.mjs';

const { playAll, toPage } = await importTypeScript('packages/llm-router/test/fault-matrix/page.ts');
const page = toPage(await playAll());
writeFileSync(join(root, 'docs/fault-matrix.md'), page);
console.log(page);
