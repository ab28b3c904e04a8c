import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './workspace.mjs';

/** Loads TypeScript that the tests use too, by its path from the root; it runs on the sources. */
export async function importTypeScript(path) {
  const folder = mkdtempSync(join(tmpdir(), 'llm-router-'));
  const outfile = join(folder, 'loaded.mjs');
  try {
    await build({
      entryPoints: [join(root, path)],
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
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
