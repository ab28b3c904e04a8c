import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { isRouterError, loadConfig } from 'llm-router';
import { errorOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-config-'));
const path = join(folder, 'router.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

function refusal(text: string) {
  writeFileSync(path, text);
  const error = errorOf(() => loadConfig(path, { variables: {} }));
  expect(error.code).toBe('invalid_config');
  expect(error.message.length).toBeLessThan(600);
  return error.message;
}

const one = 'deployments: [{ provider: ollama, model: m }]\n';
const laughs = (levels: number) =>
  Array.from({ length: levels }, (_, level) =>
    level === 0
      ? 'l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]'
      : `l${level}: &l${level} [${Array(9)
          .fill(`*l${level - 1}`)
          .join(', ')}]`,
  ).join('\n');

describe('a hostile file is refused with a clear error', () => {
  it.each([
    ['aliases of aliases', laughs(9), /more than 1000/],
    [
      'fewer aliases of much',
      `a: &a [${'1,'.repeat(30_000)}]\nb: [${'*a,'.repeat(50)}]`,
      /100000 values/,
    ],
    [
      'merges of much',
      `a: &a {${Array.from({ length: 900 }, (_, i) => `k${i}: 1`)}}\nb: [${'{<<: *a},'.repeat(300)}]`,
      /100000 values/,
    ],
    ['an alias of itself', 'a: &a [*a]', /64 levels/],
    ['an alias of nothing', 'a: *b', /no anchor/],
    ['lists in lists', '['.repeat(3000), /router\.yaml:1:/],
    ['objects in objects', `${'{a: '.repeat(70)}1${'}'.repeat(70)}`, /64 levels/],
    ['lines of dashes', '- '.repeat(3000), /router\.yaml/],
    ['too large a file', `${one}# ${'x'.repeat(256 * 1024)}`, /larger than 262144 bytes/],
    ['a nothing', '\0', /router\.yaml:1:1/],
    ['code', 'a: !!js/function "function () {}"', /a tag/],
    ['bytes', `${one}defaultModel: !!binary aGVsbG8=`, /a tag/],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toMatch(expected);
  });

  it('an endless one is not read to its end', () => {
    expect(errorOf(() => loadConfig('/dev/zero')).message).toMatch(/larger than 262144 bytes/);
  });
});

describe('a name of a prototype', () => {
  it.each([
    '"__proto__": { "strategy": "fallback" }',
    '"constructor": { "prototype": { "polluted": true } }',
    '"environments": { "test": { "__proto__": { "polluted": true } } }',
    '"retry": { "__proto__": { "maxAttempts": 9 } }',
  ])('is an unknown option and pollutes nothing: %s', (field) => {
    writeFileSync(path, `{ "deployments": [{ "provider": "ollama", "model": "m" }], ${field} }`);
    const options = {
      variables: {},
      ...(field.includes('environments') && { environment: 'test' }),
    };
    expect(errorOf(() => loadConfig(path, options)).message).toMatch(
      /unknown option '(__proto__|constructor)'/,
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('may be the name of an agent', () => {
    writeFileSync(path, `${one}agents: { constructor: m, __proto__: m }\n`);
    const { agents = {} } = loadConfig(path, { variables: {} });
    expect(Object.entries(agents)).toEqual([
      ['constructor', 'm'],
      ['__proto__', 'm'],
    ]);
  });
});

it('whatever becomes of a file, it loads or is refused, and its key is not shown', () => {
  const key = 'sk-lighthouse-0451';
  const text = `deployments:\n  - provider: openai\n    model: "m"\n    apiKey: ${key}\n    headers: { x-a: '${key}' }\nretry: { maxAttempts: 3 }\n`;
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ' ',
    '\n',
    '"',
    "'",
    '&',
    '*',
    '!',
    '|',
    '>',
    '@',
    '`',
    '%',
    '?',
    '- ',
    '#',
    ',',
    '\t',
    '\\',
    '<<: ',
    '$',
  );
  const edit = fc.record({ at: fc.nat(text.length), cut: fc.nat(4), piece: pieces });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      let edited = text;
      for (const { at, cut, piece } of edits) {
        // The key itself stays whole: what is left of a broken one is no secret to look for.
        const next = edited.slice(0, at) + piece + edited.slice(at + cut);
        if (next.split(key).length === 3) edited = next;
      }
      writeFileSync(path, edited);
      let told: unknown;
      try {
        told = loadConfig(path, { variables: {} });
      } catch (error) {
        if (!isRouterError(error, 'invalid_config')) throw error;
        told = error;
      }
      expect(`${inspect(told, { depth: 9 })}${JSON.stringify(told)}`).not.toContain(key);
    }),
    { numRuns: 400 },
  );
});
