import { createVirtualClock } from '@llm-router/core';
import { createConcurrencyManager } from '../src/index.ts';

const limits = {
  warm: { rules: [{ unit: 'requests', amount: 1, perMs: 1000, burst: 1 }] },
  cold: {},
} as const;

/** Takes what the first target has, and then asks for either with so much patience for the first. */
async function chosenWith(patienceMs: number) {
  const clock = createVirtualClock();
  const manager = createConcurrencyManager({ clock, limits });
  (await manager.acquire('warm')).release();
  const asked = clock.now();
  const lease = await clock.run(manager.acquire([{ key: 'warm', patienceMs }, { key: 'cold' }]));
  return [lease.key, clock.now() - asked];
}

describe('patience for a target', () => {
  it('waits for it as long as it is worth, though another is free', async () => {
    expect(await chosenWith(1500)).toEqual(['warm', 1000]);
  });

  it('goes to another where the wait would be longer', async () => {
    expect(await chosenWith(500)).toEqual(['cold', 0]);
    expect(await chosenWith(0)).toEqual(['cold', 0]);
  });
});
