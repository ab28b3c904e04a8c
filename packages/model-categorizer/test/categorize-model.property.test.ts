import { categories } from '@llm-router/core';
import * as fc from 'fast-check';
import { categorizeByRules, categorizeModel } from '../src/index.ts';

const rank = (id: string) => categories.indexOf(categorizeByRules(id).category);
const size = fc.integer({ min: 1, max: 2000 });

it('never puts a larger model below a smaller one', () => {
  fc.assert(
    fc.property(size, size, (a, b) => {
      const [small, large] = [Math.min(a, b), Math.max(a, b)];
      expect(rank(`acme-${small}b`)).toBeLessThanOrEqual(rank(`acme-${large}b`));
    }),
  );
});

it('does not care about host, maker or case', () => {
  const hosts = fc.constantFrom('', 'groq/', 'openrouter/acme/', 'models/');
  const word = fc.constantFrom('mini', 'nano', '70b', 'thinking', 'pro', '30b-a3b', 'flash-lite');
  fc.assert(
    fc.property(hosts, word, fc.boolean(), (host, name, upper) => {
      const id = `${host}acme-${name}`;
      expect(rank(upper ? id.toUpperCase() : id)).toBe(rank(`acme-${name}`));
    }),
  );
});

it('answers for anything and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.anything({ withNullPrototype: true }),
      ),
      (id) => {
        const { category, reason } = categorizeModel(id as string);
        expect(categories).toContain(category);
        expect(reason).not.toBe('');
      },
    ),
  );
});
