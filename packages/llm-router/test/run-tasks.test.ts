import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRandom } from '@llm-router/core';
import {
  type ChatResult,
  type RouterError,
  type RunTasksOptions,
  runTasks,
  type Task,
  type TaskItem,
} from 'llm-router';
import { collect, completionOf, createFakeBench, failureOf } from './support.ts';

/** Takes as many milliseconds as the prompt says, fails where it says so, and answers the rest. */
function bench() {
  const script = {
    async chat(
      { messages }: { messages: readonly { content?: unknown }[] },
      { signal }: { signal?: AbortSignal },
    ) {
      const [ms, word = ''] = String(messages[0]?.content).split(' ');
      await made.clock.sleep(Number(ms), signal);
      if (word === 'fail') throw Object.assign(new Error('bad prompt'), { status: 400 });
      return completionOf(word);
    },
  };
  const made: ReturnType<typeof createFakeBench> = createFakeBench({ fast: script, deep: script });
  return made;
}

const number: Task<string, number> = {
  createPrompt: (item) => item,
  model: 'fast',
  parse({ text }) {
    if (!/^\d+$/.test(text)) throw new Error(`no number: ${text}`);
    return Number(text);
  },
};
const shout = {
  createPrompt: (item: string) => ({ messages: [{ role: 'user' as const, content: item }] }),
  model: (item: string) => (item.endsWith('7') ? 'deep' : 'fast'),
  parse: ({ text }: ChatResult, item: string) => `${text}! (${item})`,
};

const places = (items: readonly { index: number }[]) => items.map(({ index }) => index);

describe('tasks about items', () => {
  it('are each asked of their own model, with results of their own type', async () => {
    const { clock, router, callsOf } = bench();
    const items = await clock.run(collect(runTasks(router, ['10 5', '20 7'], { number, shout })));
    expect(items).toHaveLength(2);
    for (const { outcomes } of items) {
      if (!outcomes.number.ok || !outcomes.shout.ok) throw new Error('it failed');
      // Types of their own: each line would not compile for the other.
      outcomes.number.value.toFixed();
      outcomes.shout.value.trim();
      expect(outcomes.number.result.usage?.totalTokens).toBe(15);
    }
    expect(
      items.map(({ outcomes: { number: a, shout: b } }) => [a.ok && a.value, b.ok && b.value]),
    ).toEqual([
      [5, '5! (10 5)'],
      [7, '7! (20 7)'],
    ]);
    expect([callsOf('fast').length, callsOf('deep').length]).toEqual([3, 1]);
  });

  it('come in the order in which items are complete, with outcomes in the order of the tasks', async () => {
    const { clock, router } = bench();
    const slow = { ...number, createPrompt: (item: string) => `${Number(item) * 10} 1` };
    const quick = { ...number, createPrompt: () => '1 2' };
    const items = await clock.run(collect(runTasks(router, ['30', '10', '20'], { slow, quick })));
    expect(places(items)).toEqual([1, 2, 0]);
    expect(items.map(({ item }) => item)).toEqual(['10', '20', '30']);
    for (const { outcomes } of items) expect(Object.keys(outcomes)).toEqual(['slow', 'quick']);
  });

  it('may parse later', async () => {
    const { clock, router } = bench();
    const later = { ...number, parse: async ({ text }: ChatResult) => Number(text) };
    const broken = { ...number, parse: async () => Promise.reject(new Error('not today')) };
    const [item] = await clock.run(collect(runTasks(router, ['1 4'], { later, broken })));
    const { later: good, broken: bad } = item?.outcomes ?? {};
    expect(good?.ok && good.value.toFixed(1)).toBe('4.0');
    expect(bad?.ok === false && bad.error.message).toContain('not today');
  });

  it('of no items are none', async () => {
    const { clock, router, callsOf } = bench();
    expect(await clock.run(collect(runTasks(router, [], { number })))).toEqual([]);
    expect(callsOf('fast')).toEqual([]);
  });

  it('may have any names', async () => {
    const { clock, router } = bench();
    const tasks = JSON.parse('{"__proto__":0,"constructor":0}') as Record<
      string,
      Task<string, number>
    >;
    for (const name of Object.keys(tasks)) Object.defineProperty(tasks, name, { value: number });
    const [item] = await clock.run(collect(runTasks(router, ['1 4'], tasks)));
    expect(Object.keys(item?.outcomes ?? {})).toEqual(['__proto__', 'constructor']);
  });
});

