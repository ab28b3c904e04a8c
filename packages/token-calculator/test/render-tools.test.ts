import { renderTools } from '../src/render-tools.ts';

const render = (parameters: object) =>
  renderTools([{ name: 'f', parameters: parameters as { [key: string]: unknown } }])
    .split('\n')
    .slice(2, -2);

it('writes functions as TypeScript', () => {
  const text = renderTools([
    { name: 'ping' },
    {
      name: 'book',
      description: ' Books a table ',
      parameters: {
        type: 'object',
        properties: {
          people: { type: 'integer', description: 'How many' },
          area: { enum: ['inside', 'outside'], title: 'Area', default: 'inside' },
          notes: { type: ['string', 'null'] },
        },
        required: ['people'],
      },
    },
  ]);
  expect(text).toBe(`namespace functions {

type ping = () => any;

// Books a table
type book = (_: {
// How many
people: number,
// Area
area?: "inside" | "outside", // default: inside
notes?: string | null,
}) => any;

} // namespace functions`);
});

it('writes nested objects with their descriptions but without their titles', () => {
  const inner = {
    type: 'object',
    properties: { a: { type: 'string', title: 'A', description: 'An a' } },
  };
  expect(render({ properties: { list: { type: 'array', items: inner } } })).toEqual([
    'type f = (_: {',
    'list?: {',
    '  // An a',
    '  a?: string,',
    '}[],',
    '}) => any;',
  ]);
});

it('follows references, and stops in those that lead back to themselves', () => {
  const schema = {
    properties: { tree: { $ref: '#/$defs/Tree' } },
    $defs: {
      Tree: { type: 'object', properties: { child: { allOf: [{ $ref: '#/$defs/Tree' }] } } },
      Loop: { $ref: '#/$defs/Loop' },
    },
  };
  expect(render(schema).length).toBeLessThan(60);
  expect(render({ ...schema, properties: { loop: { $ref: '#/$defs/Loop' } } })).toContain(
    'loop?: any,',
  );
});

it('writes unions and constants', () => {
  const properties = {
    x: { anyOf: [{ type: 'number' }, { const: 'no' }] },
    y: {},
    z: { type: 'object' },
  };
  expect(render({ properties }).slice(1, -1)).toEqual([
    'x?: number | "no",',
    'y?: any,',
    'z?: object,',
  ]);
});

it('writes something for schemas that are none', () => {
  expect(
    render({ properties: { a: null, b: 5, c: { type: 5, enum: [] } }, required: 'a' }).length,
  ).toBe(5);
});
