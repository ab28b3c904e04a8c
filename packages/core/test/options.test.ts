import { invalidConfig, isRouterError, readOptions } from '@llm-router/core';

interface PumpOptions {
  readonly litres?: number;
  readonly automatic?: boolean;
  readonly mode?: 'drip' | 'spray';
  readonly onEmpty?: () => void;
}

const names = ['litres', 'automatic', 'mode', 'onEmpty'] as const;

/** Options as they come from plain JavaScript. */
const read = (options: object) => readOptions<PumpOptions>('createPump', options, names);

/** The message of what `work` throws, which must be `invalid_config`. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isRouterError(error, 'invalid_config')) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('readOptions', () => {
  it('refuses unknown names and lists the known ones', () => {
    expect(refusal(() => read({ liters: 5 }))).toBe(
      "createPump: unknown option 'liters'. It knows 'litres', 'automatic', 'mode', 'onEmpty'.",
    );
  });

  it.each([null, undefined, 5, 'drip'])('refuses %p in place of an object', (options: unknown) => {
    expect(refusal(() => readOptions('createPump', options as object, []))).toMatch(
      /^createPump is .*; expected an object of options\.$/,
    );
  });

  it('gives defaults for what is absent or undefined', () => {
    const reader = read({ litres: undefined });
    expect(reader.number('litres', { default: 7 })).toBe(7);
    expect(reader.optionalNumber('litres', { min: 0 })).toBeUndefined();
    expect(reader.boolean('automatic', true)).toBe(true);
    expect(reader.oneOf('mode', ['drip', 'spray'], 'spray')).toBe('spray');
    const fallback = () => {};
    expect(reader.callback('onEmpty', fallback)).toBe(fallback);
  });

  it('gives what is there', () => {
    const onEmpty = () => {};
    const reader = read({ litres: 0, automatic: false, mode: 'drip', onEmpty });
    expect(reader.number('litres', { default: 7, min: 0 })).toBe(0);
    expect(reader.optionalNumber('litres', { min: 0 })).toBe(0);
    expect(reader.boolean('automatic', true)).toBe(false);
    expect(reader.oneOf('mode', ['drip', 'spray'], 'spray')).toBe('drip');
    expect(reader.callback('onEmpty', () => {})).toBe(onEmpty);
  });

  it.each([
    [{ min: 1 }, 0, 'createPump: litres is 0; expected a number of at least 1.'],
    [{ min: 0, exclusiveMin: true }, 0, 'createPump: litres is 0; expected a number above 0.'],
    [{ max: 9 }, 10, 'createPump: litres is 10; expected a number of at most 9.'],
    [
      { min: 1, max: 9 },
      10,
      'createPump: litres is 10; expected a number of at least 1 and at most 9.',
    ],
    [{ integer: true }, 1.5, 'createPump: litres is 1.5; expected a whole number.'],
    [{}, Number.NaN, 'createPump: litres is NaN; expected a number.'],
    [{}, Number.POSITIVE_INFINITY, 'createPump: litres is Infinity; expected a number.'],
    [
      { infinite: true },
      Number.NEGATIVE_INFINITY,
      'createPump: litres is -Infinity; expected a number.',
    ],
    [{}, '5', "createPump: litres is '5'; expected a number."],
    [{}, null, 'createPump: litres is null; expected a number.'],
  ])('with the rule %p refuses %p', (rule, litres, message) => {
    expect(refusal(() => read({ litres }).number('litres', { default: 2, ...rule }))).toBe(message);
    expect(refusal(() => read({ litres }).optionalNumber('litres', rule))).toBe(message);
  });

  it('takes the ends of a range, and Infinity where it makes sense', () => {
    const number = (litres: number, rule: object) =>
      read({ litres }).number('litres', { default: 2, ...rule });
    expect(number(1, { min: 1, max: 9 })).toBe(1);
    expect(number(9, { min: 1, max: 9 })).toBe(9);
    expect(number(Number.POSITIVE_INFINITY, { integer: true, infinite: true })).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it.each([
    [
      () => read({ automatic: 'yes' }).boolean('automatic', true),
      "automatic is 'yes'; expected true or false.",
    ],
    [
      () => read({ mode: 'flood' }).oneOf('mode', ['drip', 'spray'], 'drip'),
      "mode is 'flood'; expected one of 'drip', 'spray'.",
    ],
    [
      () => read({ onEmpty: 'beep' }).callback('onEmpty', () => {}),
      "onEmpty is 'beep'; expected a function.",
    ],
    [
      () => read({ litres: 3 }).fail('litres', 'an even number'),
      'litres is 3; expected an even number.',
    ],
  ])('names option, value and expectation', (work, message) => {
    expect(refusal(work)).toBe(`createPump: ${message}`);
  });
});

describe('invalidConfig', () => {
  it.each([
    [{ apiKey: 'k-123' }, 'an object'],
    [['k-123', 'k-456'], 'a list of 2'],
    [() => 'k-123', 'a function'],
    [Symbol('tap'), 'Symbol(tap)'],
    ['x'.repeat(100), `'${'x'.repeat(57)}…'`],
  ])('shows %p in a few characters', (value, shown) => {
    expect(invalidConfig('tap', value, 'a tap').message).toBe(`tap is ${shown}; expected a tap.`);
  });
});
