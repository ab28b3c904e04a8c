import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The manifest of the workspace itself. */
export const rootManifest = readJson(join(root, 'package.json'));

/** `pnpm@<version>`, chosen once: in the bootstrap script of package.json. */
export const pnpm = /pnpm@\d+\.\d+\.\d+/.exec(rootManifest.scripts.bootstrap)[0];

/** Every package that is published: `{ folder, name, directory, manifest }`, sorted by folder. */
export function listPublishedPackages() {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((folder) => ({ folder, directory: join(root, 'packages', folder) }))
    .filter(({ directory }) => existsSync(join(directory, 'package.json')))
    .map((found) => ({ ...found, manifest: readJson(join(found.directory, 'package.json')) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map((found) => ({ ...found, name: found.manifest.name }));
}

export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
