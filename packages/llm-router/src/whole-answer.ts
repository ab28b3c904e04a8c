import type { ChatCompletion } from '@llm-router/core';
import type { Attempt } from './attempt.ts';
import { brokenAnswer } from './broken-answer.ts';
import { isBlank, isCompletion } from './completion-shape.ts';
import { estimatedUsage, reportedUsage } from './estimated-usage.ts';
import { filteredAnswer, isFiltered } from './filtered-answer.ts';
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
  const completion: unknown = await scope.race(room.provider.chat(request, attempt.provider));
  // Providers of the caller's own may be plain JavaScript.
  const { provider } = room.deployment;
  const usage = reportedUsage(completion);
  attempt.reported(usage);
  if (!isCompletion(completion)) throw brokenAnswer(provider, noCompletion);
  if (isBlank(completion)) throw brokenAnswer(provider, noContent);
  if (attempt.goesOnAfterFilter && isFiltered(completion)) {
    throw filteredAnswer(provider, completion);
  }
  attempt.succeeded(usage, () => estimatedUsage(request, completion));
  return { completion, room };
}

const noCompletion = 'answered what is no completion: give it choices, each with a message';
const noContent = 'gave an answer without any content and without a finish_reason';
