import { RouterError } from './errors.ts';

interface NumberRule {
  readonly default: number;
  /** @defaultValue -Infinity */
  readonly min?: number;
  /** `min` itself is not allowed. @defaultValue false */
  readonly exclusiveMin?: boolean;
  /** @defaultValue Infinity */
  readonly max?: number;
  readonly integer?: boolean;
  /** Whether `Infinity` is a sensible value. @defaultValue false */
  readonly infinite?: boolean;
}

/** Checks one options object; every refusal names the function, the option, the value and what was expected. */
export interface OptionReader<O extends object> {
  number(name: keyof O & string, rule: NumberRule): number;
  /** As `number`, but absent stays `undefined`. */
  optionalNumber(name: keyof O & string, rule: Omit<NumberRule, 'default'>): number | undefined;
  boolean(name: keyof O & string, fallback: boolean): boolean;
  oneOf<T extends string>(name: keyof O & string, allowed: readonly T[], fallback: T): T;
  /** A function, or the fallback. */
  callback<T>(name: keyof O & string, fallback: T): T;
  /** An object with these methods, or the fallback. */
  object<T>(
    name: keyof O & string,
    methods: readonly (keyof NonNullable<T> & string)[],
    fallback: T,
  ): T;
  fail(name: keyof O & string, expected: string): never;
}

/**
 * The small option check of the leaves. Unknown names are refused too, so that a misspelt option
 * does not silently do nothing.
 *
 * @throws RouterError `invalid_config`
 */
export function readOptions<O extends object>(
  where: string,
  options: O,
  names: readonly (keyof O & string)[],
): OptionReader<O> {
  if (typeof options !== 'object' || options === null) {
    throw invalidConfig(where, options, 'an object of options');
  }
  for (const name of Object.keys(options)) {
    if (!(names as readonly string[]).includes(name)) {
      throw new RouterError(
        'invalid_config',
        `${where}: unknown option ${quote(name)}. It knows ${names.map(quote).join(', ')}.`,
      );
    }
  }

  function fail(name: string, expected: string): never {
    throw invalidConfig(`${where}: ${name}`, (options as Record<string, unknown>)[name], expected);
  }

  function checkNumber(name: string, value: unknown, rule: Omit<NumberRule, 'default'>): number {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = rule;
    const ok =
      typeof value === 'number' &&
      (rule.exclusiveMin ? value > min : value >= min) &&
      value <= max &&
      (Number.isFinite(value) || (rule.infinite === true && value === Number.POSITIVE_INFINITY)) &&
      (!rule.integer || Number.isInteger(value) || value === Number.POSITIVE_INFINITY);
    return ok ? (value as number) : fail(name, describeNumber(rule));
  }

  const given = (name: string): unknown => (options as Record<string, unknown>)[name];

  return {
    number(name, rule) {
      const value = given(name);
      return value === undefined ? rule.default : checkNumber(name, value, rule);
    },
    optionalNumber(name, rule) {
      const value = given(name);
      return value === undefined ? undefined : checkNumber(name, value, rule);
    },
    boolean(name, fallback) {
      const value = given(name);
      if (value === undefined) return fallback;
      return typeof value === 'boolean' ? value : fail(name, 'true or false');
    },
    oneOf(name, allowed, fallback) {
      const value = given(name);
      if (value === undefined) return fallback;
      const known = allowed.find((item) => item === value);
      return known ?? fail(name, `one of ${allowed.map(quote).join(', ')}`);
    },
    callback(name, fallback) {
      const value = given(name);
      if (value === undefined) return fallback;
      return typeof value === 'function' ? (value as typeof fallback) : fail(name, 'a function');
    },
    object(name, methods, fallback) {
      const value = given(name);
      if (value === undefined) return fallback;
      const expected = `an object with ${methods.map((method) => `${method}()`).join(' and ')}`;
      return hasMethods(value, methods) ? (value as typeof fallback) : fail(name, expected);
    },
    fail,
  };
}

/** Whether a value from outside is an object that has all these methods. */
export function hasMethods(value: unknown, methods: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const object = value as { readonly [name: string]: unknown };
  return methods.every((method) => typeof object[method] === 'function');
}

/** The error for a value that cannot be used: what it is, and what was expected. */
export function invalidConfig(what: string, value: unknown, expected: string): RouterError {
  return new RouterError('invalid_config', `${what} is ${show(value)}; expected ${expected}.`);
}

function describeNumber(rule: Omit<NumberRule, 'default'>): string {
  const kind = rule.integer ? 'a whole number' : 'a number';
  const from =
    rule.min === undefined
      ? ''
      : rule.exclusiveMin
        ? ` above ${rule.min}`
        : ` of at least ${rule.min}`;
  const joint = rule.min === undefined ? ' of' : ' and';
  const to = rule.max === undefined ? '' : `${joint} at most ${rule.max}`;
  return `${kind}${from}${to}`;
}

const quote = (text: string) => `'${text}'`;

/** A value in a few characters; never a whole object, which could hold a key. */
function show(value: unknown): string {
  if (typeof value === 'string') return quote(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
