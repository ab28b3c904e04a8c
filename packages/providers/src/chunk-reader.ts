import type { ChatCompletionChunk, ChunkDelta, CompletionUsage, Cost } from '@llm-router/core';
import { readFinishReason } from './finish-reason.ts';
import { countOf, fieldsOf, isObject, listOf, textOf } from './json.ts';
import type { ProviderProfile } from './provider-profile.ts';
import { readContent } from './read-content.ts';
import { readCost } from './read-cost.ts';
import { emptyEnvelope, readEnvelope } from './read-envelope.ts';
import { readLogprobs } from './read-logprobs.ts';
import { findUsage, readUsage } from './read-usage.ts';
import { createToolCallSlots, type ToolCallSlots } from './tool-call-slots.ts';

/** Turns the frames of one stream into chunks of OpenAI's shape. */
export interface ChunkReader {
  /** Takes note of the usage and the cost that a frame states, also where it is an error. */
  note(frame: object): void;
  /** The chunk of a frame; `undefined` where the frame carries nothing for the consumer. */
  read(frame: object): ChatCompletionChunk | undefined;
  /** A finish reason for each choice that the server ended without one; `undefined` if all have it. */
  closing(): ChatCompletionChunk | undefined;
  /** The last usage that was seen, as a chunk without choices. */
  usage(): ChatCompletionChunk | undefined;
  /** The last cost that was reported. */
  readonly cost: Cost | undefined;
  /** Whether anything of an answer has arrived. */
  readonly answered: boolean;
  /** Whether every choice has its finish reason. */
  readonly finished: boolean;
}

type ChunkChoice = ChatCompletionChunk['choices'][number];

interface ChoiceState {
  readonly slots: ToolCallSlots;
  hasRole: boolean;
  hasCalls: boolean;
  finished: boolean;
}

/**
 * Makes a reader for one stream. The role comes once and first, empty pieces are left out, and usage
 * is held back until the end: some servers repeat a growing count on every chunk.
 */
export function createChunkReader(profile: ProviderProfile, model?: string): ChunkReader {
  const choices = new Map<number, ChoiceState>();
  let envelope = emptyEnvelope(model);
  let usage: CompletionUsage | undefined;
  let cost: Cost | undefined;
  let answered = false;

  function stateOf(index: number): ChoiceState {
    const known = choices.get(index);
    if (known !== undefined) return known;
    const state = {
      slots: createToolCallSlots(),
      hasRole: false,
      hasCalls: false,
      finished: false,
    };
    choices.set(index, state);
    return state;
  }

  function readChoice(choice: object, position: number): ChunkChoice | undefined {
    const raw = fieldsOf<'index' | 'delta' | 'message' | 'finish_reason' | 'logprobs'>(choice);
    const index = countOf(raw.index) ?? position;
    const state = stateOf(index);
    const delta = readDelta(raw.delta ?? raw.message, state.slots, envelope.id);
    const finishReason = readFinishReason(raw.finish_reason) ?? null;
    const logprobs = readLogprobs(raw.logprobs);
    if (delta.tool_calls !== undefined) state.hasCalls = true;
    if (finishReason !== null) state.finished = true;
    if (finishReason !== null || Object.keys(delta).length > 0) answered = true;
    if (!state.hasRole) {
      state.hasRole = true;
      delta.role = 'assistant';
      delta.content ??= '';
    }
    const isEmpty = Object.keys(delta).length === 0 && finishReason === null && logprobs === null;
    if (isEmpty) return undefined;
    return { index, delta, finish_reason: finishReason, ...(logprobs && { logprobs }) };
  }

  function chunkOf(chunkChoices: ChunkChoice[], chunkUsage?: CompletionUsage): ChatCompletionChunk {
    return {
      object: 'chat.completion.chunk',
      ...envelope,
      choices: chunkChoices,
      ...(chunkUsage && { usage: chunkUsage }),
    };
  }

  return {
    note(frame) {
      const rawUsage = findUsage(frame);
      if (rawUsage === undefined) return;
      usage = readUsage(rawUsage, profile) ?? usage;
      cost = readCost(rawUsage, profile) ?? cost;
    },
    read(frame) {
      envelope = readEnvelope(frame, envelope);
      const read = listOf(fieldsOf<'choices'>(frame).choices)
        .filter(isObject)
        .map(readChoice)
        .filter((choice) => choice !== undefined);
      return read.length > 0 ? chunkOf(read) : undefined;
    },
    closing() {
      const open = [...choices].filter(([, state]) => !state.finished);
      if (open.length === 0) return undefined;
      return chunkOf(
        open.map(([index, state]) => ({
          index,
          delta: {},
          finish_reason: state.hasCalls ? 'tool_calls' : 'stop',
        })),
      );
    },
    usage: () => usage && chunkOf([], usage),
    get cost() {
      return cost;
    },
    get answered() {
      return answered;
    },
    get finished() {
      return choices.size > 0 && [...choices.values()].every((state) => state.finished);
    },
  };
}

/** What a delta brings; nothing stands in it that is empty. */
function readDelta(value: unknown, slots: ToolCallSlots, answerId: string): ChunkDelta {
  const raw = fieldsOf<keyof ChunkDelta>(value);
  const { text, thinking } = readContent(raw.content);
  const legacy = fieldsOf<'name' | 'arguments'>(raw.function_call);
  const reasoningContent = textOf(raw.reasoning_content) || thinking;
  const toolCalls = slots.read(raw.tool_calls, answerId);
  const delta: ChunkDelta = {};
  if (text) delta.content = text;
  if (textOf(raw.refusal)) delta.refusal = textOf(raw.refusal) ?? null;
  if (reasoningContent !== '') delta.reasoning_content = reasoningContent;
  if (textOf(raw.reasoning)) delta.reasoning = textOf(raw.reasoning) ?? null;
  if (listOf(raw.reasoning_details).length > 0) {
    delta.reasoning_details = [...listOf(raw.reasoning_details)];
  }
  if (toolCalls.length > 0) delta.tool_calls = toolCalls;
  if (textOf(legacy.name) || textOf(legacy.arguments)) {
    delta.function_call = {
      ...(textOf(legacy.name) && { name: textOf(legacy.name) ?? '' }),
      arguments: textOf(legacy.arguments) ?? '',
    };
  }
  return delta;
}