describe('what goes wrong with one task stops nothing', () => {
  const all = async (tasks: Record<string, Task<string, unknown>>, items = ['1 4', '2 5']) => {
    const { clock, router } = bench();
    return clock.run(collect(runTasks(router, items, tasks)));
  };
  const errorsOf = (
    items: readonly TaskItem<string, Record<string, Task<string, unknown>>>[],
    name: string,
  ) =>
    items.map(({ outcomes }) => {
      const outcome = outcomes[name];
      return outcome?.ok === false ? outcome.error : undefined;
    });

  it('a parser that throws', async () => {
    const items = await all({ number }, ['1 four', '2 5']);
    const [first, second] = items.map(({ outcomes }) => outcomes['number']);
    expect(first).toMatchObject({ ok: false, result: { text: 'four' } });
    expect(errorsOf(items, 'number')[0]).toMatchObject({
      code: 'invalid_request',
      message: "The task's parser refused the answer: no number: four",
      cause: { message: 'no number: four' },
    });
    expect(second).toMatchObject({ ok: true, value: 5 });
  });

  it('a parser that throws something odd', async () => {
    const parse = () => {
      throw Object.create(null);
    };
    const [error] = errorsOf(await all({ number: { ...number, parse } }), 'number');
    expect(error?.code).toBe('invalid_request');
  });

  it('an answer that fails', async () => {
    const items = await all({ number, shout }, ['1 fail', '2 5']);
    expect(errorsOf(items, 'number').map((error) => error?.code)).toEqual([
      'invalid_request',
      undefined,
    ]);
    expect(errorsOf(items, 'number')[0]?.ledger?.attempts).toHaveLength(1);
  });

  it('a prompt or a model that cannot be made', async () => {
    const odd = (item: string) => {
      if (item.startsWith('1')) throw new Error('no words for it');
      return item;
    };
    const items = await all({
      prompt: { ...number, createPrompt: odd },
      model: { ...number, model: (item) => odd(item) && 'fast' },
    });
    expect(places(items).sort()).toEqual([0, 1]);
    for (const name of ['prompt', 'model']) {
      const errors = [...items].sort((a, b) => a.index - b.index);
      const [first, second] = errorsOf(errors, name) as RouterError[];
      expect(first?.message).toBe("The task's prompt could not be made: no words for it");
      expect(second).toBeUndefined();
    }
  });

  it('a model that is not there', async () => {
    const items = await all({ number, lost: { ...number, model: 'none' } });
    expect(errorsOf(items, 'lost').map((error) => error?.code)).toEqual([
      'model_not_found',
      'model_not_found',
    ]);
    expect(errorsOf(items, 'number')).toEqual([undefined, undefined]);
  });

  it('a listener that throws', async () => {
    const { clock, router } = bench();
    const heard: number[] = [];
    const onItem = ({ index }: { index: number }) => {
      heard.push(index);
      throw new Error('deaf');
    };
    const items = await clock.run(
      collect(runTasks(router, ['2 1', '1 1'], { number }, { onItem })),
    );
    expect(places(items)).toEqual([1, 0]);
    expect(heard).toEqual([1, 0]);
  });
});

describe('the items', () => {
  it('may come from an async source, which is read no further than there is room', async () => {
    const { clock, router } = bench();
    let read = 0;
    async function* source() {
      for (; read < 100; read++) {
        yield '10 1';
        await clock.sleep(1);
      }
    }
    const run = runTasks(router, source(), { number, shout }, { concurrency: 4 });
    await clock.run(run.next());
    await clock.advance(1000);
    expect(read).toBeLessThanOrEqual(4);
    expect(await clock.run(collect(run))).toHaveLength(99);
  });

  it('may fail, after what was complete has come out', async () => {
    const { clock, router } = bench();
    async function* source() {
      yield '1 1';
      await clock.sleep(10);
      throw new Error('the list is torn');
    }
    const seen: number[] = [];
    const read = async () => {
      for await (const { index } of runTasks(router, source(), { number })) seen.push(index);
    };
    await expect(clock.run(read())).rejects.toThrow('the list is torn');
    expect(seen).toEqual([0]);
  });

  it.each<unknown>(['a text', null, undefined, 5, {}])(
    'that are none are refused: %p',
    async (items) => {
      const { router } = bench();
      const error = await failureOf(collect(runTasks(router, items as string[], { number })));
      expect(error.code).toBe('invalid_request');
      expect(error.message).toContain('runTasks: the items are a');
    },
  );
});

