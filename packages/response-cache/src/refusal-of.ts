import type { ChatCompletion, ChatRequest, CompletionMessage } from '@llm-router/core';

/** Why an answer is not stored. A closed set, fit for a label. */
export type StoreRefusal =
  | 'policy'
  | 'not-json'
  | 'unfinished'
  | 'incomplete'
  | 'empty'
  | 'too-large';

/** How a whole answer ends. */
const whole: ReadonlySet<unknown> = new Set(['stop', 'tool_calls']);

/**
 * Why an answer is not worth keeping: a choice that did not end with `stop` or `tool_calls`
 * (`unfinished`), fewer choices than were asked for (`incomplete`), a choice without content (`empty`).
 * `undefined` for a whole answer.
 */
export function refusalOf(
  request: ChatRequest,
  completion: ChatCompletion,
): StoreRefusal | undefined {
  // It comes from outside: its type is a hope.
  const choices = (completion as Partial<ChatCompletion> | null | undefined)?.choices;
  if (!Array.isArray(choices) || choices.length === 0) return 'empty';
  if (choices.length < (request.n ?? 1)) return 'incomplete';
  const isFinished = choices.every((choice) => whole.has(choice?.finish_reason));
  if (!isFinished) return 'unfinished';
  return choices.every((choice) => hasContent(choice?.message)) ? undefined : 'empty';
}

function hasContent(message: Partial<CompletionMessage> | null | undefined): boolean {
  if (message === null || message === undefined) return false;
  const { content, tool_calls: toolCalls, audio } = message;
  if (typeof content === 'string' && content.trim() !== '') return true;
  return (toolCalls?.length ?? 0) > 0 || (audio?.data ?? '') !== '';
}
