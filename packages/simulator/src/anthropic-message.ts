import { type Answer, answerPieces } from './answer.ts';

/** A message without its content: the head of a stream, and the frame of a JSON answer. */
export function messageHead(answer: Answer): object {
  return { id: `msg_${answer.id}`, type: 'message', role: 'assistant', model: answer.model };
}

/** How an answer ended. */
export function messageEnd(answer: Answer): object {
  return { stop_reason: stopReason(answer), stop_sequence: null, stop_details: null };
}

/** Tokens of the prompt; nothing is ever cached. */
export function promptUsage(answer: Answer): object {
  return {
    input_tokens: answer.inputTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
  };
}

/** What {@link promptUsage} leaves to the first event of a stream. */
export const serviceUsage: object = {
  cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
  service_tier: 'standard',
};

/** Tokens of the whole answer. */
export function answerUsage(answer: Answer): object {
  const { outputTokens, thinkingTokens } = answer;
  return {
    output_tokens: outputTokens,
    output_tokens_details: { thinking_tokens: thinkingTokens },
  };
}

/** A whole message, as JSON. */
export function anthropicMessage(answer: Answer): string {
  const pieces = [...answerPieces(answer)];
  const thinking = pieces.splice(0, answer.thinkingTokens).join('');
  const text = pieces.join('');
  return JSON.stringify({
    ...messageHead(answer),
    content: [
      ...(thinking === '' ? [] : [{ ...thinkingStart, thinking, signature: signatureOf(answer) }]),
      answer.tool === undefined
        ? { type: 'text', text }
        : { ...callStart(answer, answer.tool), input: readInput(text, answer) },
    ],
    ...messageEnd(answer),
    usage: { ...promptUsage(answer), ...serviceUsage, ...answerUsage(answer) },
  });
}

/** A thinking block before its first thought. */
export const thinkingStart: object = { type: 'thinking', thinking: '', signature: '' };

/** A call before its input. */
export function callStart(answer: Answer, tool: string): object {
  return { type: 'tool_use', id: `toolu_${answer.id}`, name: tool, input: {} };
}

/** Proves to nobody that the thoughts are the model's. */
export const signatureOf = (answer: Answer): string => `sig_${answer.id}`;

/** A call that was cut short keeps what had come of its input. */
function readInput(text: string, { finish }: Answer): unknown {
  return JSON.parse(finish === 'length' ? `${text}"}` : text);
}

function stopReason({ finish, tool }: Answer): string {
  if (finish === 'length') return 'max_tokens';
  return tool === undefined ? 'end_turn' : 'tool_use';
}
