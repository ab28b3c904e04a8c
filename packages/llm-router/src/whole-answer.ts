import { type ChatCompletion, fromCompletionUsage } from '@llm-router/core';
import type { Attempt } from './attempt.ts';
import type { Room } from './house.ts';
import type { Delivery } from './route.ts';
import { throughCache } from './through-cache.ts';

/** A whole answer and who gave it. */
export interface ChatAnswer {
  readonly completion: ChatCompletion;
  /** Absent where the cache gave it. */
  readonly room?: Room;
}

/** An answer that comes in one piece. */
export const wholeAnswer: Delivery<ChatAnswer> = { send, throughCache };

async function send(attempt: Attempt): Promise<ChatAnswer> {
  const { room, request, scope } = attempt;
  const completion = await scope.race(room.provider.chat(request, attempt.provider));
  // Providers of the caller's own may be plain JavaScript.
  if (!Array.isArray(completion?.choices)) throw noCompletion(room.deployment.provider);
  attempt.succeeded(completion.usage && fromCompletionUsage(completion.usage));
  return { completion, room };
}

/** A bad gateway: another provider may well do better. */
function noCompletion(provider: string): Error {
  const error = new Error(`The provider '${provider}' gave no list of choices.`);
  return Object.assign(error, { status: 502 });
}
