import type { Candidate, ChatRequest } from '@llm-router/core';
import { type BatchContext, type Room, selectBatch } from '../src/index.ts';
import { analysisOf, candidate, contextOf, priced, type State } from './context.ts';

const ask = (content: string): ChatRequest => ({ messages: [{ role: 'user', content }] });
const short = ask('How old is the bridge?');
const long = ask('The bridge was closed for repairs. '.repeat(300));

function batchContext(
  candidates: readonly Candidate[],
  rooms: Readonly<Record<string, Room>> = {},
  states: Readonly<Record<string, Partial<State>>> = {},
): BatchContext {
  return { ...contextOf(candidates, states), roomOf: (id) => rooms[id] };
}

const firsts = (requests: readonly ChatRequest[], context: BatchContext) =>
  selectBatch(requests, context).map(([first]) => first?.deployment.id);

it('sends all to the cheapest while there is room', () => {
  const list = [priced('dear', 5), priced('cheap', 1)];
  expect(firsts([short, short, short], batchContext(list))).toEqual(['cheap', 'cheap', 'cheap']);
});

it('gives the room at the cheap one to the request that would lose most elsewhere', () => {
  const list = [priced('dear', 5), priced('cheap', 1)];
  const context = batchContext(list, { cheap: { requests: 1 } });
  expect(firsts([short, long, short], context)).toEqual(['dear', 'cheap', 'dear']);
});

it('lets who has only one choice choose first', () => {
  const narrow = candidate('narrow', {
    price: { input: 1, output: 1 },
    contextWindow: 2500,
  });
  const list = [narrow, priced('wide', 1.1)];
  const context = batchContext(list, { wide: { requests: 1 } });
  expect(firsts([short, long], context)).toEqual(['narrow', 'wide']);
});

it('counts tokens where the room is one of tokens', () => {
  const list = [priced('dear', 5), priced('cheap', 1)];
  const context = batchContext(list, { cheap: { tokens: 2500 } });
  expect(firsts([short, short, short], context).sort()).toEqual(['cheap', 'cheap', 'dear']);
});

it('leaves the selector’s ranks to whoever finds no room', () => {
  const list = [priced('dear', 5), priced('cheap', 1)];
  const full = { cheap: { requests: 0 }, dear: { requests: 0 } };
  const [plan] = selectBatch([short], batchContext(list, full));
  expect(plan?.map(({ deployment }) => deployment.id)).toEqual(['cheap', 'dear']);
  expect(plan?.[0]?.reasons).not.toContain('chosen for the whole batch');
});

it('saves time instead of money', () => {
  const list = [priced('slow', 1), priced('quick', 5)];
  const states = { slow: { latencyMs: 900 }, quick: { latencyMs: 100 } };
  const rooms = { quick: { requests: 2 } };
  const context: BatchContext = { ...batchContext(list, rooms, states), save: 'time' };
  expect(firsts([short, short, short], context)).toEqual(['quick', 'quick', 'slow']);
});

it('does not save at what is too small or unhealthy', () => {
  const list = [priced('tiny', 0.01, 'tiny'), priced('sick', 0.1), priced('small', 1)];
  const context = batchContext(list, {}, { sick: { healthy: false } });
  expect(firsts([short], context)).toEqual(['small']);
});

it('takes what is too small where nothing else is left', () => {
  expect(firsts([short], batchContext([priced('tiny', 1, 'tiny')]))).toEqual(['tiny']);
});

it('keeps everyone else behind the chosen one, for fallback', () => {
  const list = [priced('a', 1), priced('b', 2), priced('c', 3)];
  const [plan] = selectBatch([short], batchContext(list, { a: { requests: 0 } }));
  expect(plan?.map(({ deployment, rank }) => `${deployment.id}${rank}`)).toEqual([
    'b0',
    'a1',
    'c3',
  ]);
  expect(plan?.[0]?.reasons).toContain('chosen for the whole batch');
});

it('analyses each request where it is told how', () => {
  const list = [priced('small', 1), priced('large', 5, 'large')];
  const context: BatchContext = {
    ...batchContext(list),
    analyze: (request) => analysisOf(request === long ? 'large' : 'small'),
  };
  expect(firsts([short, long], context)).toEqual(['small', 'large']);
});

it('answers nothing for no request, and nothing for no candidate', () => {
  expect(selectBatch([], batchContext([priced('a', 1)]))).toEqual([]);
  expect(selectBatch([short], batchContext([]))).toEqual([[]]);
});
