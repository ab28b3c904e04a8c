import type { ChatCompletionChunk, ChatRequest } from '@llm-router/core';
import type { RouterConfig } from 'llm-router';
import { createOverlapTrim } from '../src/continue-stream.ts';
import {
  busy,
  chunkOf,
  collect,
  createFakeBench,
  failureOf,
  idle,
  type StreamStep,
  usageChunk,
} from './support.ts';

const cut = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const usage = (prompt: number, completion: number) =>
  usageChunk({
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
  });
const says = (...texts: readonly string[]) => texts.map((content) => chunkOf({ content }));
const whole = (...texts: readonly string[]): StreamStep[] => [
  ...says(...texts),
  chunkOf({}, 'stop'),
  usage(20, 5),
];

const goesOn: Partial<RouterConfig> = { fallback: { continueStreams: true } };
const begin = says('The tide comes in twice a day, ', 'and it goes out ');

/** A stream that breaks at `first`, and what `second` is asked and says then. */
function bench(
  first: readonly StreamStep[],
  second: readonly StreamStep[],
  config: Partial<RouterConfig> = goesOn,
) {
  return createFakeBench(
    { first: { stream: () => first }, second: { stream: () => second } },
    config,
  );
}

const textOf = (pieces: readonly ChatCompletionChunk[]) =>
  pieces.map(({ choices }) => choices[0]?.delta.content ?? '').join('');

describe('a stream that breaks after its first content', () => {
  it('is an error with what had arrived, unless the configuration says otherwise', async () => {
    const made = bench([...begin, cut], whole('never'), {});
    const error = await made.clock.run(failureOf(made.router.stream('Hello').result));
    expect(error).toMatchObject({ code: 'stream_broken', category: 'network' });
    expect(error.partial?.text).toBe('The tide comes in twice a day, and it goes out ');
    expect(made.callsOf('second')).toHaveLength(0);
  });

  it('is continued by another, which is told to go on, and the ledger says so', async () => {
    const made = bench([...begin, usage(10, 8), cut], whole('twice as well.'));
    const stream = made.router.stream('Hello');
    const pieces = await made.clock.run(collect(stream));
    const { text, deployment, usage: used, ledger, completion } = await stream.result;
    expect(text).toBe('The tide comes in twice a day, and it goes out twice as well.');
    expect(textOf(pieces)).toBe(text);
    expect(completion.choices[0]).toMatchObject({
      finish_reason: 'stop',
      message: { content: text },
    });
    expect(deployment).toBe('second');
    expect(used).toEqual({ inputTokens: 30, outputTokens: 13, totalTokens: 43 });
    expect(ledger.attempts).toMatchObject([
      { deployment: 'first', outcome: 'error', decision: { do: 'next' } },
      { deployment: 'second', outcome: 'ok', continues: 1 },
    ]);
    expect(ledger.losses).toEqual([
      'first: its stream broke after 47 characters, and was continued',
    ]);
    expect(made.callsOf('second')[0]?.request.messages).toEqual([
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'The tide comes in twice a day, and it goes out' },
      { role: 'user', content: expect.stringContaining('Go on at exactly the place') },
    ]);
    expect((await stream.committed).deployment).toBe('first');
    expect(busy(made.router)).toEqual(idle);
  });

  it('is continued with words of your own', async () => {
    const fallback = { continueStreams: { prompt: 'Weiter.' } };
    const made = bench([...begin, cut], whole('again.'), { fallback });
    await made.clock.run(made.router.stream('Hello').result);
    expect(made.callsOf('second')[0]?.request.messages.at(-1)?.content).toBe('Weiter.');
  });

  it('is given as a beginning to a model that takes one', async () => {
    const deployments = ['first', 'second'].map((id) => ({
      id,
      provider: id,
      model: id,
      capabilities: { prefill: id === 'second' },
    }));
    const made = bench([...begin, cut], whole('again.'), { ...goesOn, deployments });
    await made.clock.run(made.router.stream('Hello').result);
    expect(made.callsOf('second')[0]?.request.messages.at(-1)?.role).toBe('assistant');
  });

  it('is continued without what the continuation repeats', async () => {
    const made = bench([...begin, cut], whole('a day, and it', ' goes out slowly', '.'));
    const { text } = await made.clock.run(made.router.stream('Hello').result);
    expect(text).toBe('The tide comes in twice a day, and it goes out slowly.');
  });

  it('is continued without a short beginning that is said again', async () => {
    const made = bench([...says('The '), cut], whole('The ans', 'wer is 42.'));
    const { text } = await made.clock.run(made.router.stream('Hello').result);
    expect(text).toBe('The answer is 42.');
  });

  it('is continued by a third where the second breaks while it starts over', async () => {
    let number = 0;
    const answer = 'The tide comes in twice a day, and it goes out twice as well.';
    const ends = [40, 25, answer.length];
    const next = (): readonly StreamStep[] => {
      const text = answer.slice(0, ends[number++]);
      return text === answer ? whole(text) : [...says(text), cut];
    };
    const made = createFakeBench({ a: { stream: next }, b: { stream: next } }, goesOn);
    const { text, ledger } = await made.clock.run(made.router.stream('Hello').result);
    expect(text).toBe(answer);
    expect(ledger.attempts).toHaveLength(3);
  });

  it('is continued after a stall too', async () => {
    const made = bench([...begin, 'stall'], whole('again.'));
    const { text, ledger } = await made.clock.run(made.router.stream('Hello').result);
    expect(text).toMatch(/goes out again\.$/);
    expect(ledger.attempts[0]?.error?.category).toBe('timeout');
  });

  it('is continued as often as there are attempts', async () => {
    const again = (number: number): readonly StreamStep[] =>
      number < 4 ? [...says(`part ${number} of many, `), cut] : whole('the end.');
    let number = 0;
    const next = () => again(++number);
    const made = createFakeBench({ a: { stream: next }, b: { stream: next } }, goesOn);
    const { text, ledger } = await made.clock.run(made.router.stream('Hello').result);
    expect(text).toBe('part 1 of many, part 2 of many, part 3 of many, the end.');
    expect(ledger.attempts.map(({ continues }) => continues)).toEqual([undefined, 1, 2, 3]);
    number = 0;
    const error = await made.clock.run(
      failureOf(made.router.stream('Hello', { maxAttempts: 2 }).result),
    );
    expect(error.partial?.text).toBe('part 1 of many, part 2 of many, ');
    const [choice] = error.partial?.completion?.choices ?? [];
    expect(choice?.message.content).toBe(error.partial?.text);
    expect(error.ledger?.attempts).toHaveLength(2);
  });

  it('keeps its own error where nobody can go on', async () => {
    const made = bench([...begin, cut], [Object.assign(new Error('no'), { status: 404 })]);
    const error = await made.clock.run(failureOf(made.router.stream('Hello').result));
    expect(error).toMatchObject({ code: 'stream_broken', category: 'network', cause: cut });
    expect(error.partial?.text).toBe('The tide comes in twice a day, and it goes out ');
    expect(busy(made.router)).toEqual(idle);
  });

  const call = {
    index: 0,
    id: 'c',
    type: 'function' as const,
    function: { name: 'f', arguments: '{' },
  };
  const messages = [{ role: 'user', content: 'Hello' }] as const;
  it.each<[string, readonly StreamStep[], ChatRequest]>([
    ['a tool call was begun', [...begin, chunkOf({ tool_calls: [call] }), cut], { messages }],
    ['nothing but thoughts had come', [chunkOf({ reasoning_content: 'Hm.' }), cut], { messages }],
    [
      'a structure was asked for',
      [...begin, cut],
      { messages, response_format: { type: 'json_object' } },
    ],
    [
      'there are several choices',
      [...begin, chunkOf({ content: 'x' }, null, 1), cut],
      { messages },
    ],
    [
      'the request is at fault',
      [...begin, Object.assign(new Error('no'), { status: 400 })],
      { messages },
    ],
  ])('is not continued where %s', async (_, first, request) => {
    const made = bench(first, whole('never'));
    const error = await made.clock.run(failureOf(made.router.stream(request).result));
    expect(error.code).toBe('stream_broken');
    expect(made.callsOf('second')).toHaveLength(0);
  });

  it('is not continued where the caller leaves, or wants no fallback', async () => {
    const leaving = new AbortController();
    const made = bench([...begin, { pauseMs: 1000 }, ...says('late')], whole('never'));
    const left = failureOf(made.router.stream('Hello', { signal: leaving.signal }).result);
    await made.clock.advance(500);
    leaving.abort();
    expect((await made.clock.run(left)).code).toBe('aborted');
    const other = bench([...begin, cut], whole('never'));
    await other.clock.run(failureOf(other.router.stream('Hello', { fallback: false }).result));
    expect([...made.callsOf('second'), ...other.callsOf('second')]).toEqual([]);
  });
});

