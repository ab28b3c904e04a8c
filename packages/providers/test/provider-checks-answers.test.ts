import { type ChatRequest, createVirtualClock } from '@llm-router/core';
import {
  type Loose,
  only,
  reportOf,
  type Spoil,
  spoilAnswer,
  spoilCall,
  spoilChunk,
} from './spoilt.ts';
import { chatWire } from './trial-scripts.ts';
import { trialsOf } from './trial-servers.ts';

const firstChoice = (part: Loose) =>
  spoilAnswer(({ choices, ...rest }) => ({ ...rest, choices: [{ ...choices[0], ...part }] }));

const everyPiece = (part: Loose) =>
  spoilChunk(({ choices, ...rest }) => ({
    ...rest,
    choices: choices.map((choice) => ({ ...choice, ...part })),
  }));

const usage = (part: Loose) =>
  spoilAnswer((answer) => ({ ...answer, usage: { ...answer.usage, ...part } }));

/** All streams of the provider end with the first one's signal. */
const sharesItsAbort: Spoil = (provider) => {
  const shared = new AbortController();
  return spoilCall((request, call) => {
    call.signal?.addEventListener('abort', () => shared.abort());
    return [request, { ...call, signal: shared.signal }];
  })(provider, 'answering');
};

/** What was said so far is kept for all calls together. */
const sharesItsText: Spoil = (provider) => {
  let position = 0;
  const words = ['It stands ', 'since 1390.'];
  return {
    ...provider,
    async *stream(request, call) {
      position = 0;
      for await (const chunk of provider.stream(request, call)) {
        const [choice] = chunk.choices;
        if (!choice?.delta.content) yield chunk;
        else {
          const delta = { ...choice.delta, content: words[position++] ?? '' };
          yield { ...chunk, choices: [{ ...choice, delta }] };
        }
      }
    },
  };
};

const neverEnds: Spoil = (provider) => ({
  ...provider,
  async *stream(request, call) {
    for await (const chunk of provider.stream(request, call)) for (;;) yield chunk;
  },
});

const hangs: Spoil = (provider) => ({ ...provider, chat: () => new Promise<never>(() => {}) });

const takesBack = spoilCall((request, call) => {
  const mutable = request as { model?: string };
  const before = request.model ?? '';
  mutable.model = 'mine';
  mutable.model = before;
  return [request, call];
});

const digs = { id: 'call-1', type: 'custom', custom: { name: 'dig', input: 'deep' } };

const whole = 'gives a whole answer';
const streams = 'streams an answer';
const same = 'streams what it answers whole';
const counts = 'counts usage in whole numbers';
const unchanged = 'does not change its request';
const apart = 'keeps calls at the same time apart';

