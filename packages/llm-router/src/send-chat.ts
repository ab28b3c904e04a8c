import { type ChatCompletion, fromCompletionUsage } from '@llm-router/core';
import type { Room } from './house.ts';
import type { Send } from './route.ts';

/** A whole answer and who gave it. */
export interface ChatAnswer {
  readonly completion: ChatCompletion;
  readonly room: Room;
}

/** Sends a request whose answer comes in one piece. */
export const sendChat: Send<ChatAnswer> = async (attempt) => {
  const { room, request, scope } = attempt;
  const completion = await scope.race(room.provider.chat(request, attempt.provider));
  attempt.succeeded(completion.usage && fromCompletionUsage(completion.usage));
  return { completion, room };
};
