#!/usr/bin/env node
// Publishes every package whose version is not published yet, and tags the commit.
//
//   npm run release                  what the release workflow runs
//   npm run release -- --dry-run     everything but the publishing and the tags, on any machine
//
// It refuses until "llmRouter.npmScopeConfirmed" in package.json is true (CONTRIBUTING.md, Releases).
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './lib/run.mjs';
import { listPublishedPackages, pnpm, root, rootManifest } from './lib/workspace.mjs';

const dryRun = process.argv.includes('--dry-run');
const packages = listPublishedPackages();

try {
  const obstacles = await listObstacles();
  if (obstacles.length > 0) throw new Error(`Not released.\n  - ${obstacles.join('\n  - ')}`);
  await buildFromNothing();
  await step('node', ['scripts/check-packages.mjs']);
  await publish();
  if (!dryRun) await step('npx', ['changeset', 'tag']);
} catch (error) {
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
}

/** Everything that stands against a release, so that all of it can be mended at once. */
async function listObstacles() {
  const obstacles = [];
  if (rootManifest.llmRouter?.npmScopeConfirmed !== true) {
    obstacles.push(
      'Nobody has confirmed that the npm names are ours. Once the scope @llm-router and the name ' +
        'llm-router belong to the project, set "llmRouter": { "npmScopeConfirmed": true } in package.json.',
    );
  }
  const pending = readdirSync(join(root, '.changeset')).filter(
    (file) => file.endsWith('.md') && file !== 'README.md',
  );
  if (pending.length > 0) {
    obstacles.push(
      `${pending.length} changesets are pending: run npx changeset version and commit the result.`,
    );
  }
  const unversioned = packages.filter(({ manifest }) => manifest.version === '0.0.0');
  if (unversioned.length > 0) {
    obstacles.push(`Without a version: ${unversioned.map(({ name }) => name).join(', ')}.`);
  }
  const dirty = await run('git', ['status', '--porcelain'], { cwd: root });
  if (dirty !== '') obstacles.push('The work tree has changes that are not committed.');
  if (!dryRun && process.env.GITHUB_ACTIONS !== 'true') {
    obstacles.push('Provenance needs the release workflow; here only --dry-run works.');
  }
  if (!dryRun && !process.env.NPM_TOKEN) {
    obstacles.push('NPM_TOKEN is not set: the workflow takes it from the secret of that name.');
  }
  return obstacles;
}

/** A dist of an earlier build may hold files whose source is gone. */
async function buildFromNothing() {
  for (const { directory } of packages)
    rmSync(join(directory, 'dist'), { recursive: true, force: true });
  await step('npm', ['run', '--silent', 'build']);
}

async function publish() {
  const args = ['--yes', pnpm, '--recursive', 'publish', '--no-git-checks'];
  if (dryRun) {
    await step('npx', [...args, '--dry-run']);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    // The token stays in the environment: the file only names the variable.
    const registry = (await run('npm', ['config', 'get', 'registry'], { cwd: root })).trim();
    const userConfig = join(folder, '.npmrc');
    const host = registry.replace(/^https?:/, '').replace(/\/?$/, '/');
    writeFileSync(userConfig, `registry=${registry}\n${host}:_authToken=\${NPM_TOKEN}\n`);
    await step('npx', args, { NPM_CONFIG_USERCONFIG: userConfig });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function step(command, args, env) {
  console.log(`$ ${command} ${args.join(' ')}`);
  console.log(await run(command, args, { cwd: root, env }));
}
