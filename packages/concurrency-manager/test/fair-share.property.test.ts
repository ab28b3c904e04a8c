import fc from 'fast-check';
import { createFairShare } from '../src/fair-share.ts';

const names = ['a', 'b', 'c', '__proto__', 'constructor'];
const weights = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 5, maxLength: 5 });

test('while all have enough waiting, the turns of each are its weight, to within one round', () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 50, max: 300 }), (each, turns) => {
      const byName = new Map(names.map((name, index) => [name, each[index] ?? 1]));
      const share = createFairShare(Object.fromEntries(byName));
      const line = names.flatMap((name) =>
        Array.from({ length: turns }, () => ({ name, tag: share.enter(name) })),
      );
      const served = line.sort((x, y) => x.tag - y.tag).slice(0, turns);
      const total = each.reduce((sum, weight) => sum + weight, 0);
      for (const [name, weight] of byName) {
        const count = served.filter((one) => one.name === name).length;
        expect(Math.abs(count - (turns * weight) / total)).toBeLessThanOrEqual(weight + 1);
      }
    }),
  );
});

test('a newcomer stands level with who is served now, whatever the others have piled up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 500 }), fc.nat(100), (waiting, servedPart) => {
      const share = createFairShare({});
      const tags = Array.from({ length: waiting }, () => share.enter('crowd'));
      const served = tags.slice(0, 1 + (servedPart % (waiting - 1)));
      for (const tag of served) share.served(tag);
      const newcomer = share.enter('newcomer');
      expect(newcomer).toBe(served.at(-1));
      expect(newcomer).toBeLessThan(tags.at(served.length) ?? 0);
    }),
  );
});

test('virtual time never steps back, and starts level again when nobody waits', () => {
  const share = createFairShare({});
  for (let count = 0; count < 10; count++) share.enter('a');
  share.served(7);
  share.served(3);
  expect(share.enter('b')).toBe(7);
  share.reset();
  expect([share.enter('a'), share.enter('b')]).toEqual([0, 0]);
});
