import { join } from 'node:path';
import { classifyError, defaultVerdicts } from '../src/index.ts';
import { hostileErrors } from './hostile/hostile-errors.ts';

const now = 1_800_000_000_000;
const source = join(__dirname, '../src');

// What each of them takes: npm run classify, in bench/.
describe('input that is meant to take long', () => {
  const errors = hostileErrors(source);

  it('is drawn from every regular expression of the sources', () => {
    const count = new Set(errors.flatMap(({ name }) => /^\/.*\//.exec(name)?.[0] ?? [])).size;
    expect(count).toBeGreaterThan(100);
  });

  it('is classified all the same, and soon', () => {
    const slow: string[] = [];
    for (const { name, error } of errors) {
      const before = process.cpuUsage();
      const said = classifyError(error, { now });
      const { user, system } = process.cpuUsage(before);
      expect(Object.keys(defaultVerdicts)).toContain(said.category);
      expect(said.message.length).toBeLessThanOrEqual(500);
      // Twenty times what it takes: a machine may be slow, a runaway is slower.
      if (user + system > 1_000_000) slow.push(`${name}: ${(user + system) / 1000} ms`);
    }
    expect(slow).toEqual([]);
  });
});
