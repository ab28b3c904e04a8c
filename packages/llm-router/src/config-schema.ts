import { invalidConfig, RouterError } from '@llm-router/core';
import { z } from 'zod';
import { configShape } from './config-shape.ts';
import type { Path } from './expand-references.ts';
import { type JsonSchema, toFileSchema } from './file-json-schema.ts';
import { aFunction, ownParts } from './only-in-code.ts';
import { isSecretPlace, placeOf } from './place-of.ts';
import type { RouterConfig } from './router-config.ts';

/** One place of a configuration that cannot be meant. */
export interface ConfigProblem {
  readonly path: Path;
  /** What stands there and what was expected, as a sentence that begins with the place. */
  readonly text: string;
}

/** Where a configuration is written; what only code can say is not offered to files. */
type Home = 'code' | 'file';

/** Everything that cannot be meant, in the order of the configuration. */
export function findProblems(given: unknown, home: Home = 'code'): readonly ConfigProblem[] {
  const parsed = configShape.safeParse(given);
  if (!parsed.success) {
    return parsed.error.issues
      .flatMap((issue) => openUnion(issue))
      .map((issue) => ({ path: pathOf(issue), text: describe(issue, given, home) }));
  }
  const { deployments, pools = {} } = given as RouterConfig;
  return deployments.flatMap(({ pool }, index) => {
    if (pool === undefined || Object.hasOwn(pools, pool)) return [];
    const known = Object.keys(pools).join(', ') || 'there are none';
    const text = `deployments[${index}].pool: '${pool}' is not one of pools (${known}). Add it to pools or correct the name.`;
    return [{ path: ['deployments', index, 'pool'], text }];
  });
}

/**
 * Refuses a configuration that cannot be meant.
 *
 * @throws RouterError `invalid_config` with every place, what stands there and what was expected
 */
export function checkConfig(given: RouterConfig): void {
  const problems = findProblems(given);
  if (problems.length === 0) return;
  const texts = problems.map(({ text }) => text).join(' ');
  throw new RouterError('invalid_config', `createRouter: ${texts}`);
}

/**
 * The configuration file as JSON Schema (draft 2020-12), for editors. What only code can express is
 * left out.
 */
export function configJsonSchema(): object {
  const schema = z.toJSONSchema(configShape, { unrepresentable: 'any', io: 'input' });
  return toFileSchema(schema as JsonSchema);
}

/** Where one choice was clearly meant, what is wrong inside of it, instead of the choice as a whole. */
function openUnion(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find((inside) =>
    inside.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  if (meant === undefined) return [issue];
  return meant.flatMap((inside) => openUnion({ ...inside, path: [...issue.path, ...inside.path] }));
}

/** An option that there is none of stands in the configuration all the same. */
function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.code === 'unrecognized_keys'
    ? [...issue.path, ...issue.keys.slice(0, 1)]
    : issue.path;
}

function describe(issue: z.core.$ZodIssue, given: unknown, home: Home): string {
  const place = placeOf(issue.path);
  const expected = expectedBy(issue, home);
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map(showName).join(', ');
    return `${place} has the unknown option ${names}; ${expected}.`;
  }
  const value = valueAt(given, issue.path);
  // A key in the wrong form, or in the wrong place, is a key all the same.
  if (isSecretPlace(issue.path)) return describeSecret(place, value, expected, home);
  if (issue.path.length === 0) return `${place} is wrong; expected ${expected}.`;
  return invalidConfig(place, value, expected).message;
}

function expectedBy({ message, path }: z.core.$ZodIssue, home: Home): string {
  if (home === 'code')
    return `${message}${path.length === 1 ? (ownParts[String(path[0])] ?? '') : ''}`;
  return message === aFunction ? 'nothing: a function can only be given in code' : message;
}

/** What YAML takes for something else is text in quotes. */
function describeSecret(place: string, value: unknown, expected: string, home: Home): string {
  const taken = { number: 'a number', boolean: 'true or false' }[
    typeof value as 'number' | 'boolean'
  ];
  if (home === 'code' || taken === undefined) return `${place} is wrong; expected ${expected}.`;
  return `${place} is ${taken}; expected a text: put it in quotes.`;
}

/** Where a colon is forgotten, the value is part of the name, and it may be a key. */
function showName(name: string): string {
  return /^[\w$]{1,60}$/.test(name) ? `'${name}'` : 'that is no name';
}

/** The value at a path, if there is one. */
export function valueAt(given: unknown, path: Path): unknown {
  let value = given;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | null)?.[part];
  return value;
}
