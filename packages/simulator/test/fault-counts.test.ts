import { createVirtualClock } from '@llm-router/core';
import { createSimulator, type Fault } from '@llm-router/simulator';
import { ask } from './support.ts';

const names = ['oak', 'elm'];

function create(faults: readonly Fault[], limits = {}) {
  const clock = createVirtualClock();
  const models = names.map((name) => ({ name, limits }));
  const simulator = createSimulator({ models, faults, clock });
  const statuses = async (list: readonly string[]) => {
    const answers: number[] = [];
    for (const name of list) answers.push((await clock.run(ask(simulator, name))).status);
    return answers;
  };
  return { clock, simulator, statuses };
}

test('a fault with times strikes that many requests, over all models, and no more', async () => {
  const { statuses } = create([{ kind: 'server-error', times: 3 }]);
  expect(await statuses(['oak', 'elm', 'oak', 'elm', 'oak'])).toEqual([500, 500, 500, 200, 200]);
});

test('a spent fault makes room for the next of the list', async () => {
  const { statuses } = create([
    { kind: 'server-error', times: 1 },
    { kind: 'overloaded', times: 1 },
  ]);
  expect(await statuses(['oak', 'oak', 'oak'])).toEqual([500, 503, 200]);
});

test('a request that a limit refuses is not one that the fault struck', async () => {
  const requests = { burst: 1, perSecond: 0.5 };
  const { clock, statuses } = create([{ kind: 'server-error', times: 2 }], { requests });
  expect(await statuses(['oak', 'oak'])).toEqual([500, 429]);
  await clock.advance(2000);
  expect(await statuses(['oak'])).toEqual([500]);
  await clock.advance(2000);
  expect(await statuses(['oak'])).toEqual([200]);
});

test('a fault with models leaves all others alone', async () => {
  const { statuses } = create([{ kind: 'server-error', models: ['elm', 'ash'] }]);
  expect(await statuses(['oak', 'elm', 'oak', 'elm'])).toEqual([200, 500, 200, 500]);
});

test('an update of other fields does not count anew; one of faults does', async () => {
  const faults: Fault[] = [{ kind: 'server-error', times: 1 }];
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: [{ name: 'oak', faults }], clock });
  const send = async () => (await clock.run(ask(simulator, 'oak'))).status;
  expect([await send(), await send()]).toEqual([500, 200]);
  simulator.update({ models: [{ name: 'oak', provider: 'grove' }] });
  expect(await send()).toBe(200);
  simulator.update({ models: [{ name: 'oak', faults }] });
  expect([await send(), await send()]).toEqual([500, 200]);
});
