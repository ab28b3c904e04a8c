import fc from 'fast-check';
import { findSecret } from '../src/checks/find-secret.ts';

// No other text of the values holds an exclamation mark.
const secret = '!key!';

const quiet = fc.string().map((text) => text.replaceAll('!', '?'));
const name = quiet.filter((text) => text !== '__proto__');

/** Wraps a value once more. */
const wrap = fc.oneof(
  name.map((field) => (value: unknown): unknown => ({ [field]: value })),
  quiet.map(
    (text) =>
      (value: unknown): unknown =>
        new Error(text, { cause: value }),
  ),
  fc.array(quiet).map((others) => (value: unknown): unknown => [...others, value]),
  name.map(
    (field) =>
      (value: unknown): unknown =>
        new Map([[field, value]]),
  ),
  fc.constant((value: unknown): unknown => Object.defineProperty({}, 'hidden', { value })),
);

const wraps = fc.array(wrap, { maxLength: 8 });

const nest = (value: unknown, layers: readonly ((value: unknown) => unknown)[]) =>
  layers.reduce((inner, layer) => layer(inner), value);

test('a secret is found however deep it lies, and its place never shows it', () => {
  fc.assert(
    fc.property(wraps, quiet, quiet, (layers, before, after) => {
      const place = findSecret(nest(before + secret + after, layers), [secret]);
      expect(place).toBeDefined();
      expect(place).not.toContain(secret);
    }),
  );
});

test('nothing is found where there is no secret', () => {
  fc.assert(
    fc.property(wraps, quiet, (layers, text) => {
      expect(findSecret(nest(text, layers), [secret])).toBeUndefined();
    }),
  );
});
