/** As much of JSON Schema as a configuration needs. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: object;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

const reference = { pattern: '\\$\\{' };

/**
 * Turns the schema of a configuration into that of its file, which may hold references where numbers
 * stand, has overlays and names its schema, and cannot hold functions.
 */
export function toFileSchema(config: JsonSchema): JsonSchema {
  const { properties, ...rest } = allowReferences(config);
  const overlay = toOverlay({ ...rest, ...(properties && { properties }) });
  const { $schema: _, ...environment } = overlay;
  return {
    ...rest,
    title: 'Configuration of llm-router',
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for editors.' },
      ...properties,
      environments: {
        description: 'What an environment lays over the rest; null takes an option away.',
        type: 'object',
        additionalProperties: orNull(environment),
      },
    },
  };
}

/** A reference stands for any number, truth value or name of a choice. */
function allowReferences(schema: JsonSchema): JsonSchema {
  const { description, ...own } = mapParts(schema, allowReferences);
  const described = description === undefined ? {} : { description };
  // `pattern` speaks of texts alone, as ranges do of numbers.
  if (isPlain(own)) return { ...described, ...own, type: [own.type, 'string'], ...reference };
  const isChoice = own['enum'] !== undefined || own['const'] !== undefined;
  if (!isChoice) return { ...described, ...own };
  return { ...described, anyOf: [own, { type: 'string', ...reference }] };
}

function isPlain(schema: JsonSchema): schema is JsonSchema & { readonly type: string } {
  const types: readonly unknown[] = ['number', 'integer', 'boolean'];
  return types.includes(schema.type) && schema['const'] === undefined;
}

/** Every option of an object may be absent, or `null`; a list is whole. */
function toOverlay(schema: JsonSchema): JsonSchema {
  if (schema.type === 'array') return schema;
  const { required: _, ...own } = mapParts(schema, toOverlay);
  const { properties, additionalProperties } = own;
  return {
    ...own,
    ...(properties && { properties: mapValues(properties, orNull) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: orNull(additionalProperties),
    }),
  };
}

function orNull(schema: JsonSchema): JsonSchema {
  const { description, ...own } = schema;
  const choices = own.anyOf ?? [own];
  return {
    ...(description !== undefined && { description }),
    anyOf: [...choices, { type: 'null' }],
  };
}

/** Changes what a schema is made of, and leaves out what no file can hold. */
function mapParts(schema: JsonSchema, change: (part: JsonSchema) => JsonSchema): JsonSchema {
  const { properties, additionalProperties, items, anyOf, ...own } = schema;
  const choices = anyOf?.filter(isPossible).map(change);
  const [only] = choices ?? [];
  return {
    ...own,
    ...(properties && { properties: mapValues(properties, change) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object'
          ? change(additionalProperties)
          : additionalProperties,
    }),
    ...(items && { items: change(items) }),
    ...(choices?.length === 1 ? only : choices && { anyOf: flatten(choices) }),
  };
}

function isPossible({ not, anyOf }: JsonSchema): boolean {
  return not === undefined && (anyOf === undefined || anyOf.some(isPossible));
}

/** A choice of choices is one choice. */
function flatten(choices: readonly JsonSchema[]): readonly JsonSchema[] {
  const all = choices.flatMap((choice) => choice.anyOf ?? [choice]);
  return all.filter((choice, index) => all.indexOf(choice) === index);
}

function mapValues(
  schemas: Readonly<Record<string, JsonSchema>>,
  change: (part: JsonSchema) => JsonSchema,
): Record<string, JsonSchema> {
  const possible = Object.entries(schemas).filter(([, schema]) => isPossible(schema));
  return Object.fromEntries(possible.map(([name, schema]) => [name, change(schema)]));
}
