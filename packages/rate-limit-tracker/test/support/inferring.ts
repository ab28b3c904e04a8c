import { createLimitInference, type Sent } from '../../src/limit-inference.ts';

/** An inference with its own clock, and the requests that are in flight. */
export function createInferring() {
  const inference = createLimitInference();
  const inFlight: Sent[] = [];
  let now = 1_000_000;

  function land(sent: Sent): void {
    inFlight.splice(inFlight.indexOf(sent), 1);
  }

  return {
    inference,
    get now() {
      return now;
    },
    pass(ms: number): void {
      now += ms;
    },
    send(tokens = 100): Sent {
      const sent = inference.sent(now, tokens, inFlight.length + 1);
      inFlight.push(sent);
      return sent;
    },
    succeed(sent: Sent): void {
      land(sent);
      inference.succeeded(sent);
    },
    fail(sent: Sent): void {
      land(sent);
      inference.failed(sent, inFlight);
    },
    unsend(sent: Sent): void {
      land(sent);
      inference.unsent(sent, inFlight);
    },
    /** @param isTold whether the refusal says for how long to stay away */
    refuse(sent: Sent, isTold = false): void {
      land(sent);
      inference.refused(now, sent, inFlight, isTold);
    },
    waitMs: (tokens = 100) => inference.wait(now, tokens, false)?.waitMs ?? 0,
  };
}

export type Inferring = ReturnType<typeof createInferring>;
