import type { LanguageModelV3Usage } from '@ai-sdk/provider';
import type { ChatCompletionChunk, ToolCallDelta } from '@llm-router/core';
import type { ChatResult } from 'llm-router';
import type { Warning } from './call-options.ts';
import {
  type Content,
  detailsOf,
  type Finish,
  type Metadata,
  toFinishReason,
  toMetadata,
  toToolCall,
  toUsage,
} from './to-answer.ts';

/** A part of a stream that both specifications know. */
export type StreamPart =
  | { type: 'stream-start'; warnings: Warning[] }
  | { type: 'response-metadata'; id: string; modelId: string; timestamp: Date }
  | { type: 'text-start' | 'text-end' | 'reasoning-start' | 'tool-input-end'; id: string }
  | { type: 'reasoning-end'; id: string; providerMetadata?: Metadata }
  | { type: 'text-delta' | 'reasoning-delta' | 'tool-input-delta'; id: string; delta: string }
  | { type: 'tool-input-start'; id: string; toolName: string }
  | Extract<Content, { type: 'tool-call' }>
  | {
      type: 'finish';
      usage: LanguageModelV3Usage;
      finishReason: Finish;
      providerMetadata: Metadata;
    };

/** Turns the pieces of one answer into parts. */
export interface StreamParts {
  add(chunk: ChatCompletionChunk): StreamPart[];
  end(result: ChatResult): StreamPart[];
}

interface GrowingCall {
  readonly id: string;
  readonly toolName: string;
  input: string;
}

/** Makes a translation for one answer. Tool calls may grow side by side; each is whole at the end. */
export function createStreamParts(): StreamParts {
  const calls = new Map<number, GrowingCall>();
  let hasBegun = false;
  let hasDetails = false;
  let open: 'text' | 'reasoning' | undefined;
  let blocks = 0;
  let reasoningId: string | undefined;

  function close(out: StreamPart[]): void {
    if (open === 'text') out.push({ type: 'text-end', id: String(blocks) });
    // Signed reasoning ends with the stream, when its signatures have come together.
    if (open === 'reasoning' && !hasDetails && reasoningId !== undefined) {
      out.push({ type: 'reasoning-end', id: reasoningId });
      reasoningId = undefined;
    }
    open = undefined;
  }

  function addText(out: StreamPart[], delta: string): void {
    if (open !== 'text') {
      close(out);
      open = 'text';
      blocks += 1;
      out.push({ type: 'text-start', id: String(blocks) });
    }
    out.push({ type: 'text-delta', id: String(blocks), delta });
  }

  function think(out: StreamPart[]): string {
    if (open !== 'reasoning') {
      close(out);
      open = 'reasoning';
    }
    if (reasoningId === undefined) {
      blocks += 1;
      reasoningId = String(blocks);
      out.push({ type: 'reasoning-start', id: reasoningId });
    }
    return reasoningId;
  }

  function addCall(out: StreamPart[], { index, id, function: called = {} }: ToolCallDelta): void {
    const { name = '', arguments: delta = '' } = called;
    let call = calls.get(index);
    if (call === undefined) {
      close(out);
      call = { id: id ?? `call_${index}`, toolName: name, input: '' };
      calls.set(index, call);
      out.push({ type: 'tool-input-start', id: call.id, toolName: name });
    }
    if (delta === '') return;
    call.input += delta;
    out.push({ type: 'tool-input-delta', id: call.id, delta });
  }

  return {
    add({ id, model, created, choices }) {
      const out: StreamPart[] = [];
      if (!hasBegun) {
        hasBegun = true;
        const timestamp = new Date(created * 1000);
        out.push({ type: 'response-metadata', id, modelId: model, timestamp });
      }
      for (const { delta } of choices.filter(({ index }) => index === 0)) {
        const thought = delta.reasoning_content || delta.reasoning;
        if ((delta.reasoning_details?.length ?? 0) > 0) {
          hasDetails = true;
          think(out);
        }
        if (thought) out.push({ type: 'reasoning-delta', id: think(out), delta: thought });
        const text = delta.content || delta.refusal;
        if (text) addText(out, text);
        for (const call of delta.tool_calls ?? []) addCall(out, call);
      }
      return out;
    },
    end(result) {
      const out: StreamPart[] = [];
      const { completion, usage } = result;
      close(out);
      if (reasoningId !== undefined) {
        const details = detailsOf(completion.choices[0]?.message.reasoning_details);
        out.push({ type: 'reasoning-end', id: reasoningId, ...details });
      }
      for (const { id, toolName, input } of calls.values()) {
        out.push({ type: 'tool-input-end', id }, toToolCall(id, toolName, input));
      }
      out.push({
        type: 'finish',
        usage: toUsage(usage),
        finishReason: toFinishReason(completion),
        providerMetadata: toMetadata(result),
      });
      return out;
    },
  };
}
