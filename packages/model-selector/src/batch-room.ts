import type { Candidate } from '@llm-router/core';

/** What a deployment can take of one batch; absent means without limit. */
export interface Room {
  /** 0 or more. */
  readonly requests?: number;
  /** Prompt and answer together; 0 or more. */
  readonly tokens?: number;
}

/** The room that is left while a batch is spread. */
export interface BatchRoom {
  has(candidate: Candidate): boolean;
  take(candidate: Candidate): void;
}

export function createBatchRoom(roomOf: (id: string) => Room | undefined): BatchRoom {
  const left = new Map<string, { requests: number; tokens: number }>();

  function leftOf(id: string): { requests: number; tokens: number } {
    const known = left.get(id);
    if (known !== undefined) return known;
    const { requests = Number.POSITIVE_INFINITY, tokens = Number.POSITIVE_INFINITY } =
      roomOf(id) ?? {};
    const fresh = { requests, tokens };
    left.set(id, fresh);
    return fresh;
  }

  return {
    has(candidate) {
      const { requests, tokens } = leftOf(candidate.deployment.id);
      return requests >= 1 && tokens >= tokensOf(candidate);
    },
    take(candidate) {
      const room = leftOf(candidate.deployment.id);
      room.requests -= 1;
      room.tokens -= tokensOf(candidate);
    },
  };
}

function tokensOf({ expected }: Candidate): number {
  return expected.inputTokens + expected.outputTokens;
}
