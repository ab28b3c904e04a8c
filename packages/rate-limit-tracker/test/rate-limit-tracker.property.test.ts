import fc from 'fast-check';
import { live, lives } from './support/random-life.ts';

test('no admission ever breaks a limit of any of its keys, whatever happens around it', async () => {
  let admitted = 0;
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const broken: string[] = [];
      admitted += (await live(life, (what) => broken.push(what))).admitted;
      expect(broken).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect(admitted).toBeGreaterThan(3000);
});
