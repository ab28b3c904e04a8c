import fc from 'fast-check';
import type { Files } from './files.ts';
import type { ImportTable } from './import-table.ts';
import {
  brokenTable,
  deepImports,
  dependenciesOutsideTable,
  dependenciesUnlikeImports,
  dependencyCycles,
  missingRootReferences,
  referencesUnlikeDependencies,
  unknownPackages,
} from './package-rules.ts';

const table: ImportTable = { core: [], backoff: ['core'], 'llm-router': ['backoff', 'core'] };

/** A small workspace without a fault: llm-router → backoff → core. */
const sound: Readonly<Record<string, string>> = {
  'tsconfig.json': referring('packages/core', 'packages/backoff', 'packages/llm-router'),
  'packages/core/package.json': manifest('@llm-router/core'),
  'packages/core/tsconfig.json': '{}',
  'packages/core/src/index.ts': "export { wait } from './wait.ts';",
  'packages/core/src/wait.ts': 'export const wait = 1;',
  'packages/backoff/package.json': manifest('@llm-router/backoff', '@llm-router/core'),
  'packages/backoff/tsconfig.json': referring('../core'),
  'packages/backoff/src/index.ts': "export { wait } from '@llm-router/core';",
  'packages/llm-router/package.json': manifest(
    'llm-router',
    '@llm-router/core',
    '@llm-router/backoff',
    'zod',
  ),
  'packages/llm-router/tsconfig.json': referring('../core', '../backoff'),
  'packages/llm-router/src/index.ts': [
    "import type { Wait } from '@llm-router/core';",
    "const late = import('@llm-router/backoff');",
  ].join('\n'),
};

function manifest(name: string, ...dependencies: string[]): string {
  return JSON.stringify({
    name,
    dependencies: Object.fromEntries(dependencies.map((other) => [other, 'workspace:^'])),
  });
}

function referring(...paths: string[]): string {
  return JSON.stringify({ references: paths.map((path) => ({ path })) });
}

/** The sound workspace with some files replaced, or taken away by `undefined`. */
function planted(changes: Readonly<Record<string, string | undefined>> = {}): Files {
  return new Map(
    Object.entries({ ...sound, ...changes }).flatMap(([path, text]) =>
      text === undefined ? [] : [[path, text] as const],
    ),
  );
}

test('a sound workspace breaks no rule', () => {
  const files = planted();
  expect([
    ...unknownPackages(files, table),
    ...dependenciesOutsideTable(files, table),
    ...dependenciesUnlikeImports(files),
    ...referencesUnlikeDependencies(files),
    ...dependencyCycles(files),
    ...deepImports(files),
    ...missingRootReferences(files),
  ]).toEqual([]);
});

test('a row for a package that does not exist yet is no fault', () => {
  expect(unknownPackages(planted(), { ...table, retry: ['core'] })).toEqual([]);
});

test('a package without a row is found', () => {
  const files = planted({ 'packages/extra/package.json': manifest('@llm-router/extra') });
  expect(unknownPackages(files, table)).toEqual([
    'packages/extra is not in the import table: add a row that says what it may import.',
  ]);
});

test('a package whose name is not that of its folder is found', () => {
  const files = planted({ 'packages/backoff/package.json': manifest('@llm-router/back-off') });
  expect(unknownPackages(files, table)).toEqual([
    "packages/backoff/package.json: the name is '@llm-router/back-off', expected '@llm-router/backoff'.",
  ]);
});

test('a row that names a stranger and rows that lead back are found', () => {
  expect(brokenTable({ core: ['backoff'], backoff: ['core', 'ghost'] })).toEqual([
    'the row of backoff names ghost, which has no row.',
    'cycle: core → backoff → core.',
  ]);
});

test('a dependency in the wrong direction is found', () => {
  const files = planted({
    'packages/core/package.json': manifest('@llm-router/core', '@llm-router/backoff'),
  });
  expect(dependenciesOutsideTable(files, table)).toEqual([
    'packages/core depends on backoff: the import table does not allow it.',
  ]);
});

test('the umbrella is a family member too', () => {
  const files = planted({
    'packages/backoff/package.json': manifest('@llm-router/backoff', 'llm-router'),
  });
  expect(dependenciesOutsideTable(files, table)).toEqual([
    'packages/backoff depends on llm-router: the import table does not allow it.',
  ]);
});

