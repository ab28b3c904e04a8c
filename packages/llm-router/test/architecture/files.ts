import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Path from the workspace root, with `/`, → text. The rules read this and never the disk. */
export type Files = ReadonlyMap<string, string>;

/** Reads what the rules look at: the root's tsconfig.json, and manifest, tsconfig and sources of each package. */
export function readFiles(root: string): Files {
  const files = new Map<string, string>();
  const add = (path: string) => {
    files.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  };
  add(join(root, 'tsconfig.json'));
  for (const folder of readdirSync(join(root, 'packages'))) {
    const home = join(root, 'packages', folder);
    // A folder without a manifest is what a build leaves behind of a package on another branch.
    if (!existsSync(join(home, 'package.json'))) continue;
    add(join(home, 'package.json'));
    if (existsSync(join(home, 'tsconfig.json'))) add(join(home, 'tsconfig.json'));
    for (const path of listSources(join(home, 'src'))) add(path);
  }
  return files;
}

function listSources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
