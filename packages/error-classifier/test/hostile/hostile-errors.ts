import { errorPatterns } from './error-patterns.ts';
import { pathologicalTexts } from './pathological-texts.ts';

/** Something that a hostile or broken server or library could make of an error. */
export interface HostileError {
  readonly name: string;
  readonly error: unknown;
}

const megabytes = 5_000_000;

const throwing = (): never => {
  throw new Error('gotcha');
};

function cyclic(): object {
  const one: { cause?: unknown; error?: unknown; errors?: unknown[]; message: string } = {
    message: 'round',
  };
  const other = { error: one, response: one, message: 'and round' };
  one.cause = other;
  one.error = one;
  one.errors = [one, other, one];
  return one;
}

/** A proxy that answers itself to every question, also as an iterator that never ends. */
function endless(): unknown {
  const own: unknown = new Proxy(() => undefined, {
    get: (_, key) => (key === 'done' ? false : key === Symbol.toPrimitive ? () => 'x' : own),
    apply: () => own,
    ownKeys: () => ['prototype'],
  });
  return own;
}

function throwingGetters(names: readonly string[]): object {
  const error = {};
  for (const name of names) {
    Object.defineProperty(error, name, { get: throwing, enumerable: true });
  }
  return error;
}

function nested(depth: number, edge: string): object {
  let error: object = { message: 'the bottom', code: 'insufficient_quota' };
  for (let level = 0; level < depth; level++) error = { [edge]: error };
  return error;
}

function many(count: number, nameOf: (index: number) => string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(index), 'x']));
}

function* forever(): Generator<readonly [string, string]> {
  for (;;) yield ['x-more', 'and more'];
}

const json = (depth: number) => `${'{"error":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Objects and structures. */
function structures(): HostileError[] {
  const headers = many(100_000, (index) => `x-header-${index}`);
  const longHeaders = {
    'retry-after': '9'.repeat(megabytes),
    'x-ratelimit-reset': ' '.repeat(megabytes),
    'x-ratelimit-remaining': '0'.repeat(megabytes),
    date: 'Mon, '.repeat(megabytes / 5),
    'x-amzn-errortype': ':'.repeat(megabytes),
  };
  return [
    { name: 'a circle', error: cyclic() },
    { name: 'a proxy without end', error: endless() },
    { name: 'a proxy without end as headers', error: { status: 429, headers: endless() } },
    { name: 'headers without end', error: { status: 429, headers: forever() } },
    { name: 'throwing getters', error: throwingGetters(['message', 'status', 'code', 'error']) },
    { name: 'causes, 100,000 deep', error: nested(100_000, 'cause') },
    { name: 'bodies, 100,000 deep', error: nested(100_000, 'error') },
    { name: '100,000 keys', error: { status: 400, body: many(100_000, (index) => `key${index}`) } },
    {
      name: '100,000 exceptions',
      error: { status: 400, body: many(100_000, (index) => `key${index}Exception`) },
    },
    { name: '100,000 causes', error: { errors: Array.from({ length: 100_000 }, cyclic) } },
    { name: '100,000 headers', error: { status: 429, headers } },
    { name: '100,000 headers in a Headers', error: { status: 429, headers: new Headers(headers) } },
    { name: 'headers of 5 MB', error: { status: 429, headers: longHeaders } },
    {
      name: 'a header of 100,000 values',
      error: { status: 429, headers: { 'retry-after': Array(100_000).fill('1') } },
    },
    { name: 'JSON, 20,000 deep', error: { status: 400, body: json(20_000) } },
    {
      name: 'JSON of 250 kB in a row',
      error: { status: 400, body: `[${'{},'.repeat(83_000)}{}]` },
    },
    {
      name: 'fields of 5 MB',
      error: {
        status: 400,
        code: 'x'.repeat(megabytes),
        message: 'y'.repeat(megabytes),
        retry_after: '1'.repeat(megabytes),
      },
    },
  ];
}

/** Each text as a message, as a body, as a message within one, and as a string. */
function texts(source: string): HostileError[] {
  return pathologicalTexts(errorPatterns(source)).flatMap(({ name, text }) => [
    { name: `${name}, as a message`, error: new Error(text) },
    { name: `${name}, as a body of 429`, error: { status: 429, headers: {}, body: text } },
    { name: `${name}, in a body of 400`, error: { status: 400, body: { message: text } } },
    {
      name: `${name}, in a body of 500`,
      error: { status: 500, body: { error: { message: text } } },
    },
    { name: `${name}, as a string`, error: text },
    {
      name: `${name}, as a header`,
      error: { status: 429, headers: { 'retry-after': text.slice(0, 100_000) } },
    },
  ]);
}

/** @param source the folder whose regular expressions the texts are for */
export function hostileErrors(source: string): readonly HostileError[] {
  return [...structures(), ...texts(source)];
}