describe('the end of a run', () => {
  it('by a break stops what is running and lets go of the source', async () => {
    const { clock, router, callsOf } = bench();
    let released = false;
    function* source() {
      try {
        for (const ms of [10, 5000, 5000, 5000]) yield `${ms} 1`;
      } finally {
        released = true;
      }
    }
    const read = async () => {
      for await (const _ of runTasks(router, source(), { number }, { concurrency: 3 })) break;
    };
    await clock.run(read());
    await clock.advance(0);
    expect(released).toBe(true);
    expect(clock.now()).toBe(1_000_010);
    expect(
      callsOf('fast')
        .slice(1)
        .every(({ abortedAt }) => abortedAt === 1_000_010),
    ).toBe(true);
  });

  it('by an abort comes after the outcomes of what was running', async () => {
    const { clock, router } = bench();
    const controller = new AbortController();
    const outcomes: unknown[] = [];
    const read = async () => {
      const { signal } = controller;
      for await (const item of runTasks(router, ['10 1', '5000 1'], { number }, { signal })) {
        outcomes.push(item.outcomes.number.ok || item.outcomes.number.error.code);
        controller.abort(new Error('enough'));
      }
    };
    const error = await clock.run(failureOf(read()));
    expect(error.code).toBe('aborted');
    expect(outcomes).toEqual([true, 'aborted']);
    expect(clock.now()).toBe(1_000_010);
  });
});

describe('tasks that cannot be meant', () => {
  it.each<[string, unknown, string]>([
    ['none', {}, 'at least one task'],
    ['null', null, 'at least one task'],
    ['a list of nothing', [], 'at least one task'],
    ['a task that is null', { a: null }, 'tasks.a.createPrompt'],
    ['no prompt', { a: { parse: () => 1 } }, 'tasks.a.createPrompt'],
    ['no parser', { a: { createPrompt: () => 'x' } }, 'tasks.a.parse'],
    ['a model that is a number', { a: { ...number, model: 5 } }, 'tasks.a.model'],
    ['a model without a name', { a: { ...number, model: '' } }, 'tasks.a.model'],
  ])('%s', async (_, tasks, expected) => {
    const { router } = bench();
    const run = runTasks(router, ['1 1'], tasks as Record<string, Task<string, number>>);
    const error = await failureOf(run.next());
    expect(error.code).toBe('invalid_config');
    expect(error.message).toContain(expected);
  });

  it('a listener that is none', async () => {
    const { router } = bench();
    const given: object = { onItem: 5 };
    const options = given as RunTasksOptions<string, { number: typeof number }>;
    const error = await failureOf(runTasks(router, ['1 1'], { number }, options).next());
    expect(error.message).toContain('onItem');
  });
});

it('every item comes out once with an outcome of each task, whatever fails and however long it takes', async () => {
  const random = createRandom(7);
  const items = Array.from(
    { length: 300 },
    () => `${Math.ceil(random() * 90)} ${random() < 0.2 ? 'fail' : '5'}`,
  );
  const { clock, router } = bench();
  const made = await clock.run(
    collect(runTasks(router, items, { number, shout }, { concurrency: 17 })),
  );
  expect(places(made).sort((a, b) => a - b)).toEqual([...items.keys()]);
  for (const { index, item, outcomes } of made) {
    expect(item).toBe(items[index]);
    const isGood = !item.endsWith('fail');
    expect([outcomes.number.ok, outcomes.shout.ok]).toEqual([isGood, isGood]);
  }
});

it('keeps no item that has come out', async () => {
  const { clock, router } = bench();
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const given: WeakRef<object>[] = [];
  function* source() {
    while (true) {
      const item = { text: '1 1' };
      given.push(new WeakRef(item));
      yield item;
    }
  }
  const task = { createPrompt: ({ text }: { text: string }) => text, parse: () => 1 };
  const run = runTasks(router, source(), { task }, { concurrency: 2 });
  for (let index = 0; index < 150; index++) await clock.run(run.next());
  // What a weak reference holds is let go of between two turns of the host.
  await clock.advance(1);
  collectGarbage();
  expect(given.length).toBeGreaterThan(149);
  expect(given.filter((item) => item.deref() !== undefined).length).toBeLessThan(10);
  await run.return();
});
