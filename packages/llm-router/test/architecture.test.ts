import { join } from 'node:path';
import { readFiles } from './architecture/files.ts';
import { edges, hostUsesOutsideEdges, idleEdges } from './architecture/host-rule.ts';
import { importTable } from './architecture/import-table.ts';
import {
  brokenTable,
  deepImports,
  dependenciesOutsideTable,
  dependenciesUnlikeImports,
  dependencyCycles,
  missingRootReferences,
  referencesUnlikeDependencies,
  unknownPackages,
} from './architecture/package-rules.ts';

// Each rule answers its violations as sentences; architecture/*.test.ts show that each can find one.
const files = readFiles(join(__dirname, '../../..'));

test('the workspace is there to be looked at', () => {
  expect(files.has('packages/core/src/index.ts')).toBe(true);
  expect(files.has('packages/llm-router/package.json')).toBe(true);
});

test('the import table names only its own packages and has no cycle', () => {
  expect(brokenTable(importTable)).toEqual([]);
});

test('every package has a row in the import table and the name of its folder', () => {
  expect(unknownPackages(files, importTable)).toEqual([]);
});

test('packages depend only on what the import table allows', () => {
  expect(dependenciesOutsideTable(files, importTable)).toEqual([]);
});

test('packages declare exactly the family members that their sources import', () => {
  expect(dependenciesUnlikeImports(files)).toEqual([]);
});

test('the project references of a package are its dependencies', () => {
  expect(referencesUnlikeDependencies(files)).toEqual([]);
});

test('no package depends on itself, by whatever way', () => {
  expect(dependencyCycles(files)).toEqual([]);
});

test('no source reaches inside another package', () => {
  expect(deepImports(files)).toEqual([]);
});

test('the root tsconfig.json builds every package', () => {
  expect(missingRootReferences(files)).toEqual([]);
});

test('time, chance, transport, environment and terminal are taken from the host only at the edges', () => {
  expect(hostUsesOutsideEdges(files, edges)).toEqual([]);
});

test('no edge is allowed more than it uses', () => {
  expect(idleEdges(files, edges)).toEqual([]);
});
