import { type Answer, answerPieces } from './answer.ts';
import {
  answerUsage,
  callStart,
  messageEnd,
  messageHead,
  promptUsage,
  serviceUsage,
  signatureOf,
  thinkingStart,
} from './anthropic-message.ts';
import type { Frame } from './wire.ts';

/** An answer as Anthropic streams it: one event for each token, a ping after the first block's start. */
export function* anthropicFrames(answer: Answer): Generator<Frame> {
  const { thinkingTokens } = answer;
  const pieces = answerPieces(answer);
  yield frame('message_start', {
    message: {
      ...messageHead(answer),
      content: [],
      stop_reason: null,
      stop_sequence: null,
      stop_details: null,
      // The number of output tokens is a placeholder: it says that the answer has begun.
      usage: { ...promptUsage(answer), ...serviceUsage, output_tokens: 1 },
    },
  });
  if (thinkingTokens > 0) yield* thinkingFrames(answer, pieces);
  yield* contentFrames(answer, pieces, thinkingTokens > 0 ? 1 : 0);
  yield frame('message_delta', {
    delta: messageEnd(answer),
    usage: { ...promptUsage(answer), ...answerUsage(answer) },
  });
  yield { ...frame('message_stop', {}), last: true };
}

/** One event: its name stands before the data and in it. */
export function toEvent(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}

function* thinkingFrames(answer: Answer, pieces: Iterator<string>): Generator<Frame> {
  yield frame('content_block_start', { index: 0, content_block: thinkingStart });
  yield frame('ping', {});
  for (let token = 0; token < answer.thinkingTokens; token++) {
    yield delta(0, { type: 'thinking_delta', thinking: pieces.next().value }, 1);
  }
  yield delta(0, { type: 'signature_delta', signature: signatureOf(answer) });
  yield frame('content_block_stop', { index: 0 });
}

function* contentFrames(answer: Answer, pieces: Iterable<string>, index: number): Generator<Frame> {
  const { tool } = answer;
  const start = tool === undefined ? { type: 'text', text: '' } : callStart(answer, tool);
  yield frame('content_block_start', { index, content_block: start });
  if (index === 0) yield frame('ping', {});
  // The input of a call begins with a piece of nothing.
  if (tool !== undefined) yield delta(index, { type: 'input_json_delta', partial_json: '' });
  for (const piece of pieces) {
    const content =
      tool === undefined
        ? { type: 'text_delta', text: piece }
        : { type: 'input_json_delta', partial_json: piece };
    yield delta(index, content, 1);
  }
  yield frame('content_block_stop', { index });
}

function delta(index: number, content: object, tokens = 0): Frame {
  return { text: toEvent('content_block_delta', { index, delta: content }), tokens };
}

function frame(type: string, data: object): Frame {
  return { text: toEvent(type, data), tokens: 0 };
}
