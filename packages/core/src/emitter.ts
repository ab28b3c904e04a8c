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
 * Makes an emitter. A listener that throws never breaks the one who emits, nor the other listeners;
 * its error goes to `onListenerError`.
 */
export function createEmitter<E extends { readonly type: string }>(
  onListenerError: (error: unknown, event: E) => void = () => {},
): Emitter<E> {
  const listeners = new Map<string, ReadonlySet<(event: E) => void>>();

  function deliver(to: ReadonlySet<(event: E) => void> | undefined, event: E): void {
    if (to === undefined) return;
    for (const listener of to) {
      try {
        listener(event);
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
      deliver(listeners.get(event.type), event);
      deliver(listeners.get('*'), event);
    },
  };
}
