import type { ChatCompletion, ChatCompletionChunk } from '@llm-router/core';
import { fieldsOf, isObject, listOf } from '../json.ts';

const finishReasons: ReadonlySet<unknown> = new Set([
  'stop',
  'length',
  'tool_calls',
  'content_filter',
  'function_call',
]);

const contentFields = [
  'content',
  'refusal',
  'tool_calls',
  'function_call',
  'reasoning',
  'reasoning_content',
] as const;

/** A whole answer, after a look at all that the router reads of it. Throws what is wrong. */
export function readWhole(what: string, answer: unknown): ChatCompletion {
  readEnvelope(`${what}: the answer`, answer, 'chat.completion');
  const choices = readChoices(`${what}: the answer`, answer);
  if (choices.length === 0) throw new Error(`${what}: the answer has no choices`);
  choices.forEach((choice, position) => {
    const { message, finish_reason: finish } = fieldsOf<'message' | 'finish_reason'>(choice);
    const where = `${what}: choice ${position}`;
    if (!isObject(message)) throw new Error(`${where} has no message`);
    if (!hasContent(message)) throw new Error(`${where} has an empty message`);
    if (!finishReasons.has(finish)) throw new Error(`${where} has ${showFinish(finish)}`);
  });
  return answer as ChatCompletion;
}

/** The chunks of a whole stream, after the same look. Throws what is wrong. */
export function readStreamed(
  what: string,
  chunks: readonly unknown[],
): readonly ChatCompletionChunk[] {
  /** Whether each choice has its finish reason. */
  const finished = new Map<unknown, boolean>();
  let isEmpty = true;
  chunks.forEach((chunk, position) => {
    const where = `${what}: chunk ${position}`;
    readEnvelope(where, chunk, 'chat.completion.chunk');
    for (const choice of readChoices(where, chunk)) {
      const { index, delta, finish_reason: finish } = readPiece(where, choice);
      if (hasContent(delta)) isEmpty = false;
      finished.set(index, finished.get(index) === true || finish !== null);
    }
  });
  if (isEmpty) throw new Error(`${what}: the stream has no content`);
  for (const [index, isFinished] of finished) {
    if (!isFinished) throw new Error(`${what}: choice ${index} never gets a finish reason`);
  }
  return chunks as readonly ChatCompletionChunk[];
}

/** Whether the delta of a chunk or a whole message carries anything of an answer. */
export function hasContent(message: unknown): boolean {
  const fields = fieldsOf<(typeof contentFields)[number]>(message);
  return contentFields.some((name) => {
    const value = fields[name];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
}

function readEnvelope(where: string, value: unknown, expected: string): void {
  if (!isObject(value)) throw new Error(`${where} is no object`);
  const { id, object, model, created } = fieldsOf<'id' | 'object' | 'model' | 'created'>(value);
  if (object !== expected) throw new Error(`${where} is not marked as object '${expected}'`);
  if (typeof id !== 'string') throw new Error(`${where} has no id`);
  if (typeof model !== 'string') throw new Error(`${where} has no model`);
  if (!Number.isFinite(created)) throw new Error(`${where} has no created, in epoch seconds`);
}

function readChoices(where: string, value: unknown): readonly unknown[] {
  const { choices } = fieldsOf<'choices'>(value);
  if (!Array.isArray(choices)) throw new Error(`${where} has no list of choices`);
  for (const choice of choices) {
    const { index } = fieldsOf<'index'>(choice);
    if (!isCount(index)) throw new Error(`${where} has a choice without its index`);
  }
  return listOf(choices);
}

function readPiece(where: string, choice: unknown) {
  const piece = fieldsOf<'index' | 'delta' | 'finish_reason'>(choice);
  const { delta, finish_reason: finish } = piece;
  if (!isObject(delta)) throw new Error(`${where} has a choice without a delta`);
  // The router takes whatever is not null for the end.
  if (finish !== null && !finishReasons.has(finish)) {
    throw new Error(`${where} has ${showFinish(finish)}, expected null or a reason`);
  }
  return piece;
}

/** Whether a value counts something: a whole number of at least 0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function showFinish(finish: unknown): string {
  return `the finish reason ${JSON.stringify(finish) ?? 'undefined'}`;
}
