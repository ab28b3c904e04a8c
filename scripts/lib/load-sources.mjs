import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Loads a TypeScript source of the repository, by its path from the root. */
export function loadSource(path) {
  require('esbuild-register/dist/node.js').register({ extensions: ['.ts'], target: 'node20' });
  return require(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
}

/** Whether the half of the recorded requests that constants are fitted on has this one. */
export function isFitted(id) {
  return createHash('sha256').update(`fit:${id}`).digest()[3] % 2 === 0;
}
