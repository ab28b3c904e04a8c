/**
 * Runs an async generator under a signal of its own, which aborts with the outer signal and when the
 * consumer leaves. A plain generator would queue the consumer's `return` behind a pending read, and
 * keep the server busy for as long as that takes.
 */
export function stoppable<T>(
  start: (signal: AbortSignal) => AsyncGenerator<T>,
  outer: AbortSignal | undefined,
): AsyncIterableIterator<T> {
  const own = new AbortController();
  const items = start(own.signal);
  const forward = () => own.abort(outer?.reason);
  const ended: IteratorResult<T> = { done: true, value: undefined };
  let hasBegun = false;
  let hasLeft = false;

  // Only once it runs: a stream that nobody reads must not hang on a signal that lives long.
  function begin(): void {
    hasBegun = true;
    if (outer?.aborted) forward();
    else outer?.addEventListener('abort', forward, { once: true });
  }
  const forget = () => outer?.removeEventListener('abort', forward);

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (!hasBegun) begin();
      try {
        const step = await items.next();
        if (step.done) forget();
        return hasLeft ? ended : step;
      } catch (error) {
        forget();
        if (hasLeft) return ended;
        throw error;
      }
    },
    async return() {
      hasLeft = true;
      forget();
      own.abort();
      await items.return(undefined);
      return ended;
    },
  };
}
