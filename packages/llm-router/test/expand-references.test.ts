import { expandReferences, type Variables } from '../src/expand-references.ts';
import { errorOf } from './support.ts';

const where = (path: readonly PropertyKey[]) => `here: ${path.join('.')}`;
const expand = (value: unknown, variables: Variables = {}) =>
  expandReferences(value, variables, where);
const refusal = (value: unknown, variables: Variables = {}) => {
  const error = errorOf(() => expand(value, variables));
  expect(error.code).toBe('invalid_config');
  return error.message;
};

/** Written apart, so that nobody takes it for a template. */
const ref = (inside: string) => `$\{${inside}}`;

describe('a reference', () => {
  it('stands for a variable, in any text at any depth', () => {
    const given = { a: [ref('X'), { b: `<${ref('X')}|${ref('Y')}>` }], c: 5, d: null, e: true };
    expect(expand(given, { X: 'one', Y: 'two' })).toEqual({
      a: ['one', { b: '<one|two>' }],
      c: 5,
      d: null,
      e: true,
    });
  });

  it('takes its default where the variable is missing or empty, also an empty one', () => {
    expect(expand(ref('X:-other'))).toBe('other');
    expect(expand(ref('X:-other'), { X: '' })).toBe('other');
    expect(expand(ref('X:-other'), { X: 'set' })).toBe('set');
    expect(expand(ref('X:-'))).toBe('');
    expect(expand(ref('X:-http://a:-b'))).toBe('http://a:-b');
  });

  it('is a literal after a second dollar', () => {
    expect(expand(`$${ref('X')} ${ref('X')}`, { X: 'v' })).toBe(`${ref('X')} v`);
    expect(expand('$5, $X and $$')).toBe('$5, $X and $$');
  });

  it('is not looked for in what a variable holds', () => {
    expect(expand(ref('X'), { X: `${ref('Y')} $& $1`, Y: 'no' })).toBe(`${ref('Y')} $& $1`);
  });

  it('leaves keys alone', () => {
    expect(expand({ [ref('X')]: 1 }, { X: 'v' })).toEqual({ [ref('X')]: 1 });
  });

  it.each([
    ['missing', {}, 'not set'],
    ['empty', { NEEDED: '' }, 'empty'],
  ])('says where it stands when its variable is %s', (_, variables, state) => {
    const message = refusal({ list: [{ key: ref('NEEDED') }] }, variables);
    expect(message).toContain('here: list.0.key');
    expect(message).toContain(`NEEDED, which is ${state}`);
    expect(message).toContain(ref('NEEDED:-otherwise'));
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'finds nothing in %s that was not set',
    (name) => {
      expect(refusal(ref(name))).toContain(`${name}, which is not set`);
      expect(expand(ref(`${name}:-plain`))).toBe('plain');
      const variables = JSON.parse(`{"${name}": "set"}`);
      expect(expand(ref(name), variables)).toBe('set');
    },
  );

  it.each(['', ' X', 'X-Y', '1X', 'sk-lighthouse', 'X:=y', 'sk-lighthouse:-y'])(
    'that names no variable is refused and not shown: %p',
    (inside) => {
      const message = refusal(ref(inside));
      expect(message).toContain('names no environment variable');
      expect(message).not.toContain('lighthouse');
    },
  );

  it('without its end is refused', () => {
    expect(refusal('${X')).toContain('without its }');
  });

  it('inside of another is refused', () => {
    expect(refusal(ref(`X:-${ref('Y')}`), { X: 'x', Y: 'y' })).toContain('reference inside');
  });
});
