/** A provider that answers at once: what is left to measure is the router. */
export const completion = {
  id: 'stub',
  object: 'chat.completion',
  created: 1,
  model: 'stub',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: 'ok', refusal: null },
      finish_reason: 'stop',
      logprobs: null,
    },
  ],
  usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
};

export const stub = {
  name: 'stub',
  chat: async () => completion,
  stream() {
    throw new Error('the stub does not stream');
  },
};
