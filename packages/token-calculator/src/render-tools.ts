import type { JsonSchema } from '@llm-router/core';

/** A function as the model is told of it. */
export interface FunctionDefinition {
  readonly name: string;
  readonly description?: string;
  readonly parameters?: JsonSchema;
}

/** Deeper schemas are counted as `any`: no provider takes them, and they could have no end. */
const deepest = 12;

/**
 * Writes functions as the TypeScript that OpenAI shows its models. Found by hmarr's
 * openai-chat-tokens and compared with recorded usage: titles stand above the description at the
 * top level only, descriptions at every level.
 */
export function renderTools(functions: readonly FunctionDefinition[]): string {
  const lines = ['namespace functions {', ''];
  for (const { name, description, parameters = {} } of functions) {
    const write = createSchemaWriter(parameters);
    lines.push(...comment(description, ''), ...comment(parameters['title'], ''));
    const properties = write.properties(parameters, '', 0);
    if (properties.length === 0) lines.push(`type ${name} = () => any;`, '');
    else lines.push(`type ${name} = (_: {`, ...properties, '}) => any;', '');
  }
  return [...lines, '} // namespace functions'].join('\n');
}

function comment(text: unknown, indent: string): string[] {
  return typeof text === 'string' && text !== '' ? [`${indent}// ${text.trim()}`] : [];
}

function createSchemaWriter(root: JsonSchema) {
  function properties(schema: JsonSchema, indent: string, depth: number): string[] {
    const required = new Set(list(schema['required']));
    return Object.entries(object(schema['properties'])).flatMap(([name, value]) => {
      const property = resolve(value);
      const type = typeOf(property, indent, depth);
      const preset = property['default'];
      return [
        ...(depth === 0 ? comment(property['title'], indent) : []),
        ...comment(property['description'], indent),
        `${indent}${name}${required.has(name) ? '' : '?'}: ${type},${preset === undefined ? '' : ` // default: ${text(preset)}`}`,
      ];
    });
  }

  function typeOf(value: unknown, indent: string, depth: number): string {
    const schema = resolve(value);
    if (depth > deepest) return 'any';
    if (Array.isArray(schema['enum'])) {
      return schema['enum'].map((item) => JSON.stringify(item)).join(' | ');
    }
    if (schema['const'] !== undefined) return JSON.stringify(schema['const']);
    const either = schema['anyOf'] ?? schema['oneOf'];
    if (Array.isArray(either)) {
      return either.map((item) => typeOf(item, indent, depth + 1)).join(' | ');
    }
    const named = schema['type'] ?? (schema['properties'] ? 'object' : 'any');
    const kinds = Array.isArray(named) ? named : [named];
    return kinds.map((kind) => typeOfKind(String(kind), schema, indent, depth)).join(' | ');
  }

  function typeOfKind(kind: string, schema: JsonSchema, indent: string, depth: number): string {
    if (kind === 'integer') return 'number';
    if (kind === 'array') return `${typeOf(schema['items'], indent, depth + 1)}[]`;
    if (kind !== 'object') return kind;
    const inside = properties(schema, `${indent}  `, depth + 1);
    return inside.length === 0 ? 'object' : `{\n${inside.join('\n')}\n${indent}}`;
  }

  /** Follows `$ref` into the definitions, and an `allOf` of one. */
  function resolve(value: unknown, steps = 0): JsonSchema {
    const schema = object(value);
    const all = list(schema['allOf']);
    const name = String(schema['$ref'] ?? '')
      .split('/')
      .pop();
    const definitions = object(root['$defs'] ?? root['definitions']);
    const target = all.length === 1 ? all[0] : name ? definitions[name] : undefined;
    if (target === undefined || steps > deepest) return schema;
    const { $ref: _ref, allOf: _allOf, ...rest } = schema;
    return { ...resolve(target, steps + 1), ...rest };
  }

  return { properties };
}

function object(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonSchema)
    : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