test('a declared dependency that no source imports is found, even where a comment names it', () => {
  const files = planted({
    'packages/backoff/src/index.ts': "// import { wait } from '@llm-router/core';\nexport {};",
  });
  expect(dependenciesUnlikeImports(files)).toEqual([
    'packages/backoff declares @llm-router/core, but its src never imports it.',
  ]);
});

describe('an undeclared import is found', () => {
  test.each([
    ['a value', "import { wait } from '@llm-router/backoff';"],
    ['a type', "import type { Wait } from '@llm-router/backoff';"],
    ['for its side effects', "import '@llm-router/backoff';"],
    ['as a re-export', "export * from '@llm-router/backoff';"],
    ['late', "const late = await import('@llm-router/backoff');"],
    ['by a template without holes', 'const late = await import(`@llm-router/backoff`);'],
    ['by require', "const late = require('@llm-router/backoff');"],
    ['by import =', "import late = require('@llm-router/backoff');"],
    ['inside a type', "type Late = typeof import('@llm-router/backoff');"],
    ['of its inside', "import { wait } from '@llm-router/backoff/src/index.ts';"],
  ])('%s', (_, line) => {
    const files = planted({ 'packages/core/src/wait.ts': `export const wait = 1;\n${line}` });
    expect(dependenciesUnlikeImports(files)).toEqual([
      'packages/core/src/wait.ts:2 imports @llm-router/backoff, which is not in "dependencies".',
    ]);
  });
});

test('project references that differ from the dependencies are found', () => {
  const files = planted({
    'packages/llm-router/tsconfig.json': referring('../core'),
    'packages/core/tsconfig.json': undefined,
    'packages/backoff/tsconfig.json': undefined,
  });
  expect(referencesUnlikeDependencies(files)).toEqual([
    'packages/backoff/tsconfig.json refers to nothing; its dependencies are core.',
    'packages/llm-router/tsconfig.json refers to core; its dependencies are backoff, core.',
  ]);
});

test('a cycle is found and written as the way around it', () => {
  const files = planted({
    'packages/core/package.json': manifest('@llm-router/core', 'llm-router'),
  });
  expect(dependencyCycles(files)).toEqual([
    'cycle: core → llm-router → backoff → core.',
    'cycle: core → llm-router → core.',
  ]);
});

test('a package that depends on itself is a cycle', () => {
  const files = planted({
    'packages/core/package.json': manifest('@llm-router/core', '@llm-router/core'),
  });
  expect(dependencyCycles(files)).toEqual(['cycle: core → core.']);
});

test('dependencies that all point one way have no cycle; one that points back from the end makes one', () => {
  const edge = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }));
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 30 }), (edges) => {
      const chain = Array.from({ length: 9 }, (_, at) => [at, at + 1] as const);
      const forward = [...chain, ...edges.filter(([from, to]) => from < to)];
      expect(brokenTable(graph(forward))).toEqual([]);
      expect(brokenTable(graph([...forward, [9, 0]]))).not.toEqual([]);
    }),
  );
});

function graph(edges: readonly (readonly [number, number])[]): ImportTable {
  const folders = Array.from({ length: 10 }, (_, at) => at);
  return Object.fromEntries(
    folders.map((folder) => [
      `p${folder}`,
      edges.filter(([from]) => from === folder).map(([, to]) => `p${to}`),
    ]),
  );
}

describe('an import that reaches inside a package is found', () => {
  test.each([
    ['@llm-router/core/src/wait.ts'],
    ['@llm-router/core/package.json'],
    ['llm-router/dist/index.js'],
    ['../../core/src/index.ts'],
    ['../test/helper.ts'],
    ['../package.json'],
  ])('%s', (specifier) => {
    const files = planted({ 'packages/backoff/src/delay.ts': `export * from '${specifier}';` });
    expect(deepImports(files)).toEqual([
      `packages/backoff/src/delay.ts:1 reaches inside a package by '${specifier}'.`,
    ]);
  });

  test('an import upwards inside the same src is none', () => {
    const files = planted({ 'packages/backoff/src/wire/delay.ts': "export * from '../index.ts';" });
    expect(deepImports(files)).toEqual([]);
  });
});

test('a package that the root does not build, and a reference to no package, are found', () => {
  const files = planted({
    'tsconfig.json': referring('packages/core', 'packages/backoff', 'packages/gone'),
  });
  expect(missingRootReferences(files)).toEqual([
    'tsconfig.json has no reference to packages/llm-router, so nothing builds it.',
    'tsconfig.json refers to packages/gone, which is no package.',
  ]);
});
