import { type Answer, answerPieces, answerText } from './answer.ts';
import { limitHeaders } from './limit-headers.ts';
import { openaiRefusal, serverError } from './openai-refusal.ts';
import { readChatRequest, readKey } from './openai-request.ts';
import type { Frame, Incoming, Reading, ReplyFacts, Wire } from './wire.ts';

/** OpenAI's chat completions and list of models, on any base path. */
export const openaiWire: Wire = {
  serves: ({ path }) => path.endsWith('/chat/completions') || path.endsWith('/models'),
  read,
  head,
  refusal: openaiRefusal,
  models: (models) =>
    JSON.stringify({
      object: 'list',
      data: models.map(({ name, provider = 'simulator' }) => ({
        id: name,
        object: 'model',
        created: 0,
        owned_by: provider,
      })),
    }),
  completion,
  frames,
  errorFrame: () =>
    toEvent(
      JSON.stringify({ error: serverError('The server failed in the middle of the answer.') }),
    ),
  keepAlive: () => ': keep-alive\n\n',
  lastFrame: () => toEvent('[DONE]'),
};

function read(incoming: Incoming): Reading {
  const { method, path } = incoming;
  if (method === 'POST' && path.endsWith('/chat/completions')) return readChatRequest(incoming);
  if (method === 'GET' && path.endsWith('/models')) {
    const key = readKey(incoming);
    return { kind: 'list', ...(key !== undefined && { key }) };
  }
  return { kind: 'refusal', refusal: { reason: 'unknown-path', method, path } };
}

function head(facts: ReplyFacts): Record<string, string> {
  if (facts.model?.headers === 'none') return {};
  return {
    'x-request-id': facts.requestId,
    'openai-processing-ms': String(Math.round(facts.elapsedMs)),
    ...limitHeaders(facts, 'openai'),
  };
}

function completion(answer: Answer): string {
  const text = answerText(answer);
  const message =
    answer.tool === undefined
      ? { role: 'assistant', content: text, refusal: null, annotations: [] }
      : {
          role: 'assistant',
          content: null,
          refusal: null,
          tool_calls: [
            {
              id: callId(answer),
              type: 'function',
              function: { name: answer.tool, arguments: text },
            },
          ],
        };
  return JSON.stringify({
    id: completionId(answer),
    object: 'chat.completion',
    created: Math.floor(answer.createdAt / 1000),
    model: answer.model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason(answer) }],
    usage: usage(answer),
    service_tier: 'default',
    system_fingerprint: 'fp_simulator',
  });
}

function* frames(answer: Answer): Generator<Frame> {
  const base = {
    id: completionId(answer),
    object: 'chat.completion.chunk',
    created: Math.floor(answer.createdAt / 1000),
    model: answer.model,
    service_tier: 'default',
    system_fingerprint: 'fp_simulator',
  };
  // Who asks for usage gets it in the last chunk, and a null in all others.
  const noUsage = answer.includeUsage ? { usage: null } : {};
  const chunk = (delta: object, finish: string | null = null, tokens = 0): Frame => {
    const choices = [{ index: 0, delta, logprobs: null, finish_reason: finish }];
    return { text: toEvent(JSON.stringify({ ...base, choices, ...noUsage })), tokens };
  };
  const { tool } = answer;
  yield chunk({ role: 'assistant', content: tool === undefined ? '' : null, refusal: null });
  if (tool !== undefined) {
    const call = { id: callId(answer), type: 'function', function: { name: tool, arguments: '' } };
    yield chunk({ tool_calls: [{ index: 0, ...call }] });
  }
  for (const piece of answerPieces(answer)) {
    const delta =
      tool === undefined
        ? { content: piece }
        : { tool_calls: [{ index: 0, function: { arguments: piece } }] };
    yield chunk(delta, null, 1);
  }
  yield chunk({}, finishReason(answer));
  if (answer.includeUsage) {
    const last = { ...base, choices: [], usage: usage(answer) };
    yield { text: toEvent(JSON.stringify(last)), tokens: 0 };
  }
  yield { text: openaiWire.lastFrame(), tokens: 0, last: true };
}

function usage(answer: Answer): object {
  const { inputTokens, outputTokens } = answer;
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}

function finishReason(answer: Answer): string {
  if (answer.finish === 'length') return 'length';
  return answer.tool === undefined ? 'stop' : 'tool_calls';
}

const completionId = (answer: Answer) => `chatcmpl-${answer.id}`;
const callId = (answer: Answer) => `call_${answer.id}`;
const toEvent = (data: string) => `data: ${data}\n\n`;
