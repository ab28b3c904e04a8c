import type { Target } from '@llm-router/core';
import { createWaitLine, signatureOf, type WaitLine } from './wait-line.ts';
import { goesBefore, type Waiter } from './waiter.ts';

/** Everyone who waits, in order. */
export interface WaitQueue {
  readonly size: number;
  /** The line for these targets, made if there is none. */
  lineFor(targets: readonly Target[]): WaitLine;
  add(waiter: Waiter): void;
  /** The waiter gave up. */
  remove(waiter: Waiter): void;
  /** The waiter was served. */
  served(waiter: Waiter): void;
  oldest(): Waiter | undefined;
  /** In no order. */
  lines(): Iterable<WaitLine>;
  /** Everyone, first to last. */
  inOrder(): readonly Waiter[];
  /** Those who wait for nothing but such targets. */
  waitingOnlyFor(isMeant: (key: string) => boolean): readonly Waiter[];
  /** The turn of one who is next for having waited longest, whatever its priority. */
  turnOf(waiter: Waiter): Turn | undefined;
  /**
   * Starts to go through the queue in order.
   *
   * @param spokenFor keys that are not to be had; the caller adds to it
   */
  startPass(spokenFor: ReadonlyMap<string, unknown>): Pass;
}

/** What one who is next has seen since. */
export interface Turn {
  /** Keys that were free at some time, though not all that it needs together. */
  readonly seenFree: Set<string>;
}

/** One walk through the queue. */
export interface Pass {
  /** The next who could go; `undefined` once all that is wanted is spoken for. */
  next(): Waiter | undefined;
  /** This one cannot go now. */
  setAside(waiter: Waiter): void;
  /** Puts everyone who was set aside back in their place. */
  end(): void;
}

/** So many of one line are looked at in a pass; the others are taken to be refused too. */
const lookAhead = 100;

/**
 * Makes the queue.
 *
 * @param grantsPerOldest after so many grants whoever has waited longest is next, and keeps the turn
 *   until served
 */
export function createWaitQueue(grantsPerOldest: number): WaitQueue {
  const lines = new Map<string, WaitLine>();
  let size = 0;
  let grants = 0;
  /** Whoever has had the turn and could not be served yet, longest first: others must not starve behind. */
  const turns = new Map<Waiter, Turn>();

  function oldest(isOut: (waiter: Waiter) => boolean = () => false): Waiter | undefined {
    let found: Waiter | undefined;
    for (const line of lines.values()) {
      const waiter = line.oldest();
      if (waiter === undefined || isOut(waiter)) continue;
      if (found === undefined || waiter.sequence < found.sequence) found = waiter;
    }
    return found;
  }

  function remove(waiter: Waiter): void {
    waiter.waiting = false;
    size -= 1;
    waiter.line.left();
    if (waiter.line.size === 0) lines.delete(waiter.line.signature);
    turns.delete(waiter);
  }

  return {
    get size() {
      return size;
    },
    lineFor(targets) {
      const signature = signatureOf(targets);
      const line = lines.get(signature) ?? createWaitLine(signature, targets);
      lines.set(signature, line);
      return line;
    },
    add(waiter) {
      size += 1;
      waiter.line.add(waiter);
    },
    remove,
    served(waiter) {
      if (!turns.has(waiter)) grants += 1;
      remove(waiter);
    },
    oldest,
    lines: () => lines.values(),
    inOrder() {
      const all = [...lines.values()].flatMap((line) => line.all());
      return all.sort((a, b) => (goesBefore(a, b) ? -1 : 1));
    },
    waitingOnlyFor: (isMeant) =>
      [...lines.values()]
        .filter(({ targetKeys }) => targetKeys.every(([key = '']) => isMeant(key)))
        .flatMap((line) => line.all()),
    turnOf: (waiter) => turns.get(waiter),
    startPass(spokenFor) {
      const aside: Waiter[] = [];
      const looked = new Map<WaitLine, number>();
      const tried = new Set<Waiter>();
      /** From then on claims of the usual order stand, and would hide who has waited longest. */
      let isAnyoneRefused = false;

      function isOver(line: WaitLine): boolean {
        if ((looked.get(line) ?? 0) >= lookAhead) return true;
        if (spokenFor.size === 0) return false;
        return line.targetKeys.every((keys) => keys.some((key) => spokenFor.has(key)));
      }

      /** Those before it are taken out only now: mostly nobody behind the first is looked at. */
      function firstUntried(line: WaitLine): Waiter | undefined {
        let waiter = line.first();
        for (; waiter !== undefined && tried.has(waiter); waiter = line.first()) {
          line.setAside();
          aside.push(waiter);
        }
        return waiter;
      }

      function firstInTurn(): Waiter | undefined {
        let found: Waiter | undefined;
        for (const line of lines.values()) {
          if (isOver(line)) continue;
          const waiter = firstUntried(line);
          if (waiter && (found === undefined || goesBefore(waiter, found))) found = waiter;
        }
        return found;
      }

      /** Whoever goes before all order, by having waited longest. */
      function firstByAge(): Waiter | undefined {
        for (const waiter of turns.keys()) {
          if (!tried.has(waiter) && !isOver(waiter.line)) return waiter;
        }
        if (grants < grantsPerOldest || isAnyoneRefused) return undefined;
        const next = oldest((waiter) => turns.has(waiter) || isOver(waiter.line));
        if (next === undefined) return undefined;
        grants = 0;
        turns.set(next, { seenFree: new Set() });
        return next;
      }

      return {
        next: () => firstByAge() ?? firstInTurn(),
        setAside(waiter) {
          looked.set(waiter.line, (looked.get(waiter.line) ?? 0) + 1);
          tried.add(waiter);
          if (!turns.has(waiter)) isAnyoneRefused = true;
        },
        end() {
          for (const waiter of aside) if (waiter.waiting) waiter.line.putBack(waiter);
        },
      };
    },
  };
}
