import {
  type Clock,
  type CompletionUsage,
  createSecret,
  createVirtualClock,
  isRouterError,
  type Provider,
} from '@llm-router/core';
import { type ProviderChecksOptions, type ProviderTrials, providerChecks } from '../src/index.ts';
import { callingParrot, parrot } from './parrot.ts';
import { hasEpilogue, only, reportOf, type Spoil, spoilAnswer } from './spoilt.ts';
import { chatWire, geminiWire, key, messagesWire, type ServerName } from './trial-scripts.ts';
import { trialsOf } from './trial-servers.ts';

const clock = createVirtualClock();

describe.each([chatWire, messagesWire, geminiWire])('the provider $name', (wire) => {
  const options = { clock, secrets: [createSecret(key)] };
  for (const { name, run } of providerChecks(trialsOf(wire), options)) {
    it(name, () => clock.run(run()));
  }
});

describe('the list of checks', () => {
  const namesFor = (trials: ProviderTrials, options?: ProviderChecksOptions) =>
    providerChecks(trials, options).map(({ name }) => name);
  const { answering, ...others } = trialsOf(chatWire);

  it.each<[ServerName, string]>([
    ['silent', 'stops while it waits'],
    ['stalled', 'stops in the middle of a stream'],
    ['refusing', 'rejects as a rate limit with its wait'],
    ['cut', 'throws where its answer is cut'],
    ['broken', 'throws where its answer is malformed'],
  ])('grows with the server %s', (server, check) => {
    expect(namesFor({ answering })).not.toContain(check);
    expect(namesFor({ answering, [server]: others[server as keyof typeof others] })).toContain(
      check,
    );
  });

  it('looks for keys where it is told some', () => {
    expect(namesFor({ answering })).not.toContain('shows no key');
    expect(namesFor({ answering }, { secrets: [key] })).toContain('shows no key');
  });

  it('has a name for each check once', () => {
    const names = namesFor({ answering, ...others }, { secrets: [key] });
    expect(names).toHaveLength(16);
    expect(new Set(names).size).toBe(names.length);
  });

  it('makes nothing before a check runs', () => {
    const make = jest.fn(() => parrot(['x']));
    providerChecks({ answering: make });
    expect(make).not.toHaveBeenCalled();
  });
});

describe('what is made', () => {
  const failing = (answering: () => unknown) =>
    reportOf({ answering } as ProviderTrials, clock, { overHttp: false });

  it('may be a provider alone, or come later', async () => {
    expect(await failing(() => parrot(['It stands.']))).toEqual({});
    expect(await failing(async () => ({ provider: parrot(['It stands.']) }))).toEqual({});
  });

  it.each<[string, () => unknown, RegExp]>([
    ['nothing', () => undefined, /what was made \(answering\) has no chat\(\) and stream\(\)/],
    ['half a provider', () => ({ name: 'x', chat: () => {} }), /has no chat\(\) and stream\(\)/],
    ['a text', () => 'parrot', /has no chat\(\) and stream\(\)/],
    ['no provider', () => ({ provider: null }), /has no chat\(\) and stream\(\)/],
    ['no name', () => ({ ...parrot(['x']), name: '' }), /the provider \(answering\) has no name/],
    ['an error', () => Promise.reject('no server'), /^no server/],
    ['nothing for ever', () => new Promise(() => {}), /making the provider .* took longer/],
  ])('is refused where it is %s', async (_, make, message) => {
    const report = await failing(make);
    expect(Object.keys(report)).toHaveLength(10);
    for (const said of Object.values(report)) expect(said).toMatch(message);
  });
});

it('asks what it is told to ask, anew each time, and waits as long as it is told to', async () => {
  const asked: unknown[] = [];
  const provider: Provider = {
    ...parrot(['x']),
    async chat(request) {
      asked.push(request);
      await clock.sleep(400);
      return parrot(['x']).chat(request);
    },
  };
  const request = { model: 'mine', messages: [{ role: 'user', content: 'Hello?' }] } as const;
  const [whole] = providerChecks({ answering: () => provider }, { clock, request });
  await clock.run(whole?.run() ?? Promise.resolve());
  expect(asked).toEqual([request]);
  expect(asked[0]).not.toBe(request);
  const [hasty] = providerChecks({ answering: () => provider }, { clock, limitMs: 399 });
  await expect(clock.run(hasty?.run() ?? Promise.resolve())).rejects.toThrow('longer than 399 ms');
});

