import {
  type ChatRequest,
  hasMethods,
  invalidConfig,
  isRouterError,
  RouterError,
} from '@llm-router/core';
import { checkIsOptions } from './check-call-options.ts';
import type { BatchOptions, ChatResult, Router } from './router.ts';

/** One question that is asked about every item. */
export interface Task<Item, Value> {
  /** The prompt, or the whole request, for an item. */
  createPrompt(item: Item): ChatRequest | string;
  /** The model to ask, as `request.model` names it. @defaultValue the router chooses */
  readonly model?: string | ((item: Item) => string);
  /** Makes a value of the answer; what it throws is the task's error for this item. */
  parse(answer: ChatResult, item: Item): Value | Promise<Value>;
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
  /** Called when all tasks of an item are done. What it throws harms nobody. */
  readonly onItem?: (item: TaskItem<Item, T>) => void;
}

interface Question<Item> {
  readonly index: number;
  readonly item: Item;
  readonly name: string;
  /** No request could be made of the item. */
  readonly refused?: RouterError;
}

/**
 * Asks every task about every item through the router's batch, and yields the items as they are
 * complete. A failed prompt, answer or parser is an outcome and stops nothing. What is kept grows with
 * the questions in progress, not with the items.
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
  if (!hasMethods(router, ['batch'])) throw invalidConfig('runTasks: router', router, 'a router');
  const names = checkTasks(tasks);
  checkIsOptions('runTasks', options);
  const { onItem, ...batch } = options;
  if (onItem !== undefined && typeof onItem !== 'function') {
    throw invalidConfig('runTasks: onItem', onItem, 'a function');
  }
  checkItems(items);
  /** By their place in the batch, until they are answered. */
  const asked = new Map<number, Question<Item>>();
  /** Items of which some tasks are done. */
  const open = new Map<number, Map<string, TaskOutcome<unknown>>>();

  async function* requests(): AsyncGenerator<ChatRequest | string> {
    let index = 0;
    let place = 0;
    for await (const item of items) {
      for (const name of names) {
        const question = ask(tasks[name] as Task<Item, unknown>, item);
        asked.set(place, { index, item, name, ...question });
        place += 1;
        yield question.request;
      }
      index += 1;
    }
  }

  for await (const answered of router.batch(requests(), batch)) {
    const question = asked.get(answered.index) as Question<Item>;
    asked.delete(answered.index);
    const { index, item, name } = question;
    const outcomes = open.get(index) ?? new Map<string, TaskOutcome<unknown>>();
    open.set(index, outcomes);
    outcomes.set(
      name,
      answered.ok
        ? await parse(tasks[name] as Task<Item, unknown>, answered.result, item)
        : { ok: false, error: question.refused ?? answered.error },
    );
    if (outcomes.size < names.length) continue;
    open.delete(index);
    const inOrder = names.map((task) => [task, outcomes.get(task)]);
    const whole = { index, item, outcomes: Object.fromEntries(inOrder) } as TaskItem<Item, T>;
    tell(onItem, whole);
    yield whole;
  }
}

function checkTasks(tasks: Tasks<never>): readonly string[] {
  const isObject = typeof tasks === 'object' && tasks !== null;
  const names = isObject ? Object.keys(tasks) : [];
  if (names.length === 0) throw invalidConfig('runTasks: tasks', tasks, 'at least one task');
  for (const name of names) {
    const task = tasks[name] as Partial<Task<never, unknown>> | null;
    const place = `runTasks: tasks.${name}`;
    for (const method of ['createPrompt', 'parse'] as const) {
      if (typeof task?.[method] === 'function') continue;
      throw invalidConfig(`${place}.${method}`, task?.[method], 'a function');
    }
    const { model } = task ?? {};
    if (['undefined', 'string', 'function'].includes(typeof model) && model !== '') continue;
    throw invalidConfig(`${place}.model`, model, 'the name of a model or a function');
  }
  return names;
}

function checkItems(items: unknown): void {
  const isList = typeof items === 'object' && items !== null;
  if (isList && (Symbol.iterator in items || Symbol.asyncIterator in items)) return;
  throw new RouterError(
    'invalid_request',
    `runTasks: the items are ${isList ? 'an object' : `a ${typeof items}`}; give a list or another iterable.`,
  );
}

/** A listener that throws never breaks the run. */
function tell<Whole>(onItem: ((item: Whole) => void) | undefined, whole: Whole): void {
  try {
    onItem?.(whole);
  } catch {
    // It is the listener's own affair.
  }
}

/** The request of a task; where the task refuses the item, one that the batch refuses in its place. */
function ask<Item>(
  task: Task<Item, unknown>,
  item: Item,
): { readonly request: ChatRequest | string; readonly refused?: RouterError } {
  try {
    return { request: requestOf(task, item) };
  } catch (cause) {
    return { request: '', refused: toError("The task's prompt could not be made", cause) };
  }
}

function requestOf<Item>(task: Task<Item, unknown>, item: Item): ChatRequest | string {
  const prompt = task.createPrompt(item);
  const model = typeof task.model === 'function' ? task.model(item) : task.model;
  if (model === undefined) return prompt;
  if (typeof prompt !== 'string') return { ...prompt, model };
  return { model, messages: [{ role: 'user', content: prompt }] };
}

async function parse<Item>(
  task: Task<Item, unknown>,
  result: ChatResult,
  item: Item,
): Promise<TaskOutcome<unknown>> {
  try {
    return { ok: true, value: await task.parse(result, item), result };
  } catch (cause) {
    return { ok: false, error: toError("The task's parser refused the answer", cause), result };
  }
}

function toError(what: string, cause: unknown): RouterError {
  if (isRouterError(cause)) return cause;
  const reason = cause instanceof Error ? cause.message : `it threw a ${typeof cause}`;
  return new RouterError('invalid_request', `${what}: ${reason}`, { cause });
}
