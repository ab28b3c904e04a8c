import type { ChatCompletionChunk, ChunkDelta, FinishReason } from '@llm-router/core';
import type { ChunkReader } from '../chunk-reader.ts';
import { countOf, fieldsOf, isObject, listOf, textOf } from '../json.ts';
import { emptyEnvelope } from '../read-envelope.ts';
import { readGeminiFinish } from './finish-reason.ts';
import { readGeminiLogprobs } from './gemini-logprobs.ts';
import { createGeminiUsage } from './gemini-usage.ts';
import { createPartReader, type PartReader } from './part-reader.ts';

export interface ContentReaderOptions {
  /** The requested model, for servers that do not repeat it. */
  readonly model: string | undefined;
  /** Epoch seconds, for servers that tell no time. */
  readonly created: number;
  /** Called for what an answer in OpenAI's shape cannot say. */
  readonly onLoss: (loss: string) => void;
}

type ChunkChoice = ChatCompletionChunk['choices'][number];

interface CandidateState {
  readonly parts: PartReader;
  hasRole: boolean;
  finished: boolean;
}

/** Makes a reader that turns the pieces of one Gemini answer into chunks of OpenAI's shape. */
export function createContentReader(options: ContentReaderOptions): ChunkReader {
  const losses = new Set<string>();
  const candidates = new Map<number, CandidateState>();
  const counts = createGeminiUsage();
  let envelope = { ...emptyEnvelope(options.model), created: options.created };
  let answered = false;

  function lose(loss: string): void {
    if (losses.has(loss)) return;
    losses.add(loss);
    options.onLoss(loss);
  }

  function stateOf(index: number): CandidateState {
    const known = candidates.get(index);
    if (known !== undefined) return known;
    const state = { parts: createPartReader(lose), hasRole: false, finished: false };
    candidates.set(index, state);
    return state;
  }

  function readCandidate(candidate: object, position: number): ChunkChoice | undefined {
    const raw = fieldsOf<'index' | 'content' | 'finishReason' | 'finishMessage' | SourceField>(
      candidate,
    );
    const index = countOf(raw.index) ?? position;
    const state = stateOf(index);
    const { logprobsResult } = fieldsOf<'logprobsResult'>(candidate);
    const delta = state.parts.read(fieldsOf<'parts'>(raw.content).parts, envelope.id);
    const finish = readGeminiFinish(raw.finishReason, state.parts.calls > 0) ?? null;
    if (hasSources(raw)) lose('sources and citations were left out of the answer');
    const explanation = textOf(raw.finishMessage);
    if (finish === 'content_filter' && explanation) delta.refusal = explanation;
    return toChoice(index, state, delta, finish, readGeminiLogprobs(logprobsResult));
  }

  function toChoice(
    index: number,
    state: CandidateState,
    delta: ChunkDelta,
    finish: FinishReason | null,
    logprobs?: ChunkChoice['logprobs'],
  ): ChunkChoice | undefined {
    const isEmpty = Object.keys(delta).length === 0 && finish === null;
    if (!isEmpty) answered = true;
    if (finish !== null) state.finished = true;
    if (isEmpty && state.hasRole && !logprobs) return undefined;
    const role = state.hasRole ? {} : { role: 'assistant' as const, content: '' };
    state.hasRole = true;
    return {
      index,
      delta: { ...role, ...delta },
      finish_reason: finish,
      ...(logprobs && { logprobs }),
    };
  }

  /** A prompt that was refused has no candidates, only the reason. */
  function readBlocked(frame: object): ChunkChoice | undefined {
    const { promptFeedback } = fieldsOf<'promptFeedback'>(frame);
    const raw = fieldsOf<'blockReason' | 'blockReasonMessage'>(promptFeedback);
    if (!raw.blockReason || candidates.size > 0) return undefined;
    const explanation = textOf(raw.blockReasonMessage);
    const refusal = explanation ? { refusal: explanation } : {};
    return toChoice(0, stateOf(0), refusal, 'content_filter');
  }

  function chunkOf(choices: ChunkChoice[]): ChatCompletionChunk {
    return { object: 'chat.completion.chunk', ...envelope, choices };
  }

  return {
    note: (frame) => counts.add(fieldsOf<'usageMetadata'>(frame).usageMetadata),
    read(frame) {
      const raw = fieldsOf<'candidates' | 'responseId' | 'modelVersion' | 'createTime'>(frame);
      envelope = {
        id: textOf(raw.responseId) || envelope.id,
        model: textOf(raw.modelVersion) || envelope.model,
        created: readSeconds(raw.createTime) ?? envelope.created,
      };
      const choices = listOf(raw.candidates)
        .filter(isObject)
        .map(readCandidate)
        .filter((choice) => choice !== undefined);
      const blocked = readBlocked(frame);
      if (blocked !== undefined) choices.push(blocked);
      return choices.length > 0 ? chunkOf(choices) : undefined;
    },
    closing() {
      const open = [...candidates].filter(([, state]) => !state.finished);
      if (open.length === 0) return undefined;
      return chunkOf(
        open.map(([index, { parts }]) => ({
          index,
          delta: {},
          finish_reason: parts.calls > 0 ? 'tool_calls' : 'stop',
        })),
      );
    },
    usage() {
      const usage = counts.read();
      return usage && { object: 'chat.completion.chunk', ...envelope, choices: [], usage };
    },
    cost: undefined,
    get answered() {
      return answered;
    },
    get finished() {
      return candidates.size > 0 && [...candidates.values()].every((state) => state.finished);
    },
  };
}

type SourceField = 'groundingMetadata' | 'citationMetadata' | 'urlContextMetadata';

function hasSources(candidate: { readonly [Name in SourceField]?: unknown }): boolean {
  const { groundingMetadata, citationMetadata, urlContextMetadata } = candidate;
  return [groundingMetadata, citationMetadata, urlContextMetadata].some(
    (sources) => isObject(sources) && Object.keys(sources).length > 0,
  );
}

function readSeconds(time: unknown): number | undefined {
  const epochMs = Date.parse(textOf(time) ?? '');
  return Number.isNaN(epochMs) ? undefined : Math.floor(epochMs / 1000);
}
