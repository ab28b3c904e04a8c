interface Following {
  readonly listeners: Set<() => void>;
  readonly deliver: () => void;
}

const followings = new WeakMap<AbortSignal, Following>();

/**
 * Calls `listener` once when the signal aborts, or never after the returned function was called.
 * However many follow one signal, it carries a single event listener, and none once all have let go:
 * hosts warn of a leak where a thousand requests listen to the same signal.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const following = followings.get(signal) ?? follow(signal);
  const { listeners, deliver } = following;
  // Each call is its own entry, also where the same function follows twice.
  const own = () => listener();
  listeners.add(own);
  return () => {
    listeners.delete(own);
    if (listeners.size > 0) return;
    signal.removeEventListener('abort', deliver);
    if (followings.get(signal) === following) followings.delete(signal);
  };
}

function follow(signal: AbortSignal): Following {
  const listeners = new Set<() => void>();
  const deliver = () => {
    followings.delete(signal);
    for (const listener of listeners) listener();
  };
  const following = { listeners, deliver };
  followings.set(signal, following);
  signal.addEventListener('abort', deliver, { once: true });
  return following;
}

/** Whether a value is an AbortSignal. Those of other realms and libraries will do, so the shape counts. */
export function isAbortSignal(value: unknown): value is AbortSignal {
  if (typeof value !== 'object' || value === null) return false;
  const { aborted, addEventListener } = value as Partial<AbortSignal>;
  return typeof aborted === 'boolean' && typeof addEventListener === 'function';
}
