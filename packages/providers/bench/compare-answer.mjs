import { fromCompletionUsage } from '@llm-router/core';

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** In what an answer differs from what an independent reader sees in its recording. */
export function compareChat(completion, want, usage) {
  const choice = completion?.choices.find(({ index }) => index === 0);
  const message = choice?.message;
  const legacy = message?.function_call ? [{ function: message.function_call }] : [];
  const calls = (message?.tool_calls ?? legacy).map((call) => ({
    name: call.function.name,
    arguments: JSON.parse(call.function.arguments || '{}'),
  }));
  // The reference counts a function_call of empty strings as a call.
  const wantedCalls = want.tools.filter(({ name }) => name !== '');
  const counted = completion?.usage && fromCompletionUsage(completion.usage);
  const found = [];
  if ((message?.content ?? '') !== want.text) found.push('text');
  if (!same(calls, wantedCalls)) found.push('tool calls');
  // Where the recording states no reason, any will do.
  if (want.finish && choice?.finish_reason !== want.finish) {
    found.push(`finish reason ${choice?.finish_reason}, not ${want.finish}`);
  }
  if (usage === undefined) return found;
  const [least, most] = usage.inputTokens;
  const input = counted?.inputTokens ?? -1;
  if (input < least || input > most) found.push(`input tokens ${input}, not ${least}`);
  if (counted?.outputTokens !== usage.outputTokens) {
    found.push(`output tokens ${counted?.outputTokens}, not ${usage.outputTokens}`);
  }
  return found;
}

/** The vectors of a recorded answer in the order of their inputs; `undefined` on a wire not spoken. */
export function recordedVectors({ request_body: asked, response_body: body }) {
  const { data, embeddings, embedding, predictions } = body;
  if (Array.isArray(data)) {
    const vectors = [...data]
      .sort((a, b) => (a.index ?? 0) - (b.index ?? 0))
      .map((one) => one.embedding);
    // Text that nobody asked for is in an encoding of the vendor's own.
    const isKnown = (one) => Array.isArray(one) || asked?.encoding_format === 'base64';
    return vectors.every((one) => one && isKnown(one)) ? vectors : undefined;
  }
  const google = embedding ? [embedding] : embeddings;
  if (Array.isArray(google) && google.every(({ values }) => Array.isArray(values))) {
    return google.map(({ values }) => values);
  }
  return predictions?.map((one) => one.embeddings.values);
}

const numbersOf = (vector) => {
  if (typeof vector !== 'string') return vector;
  const bytes = Buffer.from(vector, 'base64');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, at) => view.getFloat32(at * 4, true));
};

/** In what vectors differ from their recording. */
export function compareVectors(answer, row) {
  const found = [];
  const got = answer.data.map(({ embedding }) => embedding);
  if (!same(got, recordedVectors(row).map(numbersOf))) found.push('vectors');
  const tokens = row.usage?.input_tokens;
  if (typeof tokens === 'number' && answer.usage.prompt_tokens !== tokens) {
    found.push(`input tokens ${answer.usage.prompt_tokens}, not ${tokens}`);
  }
  return found;
}
