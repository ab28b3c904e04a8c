import { type ChatRequest, invalidConfig, isRouterError, RouterError } from '@llm-router/core';
import type { BatchOptions, ChatResult, Router } from './router-config.ts';

/** One question that is asked about every item. */
export interface Task<Item, Value> {
  /** The prompt, or the whole request, for an item. */
  createPrompt(item: Item): ChatRequest | string;
  /** The model to ask, as `request.model` names it. @defaultValue the router chooses */
  readonly model?: string | ((item: Item) => string);
  /** Makes a value of the answer; what it throws is the task's error for this item. */
  parse(answer: ChatResult, item: Item): Value;
}

/** What became of one task for one item. */
export type TaskOutcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly result: ChatResult }
  | { readonly ok: false; readonly error: RouterError; readonly result?: ChatResult };

type Tasks<Item> = Readonly<Record<string, Task<Item, unknown>>>;

/** One item with an outcome for each task. */
export interface TaskItem<Item, T extends Tasks<Item>> {
  /** Its place among the items, from 0. */
  readonly index: number;
  readonly item: Item;
  readonly outcomes: {
    readonly [Name in keyof T]: T[Name] extends Task<Item, infer Value>
      ? TaskOutcome<Value>
      : never;
  };
}

export interface RunTasksOptions<Item, T extends Tasks<Item>>
  extends Omit<BatchOptions, 'continueOnError'> {
  /** Called when all tasks of an item are done. */
  readonly onItem?: (item: TaskItem<Item, T>) => void;
}

interface Question<Item> {
  readonly index: number;
  readonly item: Item;
  readonly name: string;
}

/**
 * Asks every task about every item through the router's batch, and yields the items as they are
 * complete. A failed answer or parser is an outcome and stops nothing.
 *
 * @example
 * const tasks = {
 *   mood: { createPrompt: (text: string) => `Happy or sad? ${text}`, parse: ({ text }) => text.trim() },
 * };
 * for await (const { item, outcomes } of runTasks(router, reviews, tasks)) {
 *   if (outcomes.mood.ok) console.log(item, outcomes.mood.value);
 * }
 *
 * @throws RouterError `invalid_config` for a task that cannot be meant
 */
export async function* runTasks<Item, T extends Tasks<Item>>(
  router: Pick<Router, 'batch'>,
  items: Iterable<Item> | AsyncIterable<Item>,
  tasks: T,
  options: RunTasksOptions<Item, T> = {},
): AsyncGenerator<TaskItem<Item, T>, void, void> {
  const names = checkTasks(tasks);
  const { onItem, ...batch } = options;
  const asked: Question<Item>[] = [];
  /** Items of which some tasks are done. */
  const open = new Map<number, Record<string, TaskOutcome<unknown>>>();

  async function* requests(): AsyncGenerator<ChatRequest | string> {
    let index = 0;
    for await (const item of items) {
      for (const name of names) {
        asked.push({ index, item, name });
        yield requestOf(tasks[name] as Task<Item, unknown>, item);
      }
      index += 1;
    }
  }

  for await (const answered of router.batch(requests(), batch)) {
    const { index, item, name } = asked[answered.index] as Question<Item>;
    const outcomes = open.get(index) ?? {};
    open.set(index, outcomes);
    outcomes[name] = answered.ok
      ? parse(tasks[name] as Task<Item, unknown>, answered.result, item)
      : { ok: false, error: answered.error };
    delete asked[answered.index];
    if (Object.keys(outcomes).length < names.length) continue;
    open.delete(index);
    const whole = { index, item, outcomes } as TaskItem<Item, T>;
    onItem?.(whole);
    yield whole;
  }
}

function checkTasks(tasks: Tasks<never>): readonly string[] {
  const names = Object.keys(tasks);
  if (names.length === 0) throw invalidConfig('runTasks: tasks', tasks, 'at least one task');
  for (const name of names) {
    const task = tasks[name] as Partial<Task<never, unknown>> | undefined;
    for (const method of ['createPrompt', 'parse'] as const) {
      if (typeof task?.[method] === 'function') continue;
      throw invalidConfig(`runTasks: tasks.${name}.${method}`, task?.[method], 'a function');
    }
  }
  return names;
}

function requestOf<Item>(task: Task<Item, unknown>, item: Item): ChatRequest | string {
  const prompt = task.createPrompt(item);
  const model = typeof task.model === 'function' ? task.model(item) : task.model;
  if (model === undefined) return prompt;
  if (typeof prompt !== 'string') return { ...prompt, model };
  return { model, messages: [{ role: 'user', content: prompt }] };
}

function parse<Item>(
  task: Task<Item, unknown>,
  result: ChatResult,
  item: Item,
): TaskOutcome<unknown> {
  try {
    return { ok: true, value: task.parse(result, item), result };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const error = isRouterError(cause)
      ? cause
      : new RouterError('invalid_request', `The task's parser refused the answer: ${reason}`, {
          cause,
        });
    return { ok: false, error, result };
  }
}
