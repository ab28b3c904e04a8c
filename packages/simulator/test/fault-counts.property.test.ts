import { createVirtualClock } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import fc from 'fast-check';
import { ask } from './support.ts';

test('never more than times requests are struck, only named models, and the first that may be', async () => {
  const asked = fc.array(fc.constantFrom('oak', 'elm', 'ash'), { maxLength: 30 });
  const struck = fc.uniqueArray(fc.constantFrom('oak', 'elm', 'ash'));
  const property = fc.asyncProperty(
    asked,
    struck,
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 99 }),
    async (list, models, times, seed) => {
      const clock = createVirtualClock();
      const all = ['oak', 'elm', 'ash'].map((name) => ({ name }));
      const faults = [{ kind: 'server-error' as const, times, models }];
      const simulator = createSimulator({ models: all, faults, clock, seed });
      await clock.run(Promise.all(list.map((name) => ask(simulator, name))));
      let left = times;
      const expected = list.map((name) => (models.includes(name) && left-- > 0 ? 500 : 200));
      expect(simulator.hits().map(({ status }) => status)).toEqual(expected);
    },
  );
  await fc.assert(property, { numRuns: 60 });
});
