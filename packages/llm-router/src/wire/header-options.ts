import { type CallOptions, RouterError } from '@llm-router/core';

type Reader = (value: string, name: string) => CallOptions;

const prefix = 'x-llm-router-';
const caches = ['use', 'refresh', 'off'] as const;

/** The options of a call that a caller over HTTP may set, each as a header. */
const readers: Readonly<Record<string, Reader>> = {
  'timeout-ms': (value, name) => ({
    timeoutMs: numberOf(value, name, 'milliseconds above 0', (ms) => ms > 0),
  }),
  priority: (value, name) => ({ priority: numberOf(value, name, 'a number', () => true) }),
  tenant: (value, name) => {
    if (value === '') throw wrong(name, value, 'a name');
    return { tenant: value };
  },
  cache: (value, name) => {
    const cache = caches.find((one) => one === value);
    if (cache === undefined) throw wrong(name, value, `one of ${caches.join(', ')}`);
    return { cache };
  },
  tags: (value, name) => {
    const tags = value.split(',').map((tag) => tag.trim());
    if (tags.includes('')) throw wrong(name, value, 'tags with commas between them');
    return { tags };
  },
};

/**
 * The options that stand in `x-llm-router-*` headers. An unknown one is refused, so that a misspelt
 * option does not silently do nothing.
 *
 * @throws RouterError `invalid_request`
 */
export function readHeaderOptions(headers: Headers): CallOptions {
  let options: CallOptions = {};
  for (const [name, value] of headers) {
    if (!name.startsWith(prefix)) continue;
    const own = name.slice(prefix.length);
    const read = Object.hasOwn(readers, own) ? readers[own] : undefined;
    if (read === undefined) {
      const known = Object.keys(readers).map((one) => prefix + one);
      throw new RouterError(
        'invalid_request',
        `There is no header ${name.slice(0, 60)}. It knows ${known.join(', ')}.`,
      );
    }
    options = { ...options, ...read(value.trim(), name) };
  }
  return options;
}

function numberOf(
  value: string,
  name: string,
  expected: string,
  fits: (value: number) => boolean,
): number {
  const number = value === '' ? Number.NaN : Number(value);
  if (Number.isFinite(number) && fits(number)) return number;
  throw wrong(name, value, expected);
}

function wrong(name: string, value: string, expected: string): RouterError {
  const shown = value.length > 40 ? `${value.slice(0, 39)}…` : value;
  return new RouterError(
    'invalid_request',
    `The header ${name} is '${shown}'; expected ${expected}.`,
  );
}
