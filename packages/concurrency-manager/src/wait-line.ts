import { createHeap, type Target } from '@llm-router/core';
import { goesBefore, type Waiter } from './waiter.ts';

/**
 * The waiters that may go to the same targets. A queue of many thousands is a few lines: only the
 * first of each has to be looked at.
 */
export interface WaitLine {
  readonly signature: string;
  /** Keys that its waiters take from, by target, best rank first. */
  readonly targetKeys: readonly (readonly string[])[];
  readonly size: number;
  add(waiter: Waiter): void;
  /** A waiter of this line was granted or gave up. */
  left(): void;
  first(): Waiter | undefined;
  /** In no order. */
  all(): readonly Waiter[];
  /** Up to so many, in no order, of those who have waited long. */
  some(most: number): readonly Waiter[];
  /** Whoever has waited longest, whatever their priority. */
  oldest(): Waiter | undefined;
  /** Whoever has the earliest deadline, of those who have one. */
  mostPressed(): Waiter | undefined;
  /** Takes the first out of turn, to look at those behind it, until `putBack`. */
  setAside(): void;
  putBack(waiter: Waiter): void;
}

/** Waiters that left may lie about in the heaps up to this many more than those that wait. */
const slack = 64;

/** All keys that a request to this target takes from; the deployment's own is the first. */
export function keysOf(target: Target): readonly string[] {
  return target.pools === undefined || target.pools.length === 0
    ? [target.key]
    : [target.key, ...target.pools];
}

/** Waiters with equal signatures stand in one line, whatever order equals come in. */
export function signatureOf(targets: readonly Target[]): string {
  const [only] = targets;
  if (only !== undefined && targets.length === 1) return partOf(only);
  return targets.map(partOf).sort().join();
}

/** With the length of each key, so that none can be mistaken for two. */
function partOf({ rank = 0, key, pools = [] }: Target): string {
  let part = `${rank} ${key.length} ${key}`;
  for (const pool of pools) part += ` ${pool.length} ${pool}`;
  return part;
}

function deadlineOf({ deadline = Number.POSITIVE_INFINITY }: Waiter): number {
  return deadline;
}

/** Makes the line of those who wait for these targets. */
export function createWaitLine(signature: string, targets: readonly Target[]): WaitLine {
  const byTurn = createHeap(goesBefore);
  const byAge = createHeap<Waiter>((a, b) => a.sequence < b.sequence);
  const byDeadline = createHeap<Waiter>((a, b) => deadlineOf(a) < deadlineOf(b));
  let size = 0;

  function firstOf(heap: typeof byTurn): Waiter | undefined {
    while (heap.size > 0 && heap.peek()?.waiting === false) heap.pop();
    return heap.peek();
  }

  function sweep(heap: typeof byTurn): void {
    if (heap.size > 2 * size + slack) heap.retain((waiter) => waiter.waiting);
  }

  return {
    signature,
    targetKeys: targets.map(keysOf),
    get size() {
      return size;
    },
    add(waiter) {
      size += 1;
      byTurn.push(waiter);
      byAge.push(waiter);
      if (deadlineOf(waiter) < Number.POSITIVE_INFINITY) byDeadline.push(waiter);
    },
    left() {
      size -= 1;
      sweep(byTurn);
      sweep(byAge);
      sweep(byDeadline);
    },
    first: () => firstOf(byTurn),
    all: () => byAge.items().filter(({ waiting }) => waiting),
    some: (most) => byAge.items(most).filter(({ waiting }) => waiting),
    oldest: () => firstOf(byAge),
    mostPressed: () => firstOf(byDeadline),
    setAside() {
      byTurn.pop();
    },
    putBack: (waiter) => byTurn.push(waiter),
  };
}
