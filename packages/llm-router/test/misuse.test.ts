import type { CallOptions, ChatRequest, Router, RouterEvent } from 'llm-router';
import { checkConfigFile, configFromEnvironment, formatExplanation, runTasks } from 'llm-router';
import { collect, createWireBench, deploy, errorOf, failureOf } from './support.ts';

const bench = () => createWireBench({ deployments: [deploy('a')] }, () => ({}));
const hello = { role: 'user', content: 'Hello' } as const;

describe('options that are no object are refused by name', () => {
  it.each<[unknown]>([[null], [5], ['fast']])('%p', async (given) => {
    const options = given as CallOptions;
    const { clock, router, hits } = bench();
    const asks: readonly [string, () => Promise<unknown>][] = [
      ['options of a call', () => router.chat('Hello', options)],
      ['options of a call', () => router.stream('Hello', options).result],
      ['options of a call', () => router.explain('Hello', options)],
      ['batch', () => collect(router.batch(['Hello'], options))],
      [
        'runTasks',
        () => {
          const parse = () => 1;
          const tasks = { one: { createPrompt: () => 'Hello', parse } };
          return collect(runTasks(router, ['x'], tasks, options));
        },
      ],
    ];
    for (const [name, ask] of asks) {
      const error = await clock.run(failureOf(ask()));
      expect(error.code).toBe('invalid_config');
      expect(error.message).toContain(name);
      expect(error.message).toContain('an object of options');
    }
    expect(hits).toEqual([]);
  });
});

describe('on', () => {
  const listen = (router: Router, ...given: readonly unknown[]) =>
    (router.on as (...given: readonly unknown[]) => unknown)(...given);

  it.each<[string, readonly unknown[], readonly string[]]>([
    ['an unknown type', ['nope', () => {}], ["'nope'", "'request-ended'", "'*'"]],
    ['no type', [], ['undefined']],
    ['no listener', ['*'], ['listener', 'a function']],
    ['a listener that is none', ['request-ended', {}], ['listener', 'an object']],
  ])('refuses %s', (_what, given, parts) => {
    const error = errorOf(() => listen(bench().router, ...given));
    expect(error.code).toBe('invalid_config');
    for (const part of parts) expect(error.message).toContain(part);
  });

  it('takes every type that there is', async () => {
    const { clock, router } = bench();
    const types: RouterEvent['type'][] = [];
    const stops = [router.on('request-started', ({ type }) => types.push(type))];
    stops.push(router.on('request-ended', ({ type }) => types.push(type)));
    await clock.run(router.chat('Hello'));
    for (const stop of stops) stop();
    await clock.run(router.chat('Hello'));
    expect(types).toEqual(['request-started', 'request-ended']);
  });
});

describe('a value that is shown', () => {
  it.each<[string, object, RegExp]>([
    ['a limit as text', { max_tokens: '10' }, /request\.max_tokens is '10': give a number/],
    ['a limit as an object', { max_tokens: {} }, /request\.max_tokens is an object: give/],
    ['a limit as a list', { max_completion_tokens: [5] }, /tokens is a list: give/],
    ['a limit of 0', { max_tokens: 0 }, /request\.max_tokens is 0: give/],
    ['a model as a list', { model: ['a'] }, /request\.model is a list: give/],
    ['a bare object', { model: Object.create(null) }, /request\.model is an object: give/],
  ])('says what it is: %s', async (_what, wrong, message) => {
    const { clock, router } = bench();
    const error = await clock.run(
      failureOf(router.chat({ messages: [hello], ...wrong } as ChatRequest)),
    );
    expect(error.code).toBe('invalid_request');
    expect(error.message).toMatch(message);
  });
});

it('a ledger with a hole in a list is named too', async () => {
  const { clock, router } = bench();
  const { ledger } = await clock.run(router.chat('Hello'));
  const holed = { ...ledger, losses: new Array<string>(1) };
  const error = errorOf(() => formatExplanation(holed));
  expect(error.message).toMatch(/^formatExplanation: the ledger is an object; expected a whole/);
});

describe('what is asked of plain functions and cannot be meant is named', () => {
  it.each<[unknown]>([
    [undefined],
    [null],
    [{}],
    [{ attempts: [] }],
    ['ledger'],
    [{ candidates: [7], attempts: [] }],
  ])('a ledger that is none: %j', (ledger) => {
    const error = errorOf(() => formatExplanation(ledger as never));
    expect(error.code).toBe('invalid_config');
    expect(error.message).toMatch(/^formatExplanation: the ledger is .*; expected a whole ledger/);
  });

  it.each<[unknown]>([[undefined], [{}], [{ batch: 7 }]])(
    'a router of tasks that is none: %j',
    async (router) => {
      const tasks = { one: { createPrompt: () => 'Hello', parse: () => 1 } };
      const error = await failureOf(collect(runTasks(router as never, ['x'], tasks)));
      expect(error.message).toMatch(/^runTasks: router is .*; expected a router/);
    },
  );

  it.each<[unknown]>([[undefined], [Object.create(null)], [-1], [{ toString: 1 }]])(
    'a path that is none (%#)',
    (path) => {
      const named = /path of the configuration file is .*; expected a path as text/;
      expect(checkConfigFile(path as never).faults).toEqual([expect.stringMatching(named)]);
    },
  );
});

it.each<[unknown]>([[null], ['x'], [7]])('variables that are none are named: %j', (variables) => {
  const error = errorOf(() => configFromEnvironment(variables as never));
  expect(error.message).toMatch(/^configFromEnvironment is .*; expected variables such as/);
});
