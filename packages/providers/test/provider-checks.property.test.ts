import { createVirtualClock } from '@llm-router/core';
import fc from 'fast-check';
import { parrot } from './parrot.ts';
import { only, reportOf, spoilChunk } from './spoilt.ts';

const clock = createVirtualClock();
const words = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 });
const options = { overHttp: false };

test('whatever a parrot says, nothing is wrong with it', async () => {
  await fc.assert(
    fc.asyncProperty(words, async (said) => {
      expect(await reportOf({ answering: () => parrot(said) }, clock, options)).toEqual({});
    }),
    { numRuns: 30 },
  );
});

test('whichever word a stream leaves out, it is found out', async () => {
  await fc.assert(
    fc.asyncProperty(words, fc.nat(), async (said, number) => {
      const lost = number % said.length;
      const answering = () => {
        let count = 0;
        const drop = spoilChunk((chunk) => (count++ === lost ? undefined : chunk));
        return only('answering', drop)(parrot(said), 'answering');
      };
      const report = await reportOf({ answering }, clock, options);
      expect(Object.keys(report)).toContain('streams what it answers whole');
    }),
    { numRuns: 30 },
  );
});
