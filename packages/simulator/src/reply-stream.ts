import type { Clock } from '@llm-router/core';
import type { FaultSettings } from './fault-settings.ts';
import { spoilFrame } from './malformed.ts';
import { connectionCut } from './network-error.ts';
import { pause, untilAborted } from './pause.ts';
import type { Visit } from './visit.ts';
import type { Frame, Wire } from './wire.ts';

export interface ReplyStreamOptions {
  readonly clock: Clock;
  readonly visit: Visit;
  readonly frames: Iterable<Frame>;
  /** When the first token is due, epoch milliseconds. */
  readonly firstTokenAt: number;
  readonly betweenTokensMs: number;
  /** A fault that strikes inside the stream. */
  readonly fault: FaultSettings | undefined;
  readonly wire: Pick<Wire, 'errorFrame' | 'keepAlive'>;
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

const encoder = new TextEncoder();

/**
 * Makes the body of a stream. Frames are written when they are pulled and due: nothing lies about,
 * and who reads slowly finds that the model has gone on meanwhile.
 */
export function createReplyStream(options: ReplyStreamOptions): ReadableStream<Uint8Array> {
  const { clock, visit, fault, firstTokenAt, betweenTokensMs, wire } = options;
  const frames = options.frames[Symbol.iterator]();
  let sent = 0;
  let tokens = 0;
  let struck = false;
  visit.begin(() => tokens);

  /** Silence, or signs of life and nothing else. */
  async function stall(controller: Controller, keepAliveMs: number | undefined): Promise<void> {
    if (keepAliveMs === undefined) return untilAborted(visit.signal);
    await pause(clock, keepAliveMs, visit.signal);
    controller.enqueue(encoder.encode(wire.keepAlive()));
  }

  function end({ kind, ending }: FaultSettings, controller: Controller): void {
    visit.end('failed');
    if (kind === 'cut-stream' && ending === 'reset') {
      controller.error(connectionCut());
      return;
    }
    if (kind === 'error-frame') controller.enqueue(encoder.encode(wire.errorFrame()));
    controller.close();
  }

  async function send(frame: Frame, bytes: Uint8Array, controller: Controller): Promise<void> {
    if (frame.tokens > 0) {
      const dueAt = firstTokenAt + tokens * betweenTokensMs;
      await pause(clock, dueAt - clock.now(), visit.signal);
    }
    sent += 1;
    tokens += frame.tokens;
    controller.enqueue(bytes);
    if (frame.last !== true) return;
    visit.end(struck ? 'failed' : 'ok');
    controller.close();
  }

  async function pull(controller: Controller): Promise<void> {
    if (struck && fault?.kind === 'stall') return stall(controller, fault.keepAliveMs);
    const frame: Frame | undefined = frames.next().value;
    if (frame === undefined) return controller.close();
    // A fault that waits for more frames than there are strikes before the end is told.
    const due = sent >= (fault?.afterChunks ?? 0) || frame.last === true;
    if (fault === undefined || struck || !due) {
      return send(frame, encoder.encode(frame.text), controller);
    }
    struck = true;
    // The frames after a spoilt one come as if nothing were wrong.
    if (fault.kind === 'malformed')
      return send(frame, spoilFrame(frame.text, fault.form), controller);
    return fault.kind === 'stall' ? stall(controller, fault.keepAliveMs) : end(fault, controller);
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
