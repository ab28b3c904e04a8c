import { posix } from 'node:path';
import type { Files } from './files.ts';
import type { ImportTable } from './import-table.ts';
import { nameOf, type Package, readFamilyName, readPackages, readReferences } from './packages.ts';
import { listImports } from './source-imports.ts';

/**
 * The rules of how packages depend on each other. Each takes the files and answers its violations,
 * one sentence each; an empty list is a pass.
 */
export function unknownPackages(files: Files, table: ImportTable): string[] {
  return readPackages(files).flatMap(({ folder, name }) => {
    const found: string[] = [];
    if (!(folder in table)) {
      found.push(
        `packages/${folder} is not in the import table: add a row that says what it may import.`,
      );
    }
    if (name !== nameOf(folder)) {
      found.push(
        `packages/${folder}/package.json: the name is '${name}', expected '${nameOf(folder)}'.`,
      );
    }
    return found;
  });
}

/** A row may name only packages of the table, and following the rows must never lead back. */
export function brokenTable(table: ImportTable): string[] {
  const strangers = Object.entries(table).flatMap(([folder, row]) =>
    row
      .filter((other) => !(other in table))
      .map((other) => `the row of ${folder} names ${other}, which has no row.`),
  );
  return [...strangers, ...describeCycles(new Map(Object.entries(table)))];
}

export function dependenciesOutsideTable(files: Files, table: ImportTable): string[] {
  return readPackages(files).flatMap(({ folder, dependencies }) =>
    dependencies
      .filter((other) => !(table[folder] ?? []).includes(other))
      .map(
        (other) => `packages/${folder} depends on ${other}: the import table does not allow it.`,
      ),
  );
}

/** What is declared and what the sources import must be the same. */
export function dependenciesUnlikeImports(files: Files): string[] {
  return readPackages(files).flatMap((owner) => {
    const imported = importedPackages(owner);
    const unused = owner.dependencies
      .filter((other) => !imported.has(other))
      .map(
        (other) =>
          `packages/${owner.folder} declares ${nameOf(other)}, but its src never imports it.`,
      );
    const undeclared = [...imported]
      .filter(([other]) => !owner.dependencies.includes(other))
      .map(
        ([other, place]) => `${place} imports ${nameOf(other)}, which is not in "dependencies".`,
      );
    return [...unused, ...undeclared];
  });
}

export function referencesUnlikeDependencies(files: Files): string[] {
  return readPackages(files).flatMap(({ folder, dependencies, references }) => {
    const have = references.join(', ') || 'nothing';
    const want = dependencies.join(', ') || 'nothing';
    if (have === want) return [];
    return [`packages/${folder}/tsconfig.json refers to ${have}; its dependencies are ${want}.`];
  });
}

export function dependencyCycles(files: Files): string[] {
  return describeCycles(
    new Map(readPackages(files).map(({ folder, dependencies }) => [folder, dependencies])),
  );
}

/** Another package is imported by its name alone, and a relative import stays in its own src. */
export function deepImports(files: Files): string[] {
  return readPackages(files).flatMap(({ folder, sources }) =>
    [...sources].flatMap(([path, text]) =>
      listImports(path, text)
        .filter(({ specifier }) => isDeep(folder, path, specifier))
        .map(
          ({ line, specifier }) => `${path}:${line} reaches inside a package by '${specifier}'.`,
        ),
    ),
  );
}

export function missingRootReferences(files: Files): string[] {
  const references = readReferences(files, 'tsconfig.json');
  const packages = readPackages(files).map(({ folder }) => `packages/${folder}`);
  return [
    ...packages
      .filter((path) => !references.includes(path))
      .map((path) => `tsconfig.json has no reference to ${path}, so nothing builds it.`),
    ...references
      .filter((path) => !packages.includes(path))
      .map((path) => `tsconfig.json refers to ${path}, which is no package.`),
  ];
}

/** Family packages that the sources import, each with the first place. */
function importedPackages(owner: Package): Map<string, string> {
  const imported = new Map<string, string>();
  for (const [path, text] of owner.sources) {
    for (const { line, specifier } of listImports(path, text)) {
      const folder = readFamilyName(specifier)?.folder;
      if (folder === undefined || imported.has(folder)) continue;
      imported.set(folder, `${path}:${line}`);
    }
  }
  return imported;
}

function isDeep(folder: string, path: string, specifier: string): boolean {
  if (!specifier.startsWith('.')) return (readFamilyName(specifier)?.inside ?? '') !== '';
  const target = posix.join(posix.dirname(path), specifier);
  return !target.startsWith(`packages/${folder}/src/`);
}

/** Cycles as the way around each; where there are any, at least one is found. */
function describeCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const finished = new Set<string>();
  const visit = (folder: string, way: readonly string[]): void => {
    const start = way.indexOf(folder);
    if (start >= 0) found.push(`cycle: ${[...way.slice(start), folder].join(' → ')}.`);
    if (start >= 0 || finished.has(folder)) return;
    for (const next of graph.get(folder) ?? []) visit(next, [...way, folder]);
    finished.add(folder);
  };
  for (const folder of graph.keys()) visit(folder, []);
  return found;
}
