import { createHeap } from '@llm-router/core';
import * as fc from 'fast-check';

interface Item {
  readonly key: number;
  readonly order: number;
}

const isBefore = (a: Item, b: Item) => a.key < b.key || (a.key === b.key && a.order < b.order);

type Step = { readonly do: 'push'; readonly key: number } | { readonly do: 'pop' | 'retain-even' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('push' as const), key: fc.nat(20) }) },
    { weight: 3, arbitrary: fc.constant({ do: 'pop' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'retain-even' as const }) },
  ),
  { maxLength: 200 },
);

describe('a heap', () => {
  it('behaves as a sorted list under any sequence of steps', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const heap = createHeap(isBefore);
        let model: Item[] = [];
        sequence.forEach((step, order) => {
          if (step.do === 'push') {
            const item = { key: step.key, order };
            heap.push(item);
            model = [...model, item].sort((a, b) => (isBefore(a, b) ? -1 : 1));
          } else if (step.do === 'pop') {
            expect(heap.pop()).toBe(model.shift());
          } else {
            heap.retain((item) => item.key % 2 === 0);
            model = model.filter((item) => item.key % 2 === 0);
          }
          expect(heap.size).toBe(model.length);
          expect(heap.peek()).toBe(model[0]);
        });
        const rest = model.map(() => heap.pop());
        expect(rest).toEqual(model);
        expect(heap.pop()).toBeUndefined();
      }),
    );
  });

  it('compares at most a few times log n for each item', () => {
    const count = 2 ** 14;
    let comparisons = 0;
    const heap = createHeap<number>((a, b) => {
      comparisons += 1;
      return a < b;
    });
    for (let item = count; item > 0; item--) heap.push(item);
    while (heap.size > 0) heap.pop();
    expect(comparisons).toBeLessThan(3 * count * Math.log2(count));
  });
});