describe('the trim of a continuation', () => {
  const trimmed = (before: string, texts: readonly string[]) => {
    const trim = createOverlapTrim(before);
    return textOf([...says(...texts).flatMap((piece) => trim.add(piece)), ...trim.end()]);
  };

  it.each([
    ['nothing is repeated', 'It ends here', [' and goes on.'], ' and goes on.'],
    ['a part is repeated', 'It ends with these words', ['these words and', ' more'], ' and more'],
    ['all is repeated', 'The whole beginning.', ['The whole beginning.'], ''],
    ['a beginning of few letters is said again', 'The ', ['Th', 'e answer'], 'answer'],
    ['few letters are like the beginning', 'The ', ['Then it'], 'Then it'],
    ['a letter is the same by chance', 'It ends a', ['a b'], 'a b'],
    ['the break was in white space', 'It ends ', ['\n here'], 'here'],
  ])('where %s', (_, before, texts, expected) => {
    expect(trimmed(before, texts)).toBe(expected);
  });

  it('lets pass what stops saying the same again', () => {
    const trim = createOverlapTrim(`${'ab'.repeat(200)}c`);
    expect(trim.add(chunkOf({ content: 'ab'.repeat(150) }))).toEqual([]);
    expect(textOf(trim.add(chunkOf({ content: 'xyz' })))).toBe(`${'ab'.repeat(150)}xyz`);
    expect(trim.add(chunkOf({ content: 'more' }))).toHaveLength(1);
  });

  it('goes on as soon as all has been said again', () => {
    const trim = createOverlapTrim('The ');
    expect(textOf(trim.add(chunkOf({ content: 'The ' })))).toBe('');
    expect(textOf(trim.add(chunkOf({ content: 'answer' })))).toBe('answer');
  });

  it('holds nothing back for longer than it has to', () => {
    const trim = createOverlapTrim('abc');
    expect(trim.add(chunkOf({ content: 'wxyz' }))).toHaveLength(1);
    expect(trim.add(chunkOf({ content: 'more' }))).toHaveLength(1);
    expect(trim.end()).toEqual([]);
  });
});
