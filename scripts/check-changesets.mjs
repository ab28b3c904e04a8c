#!/usr/bin/env node
// Every published package that has changed must be named in a changeset.
//
//   node scripts/check-changesets.mjs
//
// On a branch "changed" means since it left main; on main itself since the last release, which is
// the last commit that wrote a changelog, or else the first commit.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './lib/run.mjs';
import { listPublishedPackages, readJson, root } from './lib/workspace.mjs';

try {
  await main();
} catch (error) {
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
}

async function main() {
  if ((await git('rev-parse', '--is-shallow-repository')) === 'true') {
    console.log('Changesets not checked: a shallow clone does not know what has changed.');
    return;
  }
  const base = await findBase();
  const changed = await listChanged(base);
  if (changed.length === 0) {
    console.log(`Nothing that is published has changed since ${base.slice(0, 9)}.`);
    return;
  }
  const announced = await listAnnounced(base);
  const silent = changed.filter((name) => !announced.includes(name));
  if (silent.length > 0) {
    const entries = silent.map((name) => `  '${name}': minor`).join('\n');
    throw new Error(
      `Changed since ${base.slice(0, 9)}, but in no changeset:\n${entries}\n` +
        'Run npx changeset, say what changed for the reader of the changelog, and commit the file.',
    );
  }
  console.log(
    `Each of the ${changed.length} packages changed since ${base.slice(0, 9)} is in a changeset.`,
  );
}

/** The commit that this work is compared with. */
async function findBase() {
  const head = await git('rev-parse', 'HEAD');
  const left = await commonWithMain();
  const range = left === undefined || left === head ? 'HEAD' : `${left}..HEAD`;
  const release = await git('log', '-1', '--format=%H', range, '--', 'packages/*/CHANGELOG.md');
  if (release !== '') return release;
  if (range !== 'HEAD') return left;
  const first = await git('rev-list', '--max-parents=0', 'HEAD');
  return first.split('\n').at(-1);
}

/** Where this work left main; `undefined` in a clone that does not know main. */
async function commonWithMain() {
  for (const main of ['origin/main', 'main']) {
    try {
      return await git('merge-base', main, 'HEAD');
    } catch {
      // This name of main is not known here.
    }
  }
  return undefined;
}

/** Names of the packages of which something that is published has changed. */
async function listChanged(base) {
  const paths = (await git('diff', '--name-only', '--no-relative', base)).split('\n');
  return listPublishedPackages()
    .filter(({ folder }) => {
      const published = [
        `packages/${folder}/src/`,
        `packages/${folder}/README.md`,
        `packages/${folder}/package.json`,
      ];
      return paths.some((path) => published.some((start) => path.startsWith(start)));
    })
    .map(({ name }) => name);
}

/** Names of the packages that changesets since `base` speak of. */
async function listAnnounced(base) {
  const written = await git(
    'diff',
    '--name-only',
    '--diff-filter=d',
    base,
    '--',
    '.changeset/*.md',
  );
  if (written === '') return [];
  const folder = mkdtempSync(join(tmpdir(), 'check-changesets-'));
  try {
    const output = join(folder, 'plan.json');
    await run('npx', ['changeset', 'status', `--since=${base}`, '--output', output], { cwd: root });
    return readJson(output).changesets.flatMap(({ releases }) => releases.map(({ name }) => name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function git(...args) {
  return (await run('git', args, { cwd: root })).trim();
}
