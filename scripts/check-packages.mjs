#!/usr/bin/env node
// Looks at every published package as a stranger would: packs it, lints the tarball, installs it
// alone in an empty project, loads it by import and by require on the Node that runs this, and asks
// its commands for --help.
//
//   node scripts/check-packages.mjs [package …]      folder or published name; default: all
//
// Needs a build (`npm run build`) and the network.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mapWithLimit, run } from './lib/run.mjs';
import { listPublishedPackages, pnpm, readJson } from './lib/workspace.mjs';

const publint = 'publint@0.3.25';
const attw = '@arethetypeswrong/cli@0.18.5';
const concurrency = 2;

const family = new Map(listPublishedPackages().map((found) => [found.name, found]));
const chosen = choose(process.argv.slice(2));
const workplace = mkdtempSync(join(tmpdir(), 'check-packages-'));
try {
  const tarballs = await packAll([...new Set(chosen.flatMap(({ name }) => closureOf(name)))]);
  const reports = await mapWithLimit(chosen, concurrency, (found) => check(found, tarballs));
  printTable(reports);
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
  const { dependencies, peerDependencies, optionalDependencies } = family.get(name).manifest;
  const needed = { ...dependencies, ...peerDependencies, ...optionalDependencies };
  for (const other of Object.keys(needed)) closureOf(other, seen);
  return [...seen];
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
  const report = { name, tarball: statSync(tarballs.get(name)).size, faults: [] };
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

/** Loads a package in a process of its own: how long it took, and the names that it exports. */
async function load(home, file, expression) {
  const code = `
    const start = performance.now();
    const loaded = ${expression};
    const ms = performance.now() - start;
    const names = Object.keys(loaded).filter((name) => name !== '__esModule').sort();
    console.log(JSON.stringify({ ms, names }));
  `;
  await writeFile(join(home, file), code);
  return JSON.parse(await run(process.execPath, [file], { cwd: home }));
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function printTable(reports) {
  const number = (value, digits) => (value === undefined ? '–' : value.toFixed(digits));
  const rows = reports.map((report) => [
    report.name,
    number(report.tarball / 1e3, 1),
    number(report.installed && report.installed / 1e6, 2),
    number(report.importMs, 0),
    number(report.requireMs, 0),
    report.exports ?? '–',
    report.faults.length === 0 ? 'ok' : `${report.faults.length} faults`,
  ]);
  const head = [
    'package',
    'tarball kB',
    'installed MB',
    'import ms',
    'require ms',
    'exports',
    'verdict',
  ];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => `${row[column]}`.length)),
  );
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]) : `${cell}`.padStart(widths[column]),
    );
    console.log(cells.join('  '));
  }
}
