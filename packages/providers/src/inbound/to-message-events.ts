import type { ChatCompletionChunk, ChunkDelta, FinishReason, Usage } from '@llm-router/core';
import { fieldsOf, listOf, textOf } from '../json.ts';
import { isThinkingDetail } from '../messages/thinking-details.ts';
import { createCallQueue } from './call-queue.ts';
import { type BlockEvent, createBlockWriter } from './message-blocks.ts';
import {
  emptyMessage,
  type Message,
  type MessageUsage,
  type StopReason,
  toMessageUsage,
  toStopReason,
} from './message-words.ts';

/** One event of Anthropic's stream; its `type` is also the name of the server-sent event. */
export type MessageEvent =
  | { readonly type: 'message_start'; readonly message: Message }
  | { readonly type: 'ping' }
  | BlockEvent
  | {
      readonly type: 'message_delta';
      readonly delta: { readonly stop_reason: StopReason; readonly stop_sequence: null };
      readonly usage: MessageUsage;
    }
  | { readonly type: 'message_stop' };

/** Turns the pieces of one answer into the events of Anthropic's stream. */
export interface MessageEvents {
  add(chunk: ChatCompletionChunk): readonly MessageEvent[];
  /** The last events. The usage is known only now. */
  end(usage: Usage | undefined): readonly MessageEvent[];
}

/**
 * Makes a translation for one answer: thinking, text and tool calls become blocks, one open at a time.
 * Thinking that Anthropic signed keeps its signature; any other has an empty one.
 *
 * @example
 * const events = createMessageEvents();
 * for await (const chunk of stream) send(events.add(chunk));
 * send(events.end((await stream.result).usage));
 */
export function createMessageEvents(): MessageEvents {
  let out: MessageEvent[] = [];
  let hasBegun = false;
  let finish: FinishReason | undefined;
  const writer = createBlockWriter((event) => out.push(event));
  const calls = createCallQueue(writer);

  function begin(id: string, model: string): void {
    if (hasBegun) return;
    hasBegun = true;
    out.push({ type: 'message_start', message: emptyMessage(id, model) }, { type: 'ping' });
  }

  function take(): readonly MessageEvent[] {
    const taken = out;
    out = [];
    return taken;
  }

  function think(key: string, thinking: string): void {
    const start = () => ({ type: 'thinking', thinking: '', signature: '' }) as const;
    writer.grow(key, start, { type: 'thinking_delta', thinking });
  }

  function addDetail(detail: unknown): void {
    const raw = fieldsOf<'index' | 'text' | 'signature' | 'data'>(detail);
    const [text, signature, data] = [textOf(raw.text), textOf(raw.signature), textOf(raw.data)];
    const key = `thinking ${String(raw.index)}`;
    if (data !== undefined)
      writer.grow(`${key} ${data}`, () => ({ type: 'redacted_thinking', data }));
    if (text) think(key, text);
    if (!signature) return;
    const start = () => ({ type: 'thinking', thinking: '', signature: '' }) as const;
    writer.grow(key, start, { type: 'signature_delta', signature });
  }

  function addThinking(delta: ChunkDelta): void {
    const own = listOf(delta.reasoning_details).filter(isThinkingDetail);
    const foreign = delta.reasoning_content || delta.reasoning;
    if (own.length > 0) for (const detail of own) addDetail(detail);
    else if (foreign) think('thinking', foreign);
  }

  function addText(text: string): void {
    if (calls.isOpen) {
      calls.addText(text);
      return;
    }
    const start = () => ({ type: 'text', text: '', citations: null }) as const;
    writer.grow('text', start, { type: 'text_delta', text });
  }

  return {
    add({ id, model, choices }) {
      begin(id, model);
      // Anthropic's wire has one answer to a request.
      for (const { delta, finish_reason: reason } of choices.filter(({ index }) => index === 0)) {
        if (!calls.isOpen) addThinking(delta);
        if (delta.content) addText(delta.content);
        if (delta.refusal) addText(delta.refusal);
        for (const call of delta.tool_calls ?? []) calls.add(call);
        finish = reason ?? finish;
      }
      return take();
    },
    end(usage) {
      begin('', '');
      calls.flush();
      writer.close();
      const delta = { stop_reason: toStopReason(finish), stop_sequence: null };
      out.push({ type: 'message_delta', delta, usage: toMessageUsage(usage) });
      out.push({ type: 'message_stop' });
      return take();
    },
  };
}
