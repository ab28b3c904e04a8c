import type { ChatCompletion, CompletionMessage } from '@llm-router/core';
import { readFinishReason } from './finish-reason.ts';
import { countOf, fieldsOf, isObject, listOf, textOf } from './json.ts';
import type { ProviderProfile } from './provider-profile.ts';
import { readContent } from './read-content.ts';
import { emptyEnvelope, readEnvelope } from './read-envelope.ts';
import { readLogprobs } from './read-logprobs.ts';
import { readToolCalls } from './read-tool-calls.ts';
import { findUsage, readUsage } from './read-usage.ts';

/**
 * A whole answer in OpenAI's shape, whatever dialect it came in; `undefined` where it is no answer.
 * `model` is the requested one, for servers that do not repeat it.
 */
export function readCompletion(
  answer: unknown,
  profile: ProviderProfile,
  model?: string,
): ChatCompletion | undefined {
  if (!isObject(answer)) return undefined;
  const rawChoices = listOf(fieldsOf<'choices'>(answer).choices).filter(isObject);
  if (rawChoices.length === 0) return undefined;

  const envelope = readEnvelope(answer, emptyEnvelope(model));
  const choices = rawChoices.map((choice, position) => readChoice(choice, position, envelope.id));
  const rawUsage = findUsage(answer);
  const usage = rawUsage && readUsage(rawUsage, profile);
  return { object: 'chat.completion', ...envelope, choices, ...(usage && { usage }) };
}

function readChoice(
  choice: object,
  position: number,
  answerId: string,
): ChatCompletion['choices'][number] {
  const raw = fieldsOf<'index' | 'message' | 'finish_reason' | 'logprobs'>(choice);
  const message = readMessage(raw.message, answerId);
  return {
    index: countOf(raw.index) ?? position,
    message,
    finish_reason:
      readFinishReason(raw.finish_reason) ?? (message.tool_calls ? 'tool_calls' : 'stop'),
    logprobs: readLogprobs(raw.logprobs),
  };
}

function readMessage(value: unknown, answerId: string): CompletionMessage {
  const raw = fieldsOf<keyof CompletionMessage>(value);
  const { text, thinking } = readContent(raw.content);
  const toolCalls = readToolCalls(raw.tool_calls, answerId);
  const legacy = fieldsOf<'name' | 'arguments'>(raw.function_call);
  const reasoningContent = textOf(raw.reasoning_content) || thinking;
  const message: CompletionMessage = {
    role: 'assistant',
    content: text,
    refusal: textOf(raw.refusal) || null,
  };
  if (toolCalls.length > 0) message.tool_calls = toolCalls;
  if (textOf(legacy.name)) {
    message.function_call = {
      name: textOf(legacy.name) ?? '',
      arguments: textOf(legacy.arguments) || '{}',
    };
  }
  if (reasoningContent !== '') message.reasoning_content = reasoningContent;
  if (textOf(raw.reasoning)) message.reasoning = textOf(raw.reasoning) ?? null;
  if (listOf(raw.reasoning_details).length > 0) {
    message.reasoning_details = [...listOf(raw.reasoning_details)];
  }
  keepOpenAiExtras(message, raw);
  return message;
}

/** Sound and citations exist on OpenAI's own wire only, so that their shape is taken as it is. */
function keepOpenAiExtras(
  message: CompletionMessage,
  raw: ReturnType<typeof fieldsOf<keyof CompletionMessage>>,
): void {
  if (isObject(raw.audio) && textOf(fieldsOf<'id'>(raw.audio).id)) {
    message.audio = raw.audio as NonNullable<CompletionMessage['audio']>;
  }
  if (Array.isArray(raw.annotations) && raw.annotations.length > 0) {
    message.annotations = raw.annotations;
  }
}

/**
 * Whether an answer says nothing at all: no choice has content, or a reason to have ended without.
 * `completion` is what was read of it, where a reason that was missing is filled in.
 */
export function isBlank(answer: unknown, { choices }: ChatCompletion): boolean {
  const raw = listOf(fieldsOf<'choices'>(answer).choices).filter(isObject);
  const hasReason = (choice: object) =>
    readFinishReason(fieldsOf<'finish_reason'>(choice).finish_reason) !== undefined;
  return !raw.some(hasReason) && choices.every(({ message }) => isSilent(message));
}

function isSilent(message: CompletionMessage): boolean {
  const { role: _role, content, refusal, ...more } = message;
  return !content && !refusal && Object.keys(more).length === 0;
}
