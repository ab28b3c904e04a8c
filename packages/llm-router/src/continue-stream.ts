import type {
  Capabilities,
  ChatCompletion,
  ChatCompletionChunk,
  ChatMessage,
  ChatRequest,
  ErrorClassification,
} from '@llm-router/core';

/** What a model is asked that takes no beginning of its own answer. */
export const goOnPrompt =
  'Your answer broke off here. Go on at exactly the place where it ended: repeat nothing, and say nothing about the break.';

/** What a model has said of an answer that another is to end, and what that one is told. */
export interface BegunAnswer {
  readonly text: string;
  readonly prompt: string;
}

/**
 * Whether what has arrived of a broken answer can be continued: plain text, of one choice, before any
 * tool call, after a failure that another try may not meet.
 */
export function mayContinue(
  request: ChatRequest,
  completion: ChatCompletion | undefined,
  { category, retryable, failover }: ErrorClassification,
): boolean {
  const [choice, ...others] = completion?.choices ?? [];
  if (choice === undefined || others.length > 0) return false;
  const { content, tool_calls: calls, function_call: called } = choice.message;
  const { response_format: format } = request;
  return (
    Boolean(content) &&
    (calls?.length ?? 0) === 0 &&
    !called &&
    (format === undefined || format.type === 'text') &&
    category !== 'content_policy' &&
    (retryable || failover)
  );
}

/**
 * The request for the rest of an answer. A model that takes the beginning of its answer as the last turn
 * gets that; any other one also a word of the user's.
 */
export function requestTheRest(
  request: ChatRequest,
  { text, prompt }: BegunAnswer,
  capabilities: Capabilities | undefined,
): ChatRequest {
  const { reasoning_effort: effort = 'none' } = request;
  const prefills = capabilities?.prefill === true && effort === 'none';
  // A beginning that ends in white space is refused.
  const turn: ChatMessage = { role: 'assistant', content: text.trimEnd() };
  const ask: readonly ChatMessage[] = prefills ? [] : [{ role: 'user', content: prompt }];
  return { ...request, messages: [...request.messages, turn, ...ask] };
}

/** Text that is held back until it can be seen whether it repeats what was said. */
const windowCharacters = 200;
/** Fewer characters are the same by chance. */
const leastOverlap = 8;

/** Leaves out of a continuation what repeats the end, or the whole, of what was said before. */
export interface OverlapTrim {
  /** The pieces that may go on to the reader. */
  add(piece: ChatCompletionChunk): readonly ChatCompletionChunk[];
  /** What was held back, at the end. */
  end(): readonly ChatCompletionChunk[];
}

/**
 * A continuation is held back for at most 200 characters, and for as long as it says again, from the
 * first character on, what was said before.
 */
export function createOverlapTrim(before: string): OverlapTrim {
  const needed = Math.min(windowCharacters, before.length);
  let held: ChatCompletionChunk[] = [];
  let text = '';
  let startsOver = true;
  let isThrough = false;

  function release(): readonly ChatCompletionChunk[] {
    isThrough = true;
    let left = overlapOf(before, text);
    // A beginning that white space ended was sent without it.
    if (left === 0 && /\s$/.test(before)) left = text.length - text.trimStart().length;
    return held.map((piece) => {
      const [choice] = piece.choices;
      const content = choice?.delta.content;
      if (choice === undefined || !content || left === 0) return piece;
      const cut = Math.min(left, content.length);
      left -= cut;
      const delta = { ...choice.delta, content: content.slice(cut) };
      return { ...piece, choices: [{ ...choice, delta }] };
    });
  }

  return {
    add(piece) {
      if (isThrough) return [piece];
      held.push(piece);
      const content = piece.choices[0]?.delta.content ?? '';
      startsOver &&= before.startsWith(content, text.length);
      text += content;
      if (text.length < needed || (startsOver && text.length < before.length)) return [];
      return release();
    },
    end() {
      const rest = isThrough ? [] : release();
      held = [];
      return rest;
    },
  };
}

/** How many of the first characters of `text` repeat the last of `before`, or all of it. */
function overlapOf(before: string, text: string): number {
  if (text.startsWith(before)) return before.length;
  // It ended before it came to anything new.
  if (text.length >= leastOverlap && before.startsWith(text)) return text.length;
  const most = Math.min(before.length, text.length, windowCharacters);
  for (let length = most; length >= leastOverlap; length--) {
    if (before.endsWith(text.slice(0, length))) return length;
  }
  return 0;
}

/** The last part of an answer as the whole; what the parts used is in the ledger. */
export function asWhole({ usage: _own, ...last }: ChatCompletion, text: string): ChatCompletion {
  const [choice, ...others] = last.choices;
  if (choice === undefined) return last;
  return {
    ...last,
    choices: [{ ...choice, message: { ...choice.message, content: text } }, ...others],
  };
}
