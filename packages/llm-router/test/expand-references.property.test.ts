import fc from 'fast-check';
import { expandReferences } from '../src/expand-references.ts';

const where = () => 'here';

it('a text that is escaped comes out as it was, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('${', '$', '{', '}', 'A', ':-', 'x')), (parts) => {
      // A dollar before the escape would take part in it.
      const text = parts.join('').replace(/\$+\$\{/g, () => '${');
      expect(
        expandReferences(
          text.replaceAll('${', () => '$${'),
          {},
          where,
        ),
      ).toBe(text);
    }),
  );
});

it('a reference gives exactly the value of its variable', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom('', 'before '), (value, before) => {
      expect(expandReferences(`${before}\${NAME}`, { NAME: value }, where)).toBe(before + value);
    }),
  );
});
