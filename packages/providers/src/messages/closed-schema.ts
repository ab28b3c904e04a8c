import type { JsonSchema } from '@llm-router/core';
import { isObject } from '../json.ts';

/** Limits that Anthropic's decoder cannot keep to and answers with a 400. */
const unkept: ReadonlySet<string> = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'patternProperties',
  'propertyNames',
  'contains',
  'not',
  'if',
  'then',
  'else',
]);

const keptFormats: ReadonlySet<unknown> = new Set([
  'date-time',
  'time',
  'date',
  'duration',
  'email',
  'hostname',
  'uri',
  'ipv4',
  'ipv6',
  'uuid',
]);

const maps: ReadonlySet<string> = new Set(['properties', '$defs', 'definitions']);
const lists: ReadonlySet<string> = new Set(['anyOf', 'allOf', 'oneOf']);

/** Deeper schemas are left as they are; a circular one is refused when it is made JSON. */
const deepest = 64;

/**
 * A schema as Anthropic's strict output takes it: every object is closed, `oneOf` is `anyOf`, and the
 * keywords that it cannot keep to are added to `dropped`.
 */
export function closeSchema(schema: JsonSchema, dropped: Set<string>): JsonSchema {
  return isObject(schema) ? (close(schema, dropped, []) as JsonSchema) : schema;
}

function close(schema: unknown, dropped: Set<string>, above: readonly object[]): unknown {
  if (!isObject(schema) || above.length > deepest || above.includes(schema)) return schema;
  const here = [...above, schema];
  const closed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(schema)) {
    if (isUnkept(name, value)) dropped.add(name);
    else closed[name === 'oneOf' ? 'anyOf' : name] = closeInside(name, value, dropped, here);
  }
  if (!describesObject(closed)) return closed;
  const { additionalProperties: open } = closed;
  if (open !== undefined && open !== false) dropped.add('additionalProperties');
  return { ...closed, additionalProperties: false };
}

function closeInside(
  name: string,
  value: unknown,
  dropped: Set<string>,
  above: readonly object[],
): unknown {
  if (name === 'items') return close(value, dropped, above);
  if (lists.has(name) && Array.isArray(value)) {
    return value.map((item) => close(item, dropped, above));
  }
  if (!maps.has(name) || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, close(item, dropped, above)]),
  );
}

function isUnkept(name: string, value: unknown): boolean {
  if (name === 'minItems') return value !== 0 && value !== 1;
  if (name === 'format') return !keptFormats.has(value);
  return unkept.has(name);
}

function describesObject({ type, properties }: Readonly<Record<string, unknown>>): boolean {
  const isNamed = type === 'object' || (Array.isArray(type) && type.includes('object'));
  return isNamed || (type === undefined && isObject(properties));
}
