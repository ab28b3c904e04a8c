import {
  type ChatCompletion,
  type ChatCompletionChunk,
  fromCompletionUsage,
  RouterError,
} from '@llm-router/core';

/** Whether a content filter ended an answer before its first word. */
export function isFiltered({ choices }: ChatCompletion): boolean {
  return choices.every(
    ({ message: { content, tool_calls: calls }, finish_reason: reason }) =>
      reason === 'content_filter' && !content && (calls?.length ?? 0) === 0,
  );
}

/** Whether a first piece says no more than that a content filter ended the answer. */
export function isFilteredPiece({ choices }: ChatCompletionChunk): boolean {
  return choices.every(
    ({ delta, finish_reason: reason }) => reason === 'content_filter' && !delta.content,
  );
}

/** An answer without a word, where the configuration says who else may be asked. */
export function filteredAnswer(provider: string, completion?: ChatCompletion): RouterError {
  const usage = completion?.usage && fromCompletionUsage(completion.usage);
  return new RouterError(
    'invalid_request',
    `A content filter of the provider '${provider}' ended the answer before its first word.`,
    {
      category: 'content_policy',
      ...(completion && { partial: { text: '', completion, ...(usage && { usage }) } }),
    },
  );
}
