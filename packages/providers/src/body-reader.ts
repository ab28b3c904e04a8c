/** Reads an answer's body piece by piece, and only when asked. The first way to close it counts. */
export interface BodyReader {
  /** The next bytes; `undefined` at the end. Rejects with the signal's reason once it aborted. */
  read(): Promise<Uint8Array | undefined>;
  /** The rest is not wanted: stops the server. */
  cancel(): void;
  /**
   * The answer is complete: lets the connection end by itself, so that it can be used again. Should
   * more come than the end, it is cancelled.
   */
  finish(): void;
}

const ignore = (): void => {};

/** Opens a body. An abort of the signal cancels it at once, whether or not anyone is reading. */
export function openBody(response: Response, signal: AbortSignal | undefined): BodyReader {
  const reader = response.body?.getReader();
  let isOpen = true;

  function close(): boolean {
    const wasOpen = isOpen;
    isOpen = false;
    signal?.removeEventListener('abort', cancel);
    return wasOpen;
  }

  function cancel(): void {
    if (close()) reader?.cancel(signal?.reason).catch(ignore);
  }

  if (signal?.aborted) cancel();
  else signal?.addEventListener('abort', cancel, { once: true });

  return {
    async read() {
      signal?.throwIfAborted();
      const step = await reader?.read();
      // A cancelled body looks like one that ended.
      signal?.throwIfAborted();
      if (step?.done !== false) close();
      return step?.value;
    },
    cancel,
    finish() {
      if (!close()) return;
      reader
        ?.read()
        .then((step) => (step.done ? undefined : reader.cancel()))
        .catch(ignore);
    },
  };
}

/** The beginning of a body as text. */
export interface BodyText {
  readonly text: string;
  /** Whether `text` is all of it. */
  readonly isWhole: boolean;
}

/** Reads a body up to `maxBytes`; a longer one is cut there and cancelled. */
export async function readText(body: BodyReader, maxBytes: number): Promise<BodyText> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let piece = await body.read(); piece !== undefined; piece = await body.read()) {
    const room = maxBytes - bytes;
    bytes += piece.byteLength;
    text += decoder.decode(piece.subarray(0, room), { stream: true });
    if (bytes > maxBytes) {
      body.cancel();
      return { text, isWhole: false };
    }
  }
  return { text: text + decoder.decode(), isWhole: true };
}
