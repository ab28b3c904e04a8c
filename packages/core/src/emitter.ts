/** A typed fan-out of events. */
export interface Emitter<E extends { readonly type: string }> {
  /** Calls `listener` for each event of that type, or of any (`'*'`). Returns the way to stop. */
  on<T extends E['type'] | '*'>(
    type: T,
    listener: (event: T extends E['type'] ? Extract<E, { type: T }> : E) => void,
  ): () => void;
  /** Whether anyone listens: build an event only then. */
  hears(type: E['type']): boolean;
  emit(event: E): void;
}

/**
 * Makes an emitter. A listener that throws or rejects never breaks the one who emits, nor the other listeners;
 * its error goes to `onListenerError`.
 */
export function createEmitter<E extends { readonly type: string }>(
  onListenerError: (error: unknown, event: E) => void = () => {},
): Emitter<E> {
  const listeners = new Map<string, ReadonlySet<(event: E) => unknown>>();

  function deliver(to: ReadonlySet<(event: E) => unknown> | undefined, event: E): void {
    if (to === undefined) return;
    for (const listener of to) {
      try {
        const outcome = listener(event);
        // An async listener is assignable too; its rejection would end the process.
        if (outcome instanceof Promise) outcome.catch((error) => onListenerError(error, event));
      } catch (error) {
        onListenerError(error, event);
      }
    }
  }

  return {
    on(type, listener) {
      // Each subscription is its own entry, and a change during delivery reaches the next event only.
      const own = (event: E) => listener(event as never);
      listeners.set(type, new Set([...(listeners.get(type) ?? []), own]));
      return () => {
        const rest = new Set(listeners.get(type));
        rest.delete(own);
        if (rest.size > 0) listeners.set(type, rest);
        else listeners.delete(type);
      };
    },
    hears: (type) => listeners.has(type) || listeners.has('*'),
    emit(event) {
      const [own, every] = [listeners.get(event.type), listeners.get('*')];
      deliver(own, event);
      deliver(every, event);
    },
  };
}
