#!/usr/bin/env node
// Changes the sources of a package in small ways, one at a time, and runs the package's tests against
// each change: a change that no test notices has survived. Fails under the least score.
//
//   npm run mutation -- retry                 all of packages/retry/src
//   npm run mutation -- retry decide-next     packages/retry/src/decide-next.ts alone
//
// Wording is not held against the tests: string literals and regular expressions are left as they are.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from './lib/run.mjs';
import { readJson, root } from './lib/workspace.mjs';

const leastScore = 80;
// Fetched when it is used, so that whoever only runs the tests does not install it. Stryker 10 needs
// Node 22.
const tools = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/jest-runner@9.6.1'];
const quickMs = 500;
const politeness = 10;

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined || !existsSync(join(root, 'packages', folder, 'src'))) {
  console.error('Usage: npm run mutation -- <folder of packages> [name of a source file …]');
  process.exit(2);
}
const sources = `packages/${folder}/src/`;
const unknown = names.find((name) => !existsSync(join(root, sources, `${name}.ts`)));
if (unknown !== undefined) {
  console.error(`There is no ${sources}${unknown}.ts.`);
  process.exit(2);
}
const temporary = mkdtempSync(join(tmpdir(), 'mutation-'));
try {
  setPriority(politeness);
  process.exitCode = printScores(await mutate()) ? 0 : 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/**
 * Answers every change of the sources, and whether the tests noticed it. What the quick tests do not
 * notice is tried again with all of them: Stryker runs every test of a change, also after a failure.
 */
async function mutate() {
  const jestConfig = await readJestConfig();
  const wanted = names.length === 0 ? ['**/*'] : names;
  const first = runStryker(
    wanted.map((name) => `${sources}${name}.ts`),
    { ...jestConfig, testPathIgnorePatterns: await listSlowTests() },
  );
  const unnoticed = first.filter(isUnnoticed);
  if (unnoticed.length === 0) return first;
  const second = runStryker(unnoticed.map(placeOf), jestConfig);
  const noticed = new Map(second.filter(isNoticed).map((mutant) => [keyOf(mutant), mutant]));
  return first.map((mutant) => (isUnnoticed(mutant) && noticed.get(keyOf(mutant))) || mutant);
}

async function listSlowTests() {
  const report = await run('npx', ['jest', `packages/${folder}/`, '--json'], { cwd: root });
  return JSON.parse(report)
    .testResults.filter(({ assertionResults }) => {
      const tookMs = assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
      return tookMs > quickMs;
    })
    .map(({ name }) => `/${basename(name)}$`);
}

/** Runs Stryker over these places of the sources and answers what it made of them. */
function runStryker(places, jestConfig) {
  const configuration = join(temporary, 'stryker.json');
  const report = join(temporary, 'report.json');
  writeFileSync(configuration, JSON.stringify(configure(places, jestConfig, report)));
  const packages = tools.flatMap((tool) => ['-p', tool]);
  const { status, error } = spawnSync(
    'npx',
    ['--yes', ...packages, 'stryker', 'run', configuration],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) {
    throw new Error(`Stryker did not end well (${error?.message ?? `status ${status}`}).`);
  }
  return Object.entries(readJson(report).files).flatMap(([path, { mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, path })),
  );
}

function configure(places, jestConfig, report) {
  const kept = ['package.json', 'tsconfig*.json', 'scripts/**', `packages/${folder}/**`];
  return {
    mutate: places,
    mutator: { excludedMutations: ['StringLiteral', 'Regex'] },
    // The other packages are reached through node_modules, as they stand.
    ignorePatterns: ['**', ...kept.map((path) => `!${path}`), '**/dist', '**/node_modules'],
    // One that is not there: Stryker would rewrite the real one, and wants a TypeScript of its own for it.
    tsconfigFile: 'none',
    // Tests compare fixtures with READMEs, and jest checks no types.
    disableTypeChecks: false,
    testRunner: 'jest',
    jest: {
      projectType: 'custom',
      config: { ...jestConfig, roots: [`<rootDir>/packages/${folder}`] },
      enableFindRelatedTests: false,
    },
    plugins: ['@stryker-mutator/jest-runner'],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    tempDirName: join(temporary, 'sandboxes'),
  };
}

/** Stryker can neither load a configuration in TypeScript nor find the environment that jest brings. */
async function readJestConfig() {
  const require = createRequire(import.meta.url);
  require('esbuild-register');
  const shown = JSON.parse(await run('npx', ['jest', '--showConfig'], { cwd: root }));
  const { testEnvironment } = shown.configs[0];
  return { ...require('../jest.config.ts').default, testEnvironment, watchman: false };
}

function isUnnoticed({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

function isNoticed({ status }) {
  return status === 'Killed' || status === 'Timeout';
}

/** As Stryker is told: lines from 1, columns from 0. */
function placeOf({ path, location: { start, end } }) {
  return `${path}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

function keyOf(mutant) {
  return `${placeOf(mutant)} ${mutant.mutatorName} ${mutant.replacement}`;
}

function printScores(mutants) {
  for (const { path, status, location, mutatorName, replacement } of mutants.filter(isUnnoticed)) {
    const { line, column } = location.start;
    console.log(`${status}: ${path}:${line}:${column} ${mutatorName} → ${replacement}`);
  }
  const paths = [...new Set(mutants.map(({ path }) => path))];
  const rows = paths.map((path) => ({
    of: path.slice(sources.length),
    ...count(mutants.filter((mutant) => mutant.path === path)),
  }));
  const total = count(mutants);
  console.table([...rows, { of: folder, ...total }]);
  console.log(`${folder}: ${total.score} %, at least ${leastScore} % expected.`);
  return total.score >= leastScore;
}

function count(mutants) {
  const having = (wanted) => mutants.filter(({ status }) => status === wanted).length;
  const [killed, survived] = [having('Killed'), having('Survived')];
  const [timedOut, noCoverage] = [having('Timeout'), having('NoCoverage')];
  const noticed = killed + timedOut;
  // Rounded down: 79.96 is not 80.
  const score = Math.floor((1000 * noticed) / (noticed + survived + noCoverage)) / 10;
  return { score, killed, survived, 'timed out': timedOut, 'no coverage': noCoverage };
}
