import ts from 'typescript';
import type { Files } from './files.ts';
import { listImports } from './source-imports.ts';

/** One place where a source takes time, chance, transport, the environment or the terminal from the host. */
export interface HostUse {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** `Date.now`, `fetch`, `node:http`, … */
  readonly what: string;
}

const globals = new Set(['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'console']);

const members = new Map([
  ['Date', new Set(['now'])],
  ['performance', new Set(['now'])],
  ['Math', new Set(['random'])],
  ['process', new Set(['env'])],
]);

/** The global object by its names: `globalThis.fetch` is `fetch`. */
const globalObjects = new Set(['globalThis', 'global']);

/** Modules that hand out the same things under other names. */
const modules = new Set([
  'node:http',
  'node:http2',
  'node:https',
  'node:net',
  'node:perf_hooks',
  'node:process',
  'node:timers',
  'node:timers/promises',
  'node:tls',
  'undici',
]);

/** Every use of the host in the sources. Types, comments, strings and local names are none. */
export function listHostUses(sources: Files): HostUse[] {
  return [...sources].flatMap(([path, text]) => [
    ...listModuleUses(path, text),
    ...listGlobalUses(path, text),
  ]);
}

function listModuleUses(path: string, text: string): HostUse[] {
  return listImports(path, text)
    .filter(({ typeOnly }) => !typeOnly)
    .map(({ line, specifier }) => ({ path, line, what: withPrefix(specifier) }))
    .filter(({ what }) => modules.has(what));
}

function withPrefix(specifier: string): string {
  return modules.has(`node:${specifier}`) ? `node:${specifier}` : specifier;
}

function listGlobalUses(path: string, text: string): HostUse[] {
  const { source, checker } = readAlone(path, text);
  const found: HostUse[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && isGlobal(node, checker)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      for (const what of usesOf(node, node.text)) found.push({ path, line: line + 1, what });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What `reference`, an expression that is the global `name`, is used for. */
function usesOf(reference: ts.Expression, name: string): string[] {
  if (globals.has(name)) return [name];
  const node = withoutCasts(reference);
  const { parent } = node;
  if (name === 'Date' && readsNow(node)) return ['new Date()'];
  const taken = membersTaken(node);
  if (!globalObjects.has(name)) {
    return taken
      .filter((member) => members.get(name)?.has(member))
      .map((member) => `${name}.${member}`);
  }
  // `globalThis.Date.now` is looked at again from `Date` on; a local name ends the trail.
  return ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)
    ? taken.flatMap((member) => usesOf(parent, member))
    : taken.filter((member) => globals.has(member) || members.has(member));
}

/** Steps out of brackets, `as`, `satisfies` and `!`. */
function withoutCasts(node: ts.Expression): ts.Expression {
  const { parent } = node;
  const isCast =
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent);
  return isCast ? withoutCasts(parent) : node;
}

/** `new Date()` and `Date()` read the time; with an argument they only convert. */
function readsNow(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) {
    return parent.expression === node && (parent.arguments ?? []).length === 0;
  }
  return ts.isCallExpression(parent) && parent.expression === node;
}

/** The members that are read off an expression: `x.a`, `x['a']`, `const { a } = x`. */
function membersTaken(node: ts.Expression): string[] {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node)
    return [parent.name.text];
  if (ts.isElementAccessExpression(parent) && parent.expression === node) {
    return ts.isStringLiteralLike(parent.argumentExpression)
      ? [parent.argumentExpression.text]
      : [];
  }
  if (!ts.isVariableDeclaration(parent) || !ts.isObjectBindingPattern(parent.name)) return [];
  return parent.name.elements.map(({ propertyName, name }) => (propertyName ?? name).getText());
}

/** Whether an identifier is one of the host's names, and no declaration in its file explains it. */
function isGlobal(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent, text } = node;
  if (!globals.has(text) && !members.has(text) && !globalObjects.has(text)) return false;
  if (ts.isShorthandPropertyAssignment(parent)) {
    return checker.getShorthandAssignmentValueSymbol(parent) === undefined;
  }
  if (isNameOnly(node)) return false;
  // The compiler itself declares `globalThis`.
  return text === 'globalThis' || checker.getSymbolAtLocation(node) === undefined;
}

/** Names of members, properties and imports refer to nothing by themselves. */
function isNameOnly(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ('name' in parent && parent.name === node) ||
    ('propertyName' in parent && parent.propertyName === node)
  );
}

/**
 * One file by itself, without the library: no global is declared and no import is followed, so an
 * identifier without a symbol is the host's.
 */
function readAlone(
  path: string,
  text: string,
): { readonly source: ts.SourceFile; readonly checker: ts.TypeChecker } {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const program = ts.createProgram(
    [path],
    {
      noLib: true,
      noResolve: true,
      types: [],
      moduleDetection: ts.ModuleDetectionKind.Force,
      target: ts.ScriptTarget.ES2022,
    },
    {
      getSourceFile: (asked) => (asked === path ? source : undefined),
      fileExists: (asked) => asked === path,
      readFile: () => undefined,
      writeFile: () => {},
      getDefaultLibFileName: () => '',
      getCurrentDirectory: () => '',
      getCanonicalFileName: (asked) => asked,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
    },
  );
  return { source, checker: program.getTypeChecker() };
}
