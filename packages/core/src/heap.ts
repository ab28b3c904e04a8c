/** A binary heap: the smallest item first. */
export interface Heap<T> {
  readonly size: number;
  peek(): T | undefined;
  push(item: T): void;
  pop(): T | undefined;
  /** All of them, or up to `most` from near the top, in no order. */
  items(most?: number): readonly T[];
  /** Drops every item that fails the test, in O(n). */
  retain(keep: (item: T) => boolean): void;
}

/** Makes a heap ordered by `isBefore`. Both `push` and `pop` take O(log n). */
export function createHeap<T>(isBefore: (a: T, b: T) => boolean): Heap<T> {
  let items: T[] = [];

  function siftUp(from: number): void {
    const item = items[from] as T;
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(item, items[parent] as T)) break;
      items[index] = items[parent] as T;
      index = parent;
    }
    items[index] = item;
  }

  function siftDown(item: T, from: number): void {
    const { length } = items;
    let index = from;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= length) break;
      if (child + 1 < length && isBefore(items[child + 1] as T, items[child] as T)) child += 1;
      if (!isBefore(items[child] as T, item)) break;
      items[index] = items[child] as T;
      index = child;
    }
    items[index] = item;
  }

  return {
    get size() {
      return items.length;
    },
    peek: () => items[0],
    push(item) {
      items.push(item);
      siftUp(items.length - 1);
    },
    pop() {
      const first = items[0];
      const last = items.pop();
      if (items.length > 0) siftDown(last as T, 0);
      return first;
    },
    items: (most) => items.slice(0, most),
    retain(keep) {
      items = items.filter(keep);
      for (let index = (items.length >> 1) - 1; index >= 0; index--) {
        siftDown(items[index] as T, index);
      }
    },
  };
}
