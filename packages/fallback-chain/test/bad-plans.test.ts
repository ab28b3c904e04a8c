import { isRouterError } from '@llm-router/core';
import { bindCalls } from '../src/index.ts';

const plan = { name: 'a', priority: 1, maxRetries: 0, baseDelayMs: 0 };
const callOf = () => async () => 'fine';

it.each<[unknown, unknown, RegExp]>([
  [undefined, callOf, /^bindCalls: plans is undefined; expected a list of plans/],
  [{}, callOf, /^bindCalls: plans is an object/],
  [[plan, null], callOf, /^bindCalls: plans\[1\] is null; expected an object with a name/],
  [[plan], undefined, /^bindCalls: callOf is undefined; expected a function/],
])('plans %j are refused by their place', (plans, call, message) => {
  try {
    bindCalls(plans as never, call as never);
  } catch (error) {
    expect(isRouterError(error, 'invalid_config') && error.message).toMatch(message);
    return;
  }
  throw new Error('it was taken');
});