it('compares the calls of tools, blanks aside', async () => {
  const found = (pieces: readonly string[]) =>
    reportOf({ answering: () => callingParrot(pieces) }, clock, { overHttp: false });
  expect(await found(['{ "to": ', '"mast" }'])).toEqual({});
  expect(await found(['{ "to": '])).toEqual({
    'streams what it answers whole': expect.stringMatching(/says .*where chat\(\) says .*mast/),
  });
});

it('leaves no timer behind', async () => {
  let asleep = 0;
  const counting: Clock = {
    now: clock.now,
    async sleep(ms, signal) {
      asleep += 1;
      await clock.sleep(ms, signal).finally(() => {
        asleep -= 1;
      });
    },
  };
  for (const { run } of providerChecks(trialsOf(chatWire), { clock: counting })) {
    await clock.run(run());
    expect(asleep).toBe(0);
  }
});

it('stops the call whose time is over', async () => {
  const heard: string[] = [];
  const deaf: Provider = {
    ...parrot(['x']),
    chat(_request, call) {
      call?.signal?.addEventListener('abort', () => heard.push('abort'));
      return new Promise<never>(() => {});
    },
  };
  const report = await reportOf({ answering: () => deaf }, clock);
  expect(report['counts usage in whole numbers']).toMatch(/took longer than 2000 ms/);
  expect(heard).toContain('abort');
});

const usageOf = (usage: CompletionUsage) => spoilAnswer((answer) => ({ ...answer, usage }));

it.each<[string, Spoil]>([
  [
    'reads its whole prompt from a cache and only reasons',
    usageOf({
      prompt_tokens: 20,
      completion_tokens: 6,
      total_tokens: 26,
      prompt_tokens_details: { cached_tokens: 15, cache_write_tokens: 5 },
      completion_tokens_details: { reasoning_tokens: 6 },
    }),
  ],
  ['counts nothing', spoilAnswer(({ usage: _, ...rest }) => rest)],
  ['has an empty piece after the end', hasEpilogue],
])('finds no fault with a provider that %s', async (_, spoil) => {
  expect(await reportOf(trialsOf(chatWire, only('answering', spoil)), clock)).toEqual({});
});

it('compares nothing where the server says something else each time', async () => {
  let count = 0;
  const answering = () => parrot([`It stands ${count++} years.`]);
  expect(await reportOf({ answering }, clock, { overHttp: false })).toEqual({});
});

it.each<[string, unknown, unknown, string]>([
  ['no trials', undefined, {}, 'trials is undefined; expected an object of options'],
  ['no answering server', {}, {}, 'trials: answering is undefined; expected a function'],
  ['a provider itself', { answering: parrot(['x']) }, {}, 'answering is an object; expected a fun'],
  ['an unknown server', { slow: () => parrot(['x']) }, {}, "unknown option 'slow'"],
  ['an unknown option', undefined, { timeoutMs: 1 }, "unknown option 'timeoutMs'"],
  ['no time', undefined, { limitMs: 0 }, 'limitMs is 0; expected a number of at least 1'],
  ['a clock that is none', undefined, { clock: Date }, 'clock is a function; expected an object'],
  ['an empty key', undefined, { secrets: [''] }, 'secrets is a list of 1; expected a list of'],
  ['a key alone', undefined, { secrets: 'k' }, "secrets is 'k'; expected a list of strings"],
  [
    'a text to ask',
    undefined,
    { request: 'Hello?' },
    "request is 'Hello?'; expected a chat request",
  ],
  ['a circle to ask', undefined, { request: circle() }, 'request is an object; expected a chat'],
])('refuses %s', (what, trials, options, message) => {
  const good = { answering: () => parrot(['x']) };
  const given = what === 'no trials' ? undefined : (trials ?? good);
  const make = () => providerChecks(given as ProviderTrials, options as ProviderChecksOptions);
  expect(make).toThrow(message);
  try {
    make();
  } catch (error) {
    expect(isRouterError(error, 'invalid_config')).toBe(true);
  }
});

function circle(): object {
  const request: Record<string, unknown> = { messages: [] };
  request['self'] = request;
  return request;
}