const cases: readonly [what: string, spoil: Spoil, check: string, message: RegExp][] = [
  ['answers with a text', spoilAnswer(() => 'It stands.'), whole, /the answer is no object/],
  [
    'has no list of choices',
    spoilAnswer(({ choices: _, ...rest }) => rest),
    whole,
    /no list of choices/,
  ],
  [
    'has an empty list of choices',
    spoilAnswer((answer) => ({ ...answer, choices: [] })),
    whole,
    /no choices/,
  ],
  ['leaves the index out', firstChoice({ index: undefined }), whole, /choice without its index/],
  ['leaves the message out', firstChoice({ message: undefined }), whole, /choice 0 has no message/],
  [
    'says nothing',
    firstChoice({ message: { role: 'assistant', content: null } }),
    whole,
    /empty message/,
  ],
  [
    'has a finish reason of its own',
    firstChoice({ finish_reason: 'eos' }),
    whole,
    /the finish reason "eos"/,
  ],
  ['has no id', spoilAnswer(({ id: _, ...rest }) => rest), whole, /the answer has no id/],
  [
    'counts time as text',
    spoilAnswer((answer) => ({ ...answer, created: 'now' })),
    whole,
    /no created/,
  ],
  ['names no model', spoilAnswer((answer) => ({ ...answer, model: null })), whole, /no model/],
  [
    'marks chunks as answers',
    spoilChunk((chunk) => ({ ...chunk, object: 'chat.completion' })),
    streams,
    /chunk 0 is not marked/,
  ],
  [
    'cannot do without options',
    (provider) => ({
      ...provider,
      chat: (request, call) =>
        provider.chat(request, { signal: (call as { signal: AbortSignal }).signal }),
    }),
    whole,
    /chat\(\) before the server 'answering' failed: Cannot read/,
  ],
  ['never answers', hangs, whole, /took longer than 2000 ms/],
  [
    'has chunks without choices',
    spoilChunk(({ choices: _, ...rest }) => rest),
    streams,
    /no list of choices/,
  ],
  [
    'leaves the delta out',
    everyPiece({ delta: undefined }),
    streams,
    /chunk 0 has a choice without a delta/,
  ],
  [
    'leaves an open finish reason out',
    everyPiece({ finish_reason: undefined }),
    streams,
    /the finish reason undefined, expected null/,
  ],
  [
    'never gives a finish reason',
    everyPiece({ finish_reason: null }),
    streams,
    /choice 0 never gets a finish reason/,
  ],
  ['streams no content', everyPiece({ delta: {} }), streams, /the stream has no content/],
  ['has a stream without end', neverEnds, streams, /over 10000 chunks/],
  [
    'drops a piece',
    spoilChunk((chunk) => (chunk.choices[0]?.delta.content === 'since 1390.' ? undefined : chunk)),
    same,
    /stream\(\) says .*stands "}\] where chat\(\) says .*1390/,
  ],
  [
    'says something else whole',
    firstChoice({ message: { role: 'assistant', content: 'No.' } }),
    same,
    /where chat\(\) says .*No\./,
  ],
  [
    'refuses whole',
    firstChoice({ message: { content: 'It stands since 1390.', refusal: 'No.' } }),
    same,
    /where chat\(\) says .*refusal/,
  ],
  ['digs', firstChoice({ message: { tool_calls: [digs] } }), same, /where chat\(\) says .*deep/],
  ['counts in fractions', usage({ prompt_tokens: 20.5 }), counts, /prompt_tokens is 20\.5/],
  ['counts below zero', usage({ completion_tokens: -1 }), counts, /completion_tokens is -1/],
  ['leaves the total out', usage({ total_tokens: undefined }), counts, /total_tokens is undefined/],
  [
    'counts the cache beside the prompt',
    usage({ prompt_tokens_details: { cached_tokens: 15, cache_write_tokens: 6 } }),
    counts,
    /are 21, more than the 20 prompt_tokens/,
  ],
  [
    'counts the reasoning beside the rest',
    usage({ completion_tokens_details: { reasoning_tokens: 7 } }),
    counts,
    /are 7, more than the 6 completion_tokens/,
  ],
  [
    'counts in words',
    spoilChunk((chunk) => (chunk.usage ? { ...chunk, usage: 'many' } : chunk)),
    counts,
    /the usage is no object/,
  ],
  [
    'puts usage on its last piece',
    spoilChunk((chunk) =>
      chunk.choices[0]?.finish_reason
        ? { ...chunk, usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } }
        : chunk,
    ),
    counts,
    /with the usage has choices/,
  ],
  [
    'names its own model',
    spoilCall((request, call) => [Object.assign(request, { model: 'mine' }), call]),
    unchanged,
    /the request was changed/,
  ],
  [
    'adds a message',
    spoilCall((request, call) => {
      (request.messages as ChatRequest['messages'][number][]).push({
        role: 'user',
        content: 'Please.',
      });
      return [request, call];
    }),
    unchanged,
    /the request was changed/,
  ],
  ['takes its change back', takesBack, unchanged, /with a frozen request .*read only/],
  [
    'shares its abort',
    sharesItsAbort,
    apart,
    /one of several streams at the same time failed: .*aborted/,
  ],
  ['shares its text', sharesItsText, apart, /at the same time says .*, alone it says/],
];

it.each(cases)('finds out a provider that %s', async (_, spoil, check, message) => {
  const report = await reportOf(trialsOf(chatWire, only('answering', spoil)), createVirtualClock());
  expect(report[check]).toMatch(message);
});
