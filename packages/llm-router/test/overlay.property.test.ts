import fc from 'fast-check';
import { overlay } from '../src/overlay.ts';

const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.string(),
    fc.array(fc.integer(), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), tie('value')),
  ),
})).value;
const record = fc.dictionary(fc.constantFrom('a', 'b', 'c'), tree);

it('nothing over a configuration, or itself over it, changes nothing', () => {
  fc.assert(
    fc.property(record, (base) => {
      expect(overlay(base, {})).toEqual(base);
      expect(overlay(base, base)).toEqual(base);
    }),
  );
});

it('a field is what the overlay says, or else what was there', () => {
  fc.assert(
    fc.property(record, record, (base, over) => {
      const merged = overlay(base, over) as Record<string, unknown>;
      expect(Object.keys(merged).sort()).toEqual(
        [...new Set([...Object.keys(base), ...Object.keys(over)])].sort(),
      );
      for (const [name, value] of Object.entries(merged)) {
        if (!Object.hasOwn(over, name)) expect(value).toEqual(base[name]);
        else if (typeof over[name] !== 'object') expect(value).toBe(over[name]);
      }
    }),
  );
});
