import type { Strategy } from '@llm-router/core';
import type { BalanceStrategy } from '@llm-router/load-balancer';
import { z } from 'zod';

/** No file can say it: JSON Schema leaves it out. */
const inCode = (check: (value: unknown) => boolean, error: string) =>
  z.custom(check, { error }).meta({ not: {} });

/** What is expected where only code can say it. */
export const aFunction = 'a function';
/** A function, or nothing. */
export const callback: z.ZodType = inCode(
  (value) => typeof value === 'function',
  aFunction,
).optional();

const withMethod = (method: string) =>
  inCode(
    (value) => typeof (value as Record<string, unknown> | null)?.[method] === 'function',
    `an object with ${method}()`,
  );

const strategies = {
  fallback: true,
  loadbalance: true,
  cost_aware: true,
  fastest: true,
  quality: true,
} satisfies Record<Exclude<Strategy, 'adaptive'>, true>;

const balances = {
  'round-robin': true,
  weighted: true,
  'least-busy': true,
  latency: true,
  'power-of-two': true,
  headroom: true,
  'prefix-affinity': true,
} satisfies Record<Extract<BalanceStrategy, string>, true>;

/** What may stand in the place of a name, by option; in code only. */
export const ownParts: Readonly<Record<string, string>> = {
  strategy: ' or an object with select()',
  balance: ', a function or an object with order()',
};

/** Who is asked first, by name or by a selector. */
export const strategyChoice: z.ZodType = oneOf(strategies, withMethod('select'));

/** Who goes first among equals, by name or by a balancer. */
export const balanceChoice: z.ZodType = oneOf(balances, withMethod('order').or(callback));

/** One of these names, or a part of the caller's own. */
function oneOf(names: object, own: z.ZodType) {
  const known = Object.keys(names);
  return z.union([z.enum(known), own], { error: `one of ${known.join(', ')}` });
}
