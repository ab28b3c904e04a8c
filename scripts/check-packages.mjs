#!/usr/bin/env node
// Looks at every published package as a stranger would: packs it, lints the tarball, installs it
// alone in an empty project, loads it by import and by require on the Node that runs this, asks its
// commands for --help, measures it, and runs the example of its README.
//
//   node scripts/check-packages.mjs [package …]             folder or published name; default: all
//   node scripts/check-packages.mjs --write [package …]     writes the sizes into docs/packages.md
//
// Without --write a size may not have grown by more than 10 % over the one in docs/packages.md.
// Needs a build (`npm run build`) and the network.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minifiedSize } from './lib/minified-size.mjs';
import { compareRows, readPackageTable, toRow, writePackageTable } from './lib/package-table.mjs';
import { printReports } from './lib/print-reports.mjs';
import { runReadmeExample } from './lib/readme-example.mjs';
import { mapWithLimit, run } from './lib/run.mjs';
import { listPublishedPackages, pnpm, readJson, root } from './lib/workspace.mjs';

const publint = 'publint@0.3.25';
const attw = '@arethetypeswrong/cli@0.18.5';
const concurrency = 2;
const tablePath = join(root, 'docs/packages.md');

const family = new Map(listPublishedPackages().map((found) => [found.name, found]));
const write = process.argv.includes('--write');
const chosen = choose(process.argv.slice(2).filter((argument) => argument !== '--write'));
const workplace = mkdtempSync(join(tmpdir(), 'check-packages-'));
try {
  const tarballs = await packAll([...new Set(chosen.flatMap(({ name }) => closureOf(name)))]);
  const reports = await mapWithLimit(chosen, concurrency, (found) => check(found, tarballs));
  keepTable(reports);
  printReports(reports);
  const faults = reports.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));
  for (const fault of faults) console.error(`\n✗ ${fault}`);
  console.log(
    `\n${reports.length} packages checked on Node ${process.version}, ${faults.length} faults.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(workplace, { recursive: true, force: true });
}

function choose(names) {
  const all = [...family.values()];
  const unknown = names.filter(
    (name) => !all.some((one) => one.name === name || one.folder === name),
  );
  if (unknown.length > 0) {
    console.error(
      `✗ No published package is called ${unknown.join(', ')}. There are: ${all.map(({ folder }) => folder).join(', ')}.`,
    );
    process.exit(2);
  }
  return names.length === 0
    ? all
    : all.filter(({ name, folder }) => names.includes(name) || names.includes(folder));
}

/** A package and every family member that an install of it brings along, by name. */
function closureOf(name, seen = new Set()) {
  if (!family.has(name) || seen.has(name)) return [...seen];
  seen.add(name);
  for (const other of neededBy(name)) closureOf(other, seen);
  return [...seen];
}

/** The packages outside the family that an install of this one brings along directly. */
function strangersOf(name) {
  return [...new Set(closureOf(name).flatMap(neededBy))].filter((other) => !family.has(other));
}

function neededBy(name) {
  const { dependencies, peerDependencies, optionalDependencies } = family.get(name).manifest;
  return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
}

/** Published name → path of its tarball. */
async function packAll(names) {
  const unbuilt = names.filter(
    (name) => !existsSync(join(family.get(name).directory, 'dist/index.js')),
  );
  if (unbuilt.length > 0)
    throw new Error(`Not built: ${unbuilt.join(', ')}. Run npm run build first.`);
  const packed = await mapWithLimit(names, concurrency, async (name) => {
    const { folder, directory } = family.get(name);
    const tarball = join(workplace, `${folder}.tgz`);
    await run('npx', ['--yes', pnpm, 'pack', '--out', tarball], { cwd: directory });
    return [name, tarball];
  });
  return new Map(packed);
}

/** Everything about one package; what is wrong is a fault in the report, never an exception. */
async function check({ name, folder, manifest }, tarballs) {
  const report = { name, manifest, tarball: statSync(tarballs.get(name)).size, faults: [] };
  const attempt = async (work) => {
    try {
      return await work();
    } catch (error) {
      report.faults.push(error.message);
    }
  };
  await attempt(() => run('npx', ['--yes', publint, 'run', tarballs.get(name), '--strict']));
  await attempt(() =>
    run('npx', [
      '--yes',
      attw,
      tarballs.get(name),
      '--profile',
      'esm-only',
      '--no-color',
      '--no-emoji',
    ]),
  );
  await attempt(async () => {
    const home = await installAlone(name, folder, tarballs);
    report.installed = sizeOf(join(home, 'node_modules'));
    const entry = join(home, 'node_modules', name, 'dist/index.js');
    report.minified = await minifiedSize(entry, strangersOf(name));
    const imported = await load(home, 'import.mjs', `await import('${name}')`);
    const required = await load(home, 'require.cjs', `require('${name}')`);
    Object.assign(report, {
      importMs: imported.ms,
      requireMs: required.ms,
      exports: imported.names.length,
    });
    if (imported.names.join() !== required.names.join()) {
      throw new Error(`import gives ${imported.names}, but require gives ${required.names}`);
    }
    for (const command of Object.keys(manifest.bin ?? {})) {
      await run(join(home, 'node_modules/.bin', command), ['--help'], { cwd: home });
    }
    report.example = await runReadmeExample(home, name);
  });
  return report;
}

/** Installs one tarball in an empty project; the family comes from tarballs too, never from outside. */
async function installAlone(name, folder, tarballs) {
  const home = join(workplace, 'alone', folder);
  await mkdir(home, { recursive: true });
  const others = closureOf(name).filter((other) => other !== name);
  const manifest = {
    private: true,
    dependencies: { [name]: `file:${tarballs.get(name)}` },
    overrides: Object.fromEntries(others.map((other) => [other, `file:${tarballs.get(other)}`])),
  };
  await writeFile(join(home, 'package.json'), JSON.stringify(manifest));
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: home });
  assertFromTarballs(home, [name, ...others]);
  return home;
}

function assertFromTarballs(home, names) {
  const entries = Object.entries(readJson(join(home, 'package-lock.json')).packages);
  for (const name of names) {
    const found = entries.filter(([path]) => path.endsWith(`node_modules/${name}`));
    if (found.length === 0) throw new Error(`${name} was not installed with it`);
    const foreign = found.find(([, entry]) => !entry.resolved?.startsWith('file:'));
    if (foreign !== undefined)
      throw new Error(`${name} came from ${foreign[1].resolved}, not from its tarball`);
  }
  const stranger = entries.find(([path]) => {
    const name = path.split('node_modules/').at(-1);
    return (family.has(name) || name.startsWith('@llm-router/')) && !names.includes(name);
  });
  if (stranger !== undefined)
    throw new Error(`${stranger[0]} was installed, but no manifest asks for it`);
}

/** Loads a package in processes of its own: the shortest time it took, and the names it exports. */
async function load(home, file, expression) {
  const code = `
    const start = performance.now();
    const loaded = ${expression};
    const ms = performance.now() - start;
    const names = Object.keys(loaded).filter((name) => name !== '__esModule').sort();
    console.log(JSON.stringify({ ms, names }));
  `;
  await writeFile(join(home, file), code);
  const loads = [];
  while (loads.length < 3) {
    loads.push(JSON.parse(await run(process.execPath, [file], { cwd: home })));
  }
  return loads.reduce((best, one) => (one.ms < best.ms ? one : best));
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Compares what was measured with docs/packages.md, or writes it there. */
function keepTable(reports) {
  const table = readPackageTable(tablePath);
  for (const report of reports.filter(({ example }) => example !== undefined)) {
    const row = toRow(report, (name) => family.has(name));
    if (!write) report.faults.push(...compareRows(table.get(report.name), row));
    table.set(report.name, row);
  }
  if (!write) return;
  const rows = [...family.keys()].filter((name) => table.has(name)).map((name) => table.get(name));
  writePackageTable(tablePath, rows);
}
