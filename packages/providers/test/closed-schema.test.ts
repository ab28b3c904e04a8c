import { closeSchema } from '../src/messages/closed-schema.ts';

function close(schema: Readonly<Record<string, unknown>>) {
  const dropped = new Set<string>();
  return { closed: closeSchema(schema, dropped), dropped: [...dropped] };
}

test('a schema is closed at every level, in lists, maps and definitions', () => {
  const object = { type: 'object', properties: {} };
  const closedObject = { ...object, additionalProperties: false };
  const schema = {
    type: ['object', 'null'],
    properties: { a: { type: 'array', items: object }, b: { anyOf: [object, { type: 'null' }] } },
    $defs: { c: { oneOf: [object] } },
  };
  expect(close(schema)).toEqual({
    closed: {
      type: ['object', 'null'],
      properties: {
        a: { type: 'array', items: closedObject },
        b: { anyOf: [closedObject, { type: 'null' }] },
      },
      $defs: { c: { anyOf: [closedObject] } },
      additionalProperties: false,
    },
    dropped: [],
  });
});

test('keywords that Anthropic cannot keep to are dropped and named, properties of their names kept', () => {
  const schema = {
    type: 'object',
    properties: {
      minimum: { type: 'number', minimum: 3 },
      when: { type: 'string', format: 'date' },
      code: { type: 'string', format: 'iban', pattern: '^N' },
      list: { type: 'array', minItems: 2 },
      some: { type: 'array', minItems: 1 },
    },
    additionalProperties: true,
  };
  const { closed, dropped } = close(schema);
  expect(closed).toEqual({
    type: 'object',
    properties: {
      minimum: { type: 'number' },
      when: { type: 'string', format: 'date' },
      code: { type: 'string', pattern: '^N' },
      list: { type: 'array' },
      some: { type: 'array', minItems: 1 },
    },
    additionalProperties: false,
  });
  expect(dropped).toEqual(['minimum', 'format', 'minItems', 'additionalProperties']);
});

test('a schema that refers to itself in memory does not hang', () => {
  const properties: Record<string, unknown> = {};
  const schema = { type: 'object', properties };
  for (const name of ['left', 'right', 'middle']) properties[name] = schema;
  expect(close(schema).closed).toMatchObject({ additionalProperties: false });
});
