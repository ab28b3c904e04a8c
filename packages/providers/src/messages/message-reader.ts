import type { ChatCompletionChunk, ChunkDelta, FinishReason } from '@llm-router/core';
import type { ChunkReader } from '../chunk-reader.ts';
import { readFinishReason } from '../finish-reason.ts';
import { countOf, fieldsOf, listOf, textOf } from '../json.ts';
import { emptyEnvelope, readEnvelope } from '../read-envelope.ts';
import { createBlockReader } from './block-reader.ts';
import { createMessageUsage } from './message-usage.ts';

export interface MessageReaderOptions {
  /** The requested model, for servers that do not repeat it. */
  readonly model: string | undefined;
  /** Epoch seconds; the wire itself tells no time. */
  readonly created: number;
  /** The tool whose input is the answer. */
  readonly jsonTool: string | undefined;
  /** Called for what an answer in OpenAI's shape cannot say. */
  readonly onLoss: (loss: string) => void;
}

/** Makes a reader that turns the events of one message into chunks of OpenAI's shape. */
export function createMessageReader(options: MessageReaderOptions): ChunkReader {
  const losses = new Set<string>();
  const blocks = createBlockReader(options.jsonTool, lose);
  const counts = createMessageUsage();
  let envelope = { ...emptyEnvelope(options.model), created: options.created };
  let hasRole = false;
  let hasOutputCount = false;
  let answered = false;
  let finished = false;

  function lose(loss: string): void {
    if (losses.has(loss)) return;
    losses.add(loss);
    options.onLoss(loss);
  }

  function chunkOf(
    delta: ChunkDelta,
    finishReason: FinishReason | null = null,
  ): ChatCompletionChunk | undefined {
    if (!hasRole) {
      hasRole = true;
      delta = { role: 'assistant', content: '', ...delta };
    } else if (Object.keys(delta).length === 0 && finishReason === null) return undefined;
    const choice = { index: 0, delta, finish_reason: finishReason };
    return { object: 'chat.completion.chunk', ...envelope, choices: [choice] };
  }

  function finish(frame: object): ChatCompletionChunk | undefined {
    const raw = fieldsOf<'stop_reason' | 'stop_details'>(fieldsOf<'delta'>(frame).delta);
    const reason = readFinishReason(raw.stop_reason);
    if (reason === undefined) return undefined;
    if (raw.stop_reason === 'pause_turn') {
      lose('pause_turn became stop: the provider paused in the middle of its own tool calls');
    }
    finished = true;
    answered = true;
    const explanation = textOf(fieldsOf<'explanation'>(raw.stop_details).explanation);
    const refusal = reason === 'content_filter' && explanation ? { refusal: explanation } : {};
    const isJson = reason === 'tool_calls' && blocks.calls === 0 && blocks.hasJson;
    return chunkOf(refusal, isJson ? 'stop' : reason);
  }

  return {
    note(frame) {
      const raw = fieldsOf<'type' | 'message' | 'usage'>(frame);
      if (raw.type === 'message_start') counts.add(fieldsOf<'usage'>(raw.message).usage);
      if (raw.type !== 'message_delta') return;
      counts.add(raw.usage);
      hasOutputCount ||= countOf(fieldsOf<'output_tokens'>(raw.usage).output_tokens) !== undefined;
    },
    read(frame) {
      const raw = fieldsOf<'type' | 'message'>(frame);
      if (raw.type === 'message_start') {
        envelope = { ...readEnvelope(Object(raw.message), envelope), created: envelope.created };
        if (listOf(fieldsOf<'content'>(raw.message).content).length > 0) {
          lose('blocks that a stream repeated at its beginning were left out of the answer');
        }
        return hasRole ? undefined : chunkOf({});
      }
      if (raw.type === 'message_delta') return finish(frame);
      const delta = blocks.read(frame);
      if (delta === undefined) return undefined;
      answered = true;
      return chunkOf(delta);
    },
    closing() {
      return finished ? undefined : chunkOf({}, blocks.calls > 0 ? 'tool_calls' : 'stop');
    },
    usage() {
      // The count of output at the beginning is a placeholder.
      const usage = finished || hasOutputCount ? counts.read() : undefined;
      if (usage === undefined) return undefined;
      return { object: 'chat.completion.chunk', ...envelope, choices: [], usage };
    },
    cost: undefined,
    get answered() {
      return answered;
    },
    get finished() {
      return finished;
    },
  };
}
