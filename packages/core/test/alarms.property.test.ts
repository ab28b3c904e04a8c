import { type Alarm, createAlarms, createVirtualClock } from '@llm-router/core';
import * as fc from 'fast-check';

type Step =
  | { readonly do: 'set'; readonly inMs: number }
  | { readonly do: 'cancel'; readonly which: number }
  | { readonly do: 'advance'; readonly ms: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('set' as const), inMs: fc.integer({ min: -5, max: 60 }) }),
    fc.record({ do: fc.constant('cancel' as const), which: fc.nat(30) }),
    fc.record({ do: fc.constant('advance' as const), ms: fc.nat(25) }),
  ),
  { maxLength: 60 },
);

interface Expected {
  readonly id: number;
  readonly at: number;
  readonly order: number;
}

describe('alarms, for any sequence of settings and cancellings', () => {
  it('ring exactly as a sorted list would', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const clock = createVirtualClock();
        const alarms = createAlarms(clock);
        const rung: number[] = [];
        const expected: number[] = [];
        const set: Alarm[] = [];
        let model: Expected[] = [];
        for (const step of sequence) {
          if (step.do === 'set') {
            const id = set.length;
            const at = clock.now() + step.inMs;
            set.push(
              alarms.set(at, () => {
                rung.push(id);
                expect(clock.now()).toBeGreaterThanOrEqual(at);
              }),
            );
            model.push({ id, at, order: id });
          } else if (step.do === 'cancel') {
            set[step.which]?.cancel();
            model = model.filter(({ id }) => id !== step.which);
          } else {
            await clock.advance(step.ms);
            const due = model.filter(({ at }) => at <= clock.now());
            model = model.filter(({ at }) => at > clock.now());
            expected.push(
              ...due.sort((a, b) => a.at - b.at || a.order - b.order).map(({ id }) => id),
            );
          }
          expect(alarms.pending).toBe(model.length);
        }
        expect(rung).toEqual(expected);
      }),
    );
  });
});
