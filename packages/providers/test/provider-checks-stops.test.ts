import { createVirtualClock, type Provider } from '@llm-router/core';
import { endsQuietly, failsWith, only, reportOf, type Spoil, spoilCall } from './spoilt.ts';
import { chatWire } from './trial-scripts.ts';
import { trialsOf } from './trial-servers.ts';

type Chunks = ReturnType<ReturnType<Provider['stream']>[typeof Symbol.asyncIterator]>;

const isDeaf = spoilCall((request, { signal: _, ...call }) => [request, call]);

/** Rejects at once, but leaves the request to itself. */
const abandons: Spoil = (provider) => ({
  ...provider,
  chat: (request, call = {}) =>
    new Promise((resolve, reject) => {
      call.signal?.addEventListener('abort', () => reject(call.signal?.reason));
      provider.chat(request).then(resolve, reject);
    }),
});

/** Sends before it looks at the signal. */
const sendsAnyway: Spoil = (provider) => ({
  ...provider,
  async chat(request, { signal, ...call } = {}) {
    const answer = await provider.chat(request, call);
    signal?.throwIfAborted();
    return answer;
  },
});

const givesUp: Spoil = (provider) => ({
  ...provider,
  chat: () => Promise.reject(new Error('hasty')),
});

const ended = { done: true, value: undefined } as const;

/** Changes how its streams go on and how they are left. */
const iterating =
  (change: (inner: Chunks) => Partial<Record<keyof Chunks, unknown>>): Spoil =>
  (provider) => ({
    ...provider,
    stream(request, call) {
      const inner = provider.stream(request, call)[Symbol.asyncIterator]();
      const own = { next: () => inner.next(), return: () => inner.return?.(), ...change(inner) };
      return { [Symbol.asyncIterator]: () => own as Chunks };
    },
  });

/** Ends for its reader, and lets the server go on. */
const leavesServer = iterating((inner) => {
  let hasLeft = false;
  return {
    next: async () => (hasLeft ? ended : inner.next()),
    return: async () => {
      hasLeft = true;
      return ended;
    },
  };
});

/** Ends for its reader, and fails whoever looks again. */
const complains = iterating((inner) => {
  let hasLeft = false;
  return {
    next: async () => (hasLeft ? Promise.reject(new Error('gone')) : inner.next()),
    return: async () => {
      hasLeft = true;
      return inner.return?.();
    },
  };
});

const cannotBeLeft = iterating(() => ({ return: undefined }));
const minds = iterating(() => ({ return: () => Promise.reject('stay') }));
const keeps = iterating(() => ({ return: () => new Promise(() => {}) }));
const goesOn = iterating(() => ({ return: async () => ended }));
const endsFirst = iterating(() => ({ next: async () => ended }));
const babbles = iterating(() => ({ next: async () => ({ done: false, value: {} }) }));
const failsFirst = iterating(() => ({ next: () => Promise.reject(new Error('no')) }));

const before = 'sends nothing once it is stopped';
const waiting = 'stops while it waits';
const inStream = 'stops in the middle of a stream';
const leaving = 'lets its reader leave early';

const cases: readonly [what: string, spoil: Spoil, check: string, message: RegExp][] = [
  ['begins all the same', isDeaf, before, /has aborted before ends as if the answer were complete/],
  ['sends before it looks', sendsAnyway, before, /sends a request all the same/],
  ['does not listen', isDeaf, waiting, /once its signal has aborted, took longer than 2000 ms/],
  ['leaves its request to itself', abandons, waiting, /leaves requests open at the server: 1/],
  [
    'says nothing of the stop',
    failsWith(new Error('no')),
    waiting,
    /as 'unknown', not as 'aborted'/,
  ],
  ['answers when it is stopped', endsQuietly, waiting, /ends as if the answer were complete/],
  ['gives up by itself', givesUp, waiting, /ends by itself, before it is stopped/],
  ['does not listen in a stream', isDeaf, inStream, /'stalled', once its signal .* took longer/],
  ['ends its stream at a stop', endsQuietly, inStream, /'stalled', once its signal .* ends as if/],
  ['fails before its content', failsFirst, inStream, /the first content fails: no/],
  ['babbles without content', babbles, leaving, /'stalled' ends without content/],
  ['ends before its content', endsFirst, inStream, /'stalled' ends without content/],
  ['has nothing to leave by', cannotBeLeft, leaving, /has no return\(\)/],
  ['minds being left', minds, leaving, /return\(\) rejects: stay/],
  ['keeps who leaves', keeps, leaving, /return\(\) took longer than 2000 ms/],
  ['goes on without a reader', only('stalled', goesOn), leaving, /next\(\) after return\(\) took/],
  ['complains of being left', complains, leaving, /'stalled' goes on after return\(\)/],
  ['leaves the server to itself', leavesServer, leaving, /leaves requests open at the server: 1/],
];

it.each(cases)('finds out a provider that %s', async (_, spoil, check, message) => {
  const report = await reportOf(trialsOf(chatWire, spoil), createVirtualClock());
  expect(report[check]).toMatch(message);
});

it.each<[string, Spoil, string[]]>([
  ['a deaf ear', isDeaf, [before, waiting, inStream]],
  ['an early request', only('answering', sendsAnyway), [before]],
  ['an abandoned request', only('silent', abandons), [waiting]],
  ['a quiet end', only('stalled', endsQuietly), [inStream]],
  ['a stream without a way out', cannotBeLeft, [leaving]],
])('finds nothing but %s', async (_, spoil, checks) => {
  const report = await reportOf(trialsOf(chatWire, spoil), createVirtualClock());
  expect(Object.keys(report)).toEqual(checks);
});

it('leaves the answering server where none stalls', async () => {
  const { answering } = trialsOf(chatWire, goesOn);
  const report = await reportOf({ answering }, createVirtualClock());
  expect(report[leaving]).toMatch(/'answering' goes on after return\(\)/);
});
