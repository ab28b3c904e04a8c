import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchema } from 'llm-router';
import { parse } from 'yaml';
import { z } from 'zod';

type Schema = { readonly [keyword: string]: unknown };
const schema = configJsonSchema() as Schema;
const docs = readFileSync(join(__dirname, '../../../docs/configuration.md'), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';

/** An editor's view of a file, by zod's reading of the schema. */
const validator = z.fromJSONSchema(JSON.parse(JSON.stringify(schema)));
const isValid = (text: string) => validator.safeParse(parse(text)).success;

const one = 'deployments: [{ provider: ollama, model: m }]\n';

/** Every schema inside of a schema. */
function partsOf(part: Schema): readonly Schema[] {
  const inside = [
    ...Object.values((part['properties'] ?? {}) as object),
    ...((part['anyOf'] ?? []) as readonly unknown[]),
    part['items'],
    part['additionalProperties'],
    part['propertyNames'],
  ].filter((value): value is Schema => typeof value === 'object' && value !== null);
  return [part, ...inside.flatMap(partsOf)];
}

describe('the JSON Schema of a configuration file', () => {
  it('is the one that the package carries', () => {
    const file = readFileSync(join(__dirname, '../config.schema.json'), 'utf8');
    // After a change: write JSON.stringify(configJsonSchema(), null, 2) and a line's end to that file.
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(schema)));
    const manifest = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));
    expect(manifest.files).toContain('config.schema.json');
    expect(manifest.exports['./config.schema.json']).toBe('./config.schema.json');
    expect(manifest.publishConfig.exports['./config.schema.json']).toBe('./config.schema.json');
  });

  it('says nothing that draft 2020-12 does not know, and nothing that is always or never true', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
    const keywords = [
      '$schema',
      'title',
      'description',
      'examples',
      'type',
      'properties',
      'required',
      'additionalProperties',
      'propertyNames',
      'items',
      'minItems',
      'anyOf',
      'enum',
      'const',
      'pattern',
      'minLength',
      'minimum',
      'maximum',
      'exclusiveMinimum',
    ];
    for (const part of partsOf(schema)) {
      expect(keywords).toEqual(expect.arrayContaining(Object.keys(part)));
      if ('type' in part) expect(types).toEqual(expect.arrayContaining([part['type']].flat()));
      if ('const' in part) expect(part['const']).toBe(false);
      expect('type' in part || 'anyOf' in part).toBe(true);
      for (const name of (part['required'] ?? []) as string[]) {
        expect(part['properties']).toHaveProperty([name]);
      }
    }
  });

  it('describes the main options', () => {
    const { properties } = schema as { properties: Record<string, Schema> };
    for (const name of ['deployments', 'models', 'strategy', 'pools', 'limits', 'environments']) {
      expect(properties[name]?.['description']).toMatch(/\w/);
    }
  });

  it('accepts the example of the documentation', () => {
    expect(validator.safeParse(parse(example)).error?.issues ?? []).toEqual([]);
  });

  it.each([
    ['a schema of its own', `${one}$schema: ./config.schema.json`],
    ['references for numbers', `${one}retry: { maxAttempts: "\${TRIES}" }`],
    [
      'references for choices',
      `${one}strategy: "\${STRATEGY:-fallback}"\ncache: "\${CACHE:-false}"`,
    ],
    [
      'an overlay of parts',
      `${one}environments: { test: { limits: { requestsPerMinute: 5 }, cache: null, retry: { backoff: null } } }`,
    ],
    ['an empty overlay', `${one}environments: { test: null }`],
  ])('accepts %s', (_, text) => {
    expect(isValid(text)).toBe(true);
  });

  it.each([
    ['no deployments', 'strategy: fallback'],
    ['an empty list', 'deployments: []'],
    ['a deployment without a model', 'deployments: [{ provider: ollama }]'],
    ['a misspelt option', `${one}stratgy: fallback`],
    ['a misspelt limit', `${one}limits: { rpm: 5 }`],
    ['a misspelt option of the cache', `${one}cache: { ttl: 5 }`],
    ['an unknown strategy', `${one}strategy: best`],
    ['a number as a text', `${one}retry: { maxAttempts: many }`],
    ['a number out of range', `${one}timeouts: { totalMs: 0 }`],
    ['true for a cache', `${one}cache: true`],
    ['a misspelt option in an overlay', `${one}environments: { test: { stratgy: fallback } }`],
    [
      'a deployment in parts in an overlay',
      `${one}environments: { test: { deployments: [{ model: m }] } }`,
    ],
    ['an environment in an environment', `${one}environments: { test: { environments: {} } }`],
  ])('refuses %s', (_, text) => {
    expect(isValid(text)).toBe(false);
  });
});
