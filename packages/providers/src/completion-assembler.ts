import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChunkDelta,
  CompletionMessage,
  CompletionUsage,
  FinishReason,
  Logprobs,
  ToolCall,
  ToolCallDelta,
} from '@llm-router/core';
import { createReasoningDetails, type ReasoningDetails } from './reasoning-details.ts';

/** Puts the pieces of a streamed answer together. */
export interface CompletionAssembler {
  add(chunk: ChatCompletionChunk): void;
  /** The text of the first choice so far. */
  readonly text: string;
  /**
   * The answer so far; `undefined` before the first piece of a choice. A choice that never got its
   * finish reason counts as cut short: `length`.
   */
  completion(): ChatCompletion | undefined;
}

interface OpenChoice {
  readonly calls: Map<number, ToolCall>;
  readonly details: ReasoningDetails;
  content: string | undefined;
  refusal: string;
  reasoning: string;
  reasoningContent: string;
  functionCall: { name: string; arguments: string } | undefined;
  logprobs: Logprobs | null;
  finishReason: FinishReason | undefined;
}

/**
 * Makes an assembler for one stream. It works in linear time and may be read at any moment, so that
 * what had arrived of a broken stream is not lost.
 *
 * @example
 * const assembler = createCompletionAssembler();
 * for await (const chunk of provider.stream(request)) assembler.add(chunk);
 * assembler.completion()?.choices[0]?.message.content;
 */
export function createCompletionAssembler(): CompletionAssembler {
  const choices = new Map<number, OpenChoice>();
  let latest: ChatCompletionChunk | undefined;
  let usage: CompletionUsage | undefined;

  function openChoice(index: number): OpenChoice {
    const known = choices.get(index);
    if (known !== undefined) return known;
    const choice: OpenChoice = {
      calls: new Map(),
      details: createReasoningDetails(),
      content: undefined,
      refusal: '',
      reasoning: '',
      reasoningContent: '',
      functionCall: undefined,
      logprobs: null,
      finishReason: undefined,
    };
    choices.set(index, choice);
    return choice;
  }

  return {
    add(chunk) {
      latest = chunk;
      usage = chunk.usage ?? usage;
      for (const piece of chunk.choices) {
        const choice = openChoice(piece.index);
        addDelta(choice, piece.delta);
        choice.finishReason = piece.finish_reason ?? choice.finishReason;
        if (piece.logprobs) addLogprobs(choice, piece.logprobs);
      }
    },
    get text() {
      return choices.get(0)?.content ?? '';
    },
    completion() {
      if (latest === undefined || choices.size === 0) return undefined;
      const { object: _object, choices: _choices, usage: _usage, ...envelope } = latest;
      return {
        ...envelope,
        object: 'chat.completion',
        choices: [...choices]
          .sort(([a], [b]) => a - b)
          .map(([index, choice]) => closeChoice(index, choice)),
        ...(usage && { usage }),
      };
    },
  };
}

function addDelta(choice: OpenChoice, delta: ChunkDelta): void {
  if (typeof delta.content === 'string') choice.content = (choice.content ?? '') + delta.content;
  choice.refusal += delta.refusal ?? '';
  choice.reasoning += delta.reasoning ?? '';
  choice.reasoningContent += delta.reasoning_content ?? '';
  choice.details.add(delta.reasoning_details ?? []);
  for (const piece of delta.tool_calls ?? []) addToolCall(choice.calls, piece);
  if (delta.function_call) {
    choice.functionCall ??= { name: '', arguments: '' };
    choice.functionCall.name ||= delta.function_call.name ?? '';
    choice.functionCall.arguments += delta.function_call.arguments ?? '';
  }
}

function addToolCall(calls: Map<number, ToolCall>, piece: ToolCallDelta): void {
  let call = calls.get(piece.index);
  if (call === undefined) {
    const id = piece.id ?? '';
    call =
      piece.custom === undefined
        ? { id, type: 'function', function: { name: '', arguments: '' } }
        : { id, type: 'custom', custom: { name: '', input: '' } };
    calls.set(piece.index, call);
  }
  call.id ||= piece.id ?? '';
  if (call.type === 'custom') {
    call.custom.name ||= piece.custom?.name ?? '';
    call.custom.input += piece.custom?.input ?? '';
  } else {
    call.function.name ||= piece.function?.name ?? '';
    call.function.arguments += piece.function?.arguments ?? '';
  }
}

function closeChoice(index: number, choice: OpenChoice): ChatCompletion['choices'][number] {
  const calls = [...choice.calls].sort(([a], [b]) => a - b).map(([, call]) => closeCall(call));
  const details = choice.details.read();
  const hasOther = calls.length > 0 || choice.functionCall !== undefined || choice.refusal !== '';
  const message: CompletionMessage = {
    role: 'assistant',
    content: choice.content === '' && hasOther ? null : (choice.content ?? null),
    refusal: choice.refusal || null,
  };
  if (calls.length > 0) message.tool_calls = calls;
  if (choice.functionCall !== undefined) message.function_call = { ...choice.functionCall };
  if (choice.reasoningContent !== '') message.reasoning_content = choice.reasoningContent;
  if (choice.reasoning !== '') message.reasoning = choice.reasoning;
  if (details.length > 0) message.reasoning_details = details;
  return {
    index,
    message,
    finish_reason: choice.finishReason ?? 'length',
    logprobs: choice.logprobs && copyLogprobs(choice.logprobs),
  };
}

/** A copy, so that what was handed out does not grow; a call without arguments has an empty object. */
function closeCall(call: ToolCall): ToolCall {
  if (call.type === 'custom') return { ...call, custom: { ...call.custom } };
  return { ...call, function: { ...call.function, arguments: call.function.arguments || '{}' } };
}

/** Appends in place: copying the lists for each piece would be quadratic. */
function addLogprobs(choice: OpenChoice, more: Logprobs): void {
  choice.logprobs ??= { content: null, refusal: null };
  for (const part of ['content', 'refusal'] as const) {
    const tokens = more[part];
    if (!tokens) continue;
    choice.logprobs[part] ??= [];
    for (const token of tokens) choice.logprobs[part].push(token);
  }
}

function copyLogprobs(logprobs: Logprobs): Logprobs {
  return {
    content: logprobs.content && [...logprobs.content],
    refusal: logprobs.refusal && [...logprobs.refusal],
  };
}
