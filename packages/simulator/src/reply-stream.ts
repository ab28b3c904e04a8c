import type { Clock } from '@llm-router/core';
import type { FaultSettings } from './fault.ts';
import { connectionCut } from './network-error.ts';
import { pause, untilAborted } from './pause.ts';
import type { Visit } from './visit.ts';
import type { Frame } from './wire.ts';

export interface ReplyStreamOptions {
  readonly clock: Clock;
  readonly visit: Visit;
  readonly frames: Iterable<Frame>;
  /** When the first token is due, epoch milliseconds. */
  readonly firstTokenAt: number;
  readonly betweenTokensMs: number;
  /** A fault that strikes inside the stream. */
  readonly fault: FaultSettings | undefined;
  readonly errorFrame: () => string;
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

const encoder = new TextEncoder();

/**
 * Makes the body of a stream. Frames are written when they are pulled and due: nothing lies about,
 * and who reads slowly finds that the model has gone on meanwhile.
 */
export function createReplyStream(options: ReplyStreamOptions): ReadableStream<Uint8Array> {
  const { clock, visit, fault, firstTokenAt, betweenTokensMs } = options;
  const frames = options.frames[Symbol.iterator]();
  let sent = 0;
  let tokens = 0;
  visit.begin(() => tokens);

  async function strike(kind: FaultSettings, controller: Controller): Promise<void> {
    if (kind.kind === 'stall') return untilAborted(visit.signal);
    visit.end('failed');
    if (kind.kind === 'cut-stream' && kind.ending === 'reset') {
      controller.error(connectionCut());
      return;
    }
    if (kind.kind === 'error-frame') controller.enqueue(encoder.encode(options.errorFrame()));
    controller.close();
  }

  async function pull(controller: Controller): Promise<void> {
    const frame: Frame | undefined = frames.next().value;
    if (frame === undefined) return controller.close();
    // A fault that waits for more frames than there are strikes before the end is told.
    if (fault !== undefined && (sent >= (fault.afterChunks ?? 0) || frame.last === true)) {
      return strike(fault, controller);
    }
    if (frame.tokens > 0) {
      const dueAt = firstTokenAt + tokens * betweenTokensMs;
      await pause(clock, dueAt - clock.now(), visit.signal);
    }
    sent += 1;
    tokens += frame.tokens;
    controller.enqueue(encoder.encode(frame.text));
    if (frame.last !== true) return;
    visit.end('ok');
    controller.close();
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const onAbort = () => controller.error(visit.signal.reason);
        visit.signal.addEventListener('abort', onAbort, { once: true });
      },
      pull,
      cancel: (reason) => visit.abandon(reason),
    },
    { highWaterMark: 0 },
  );
}
