import type { Candidate, ModelSelector } from '@llm-router/core';
import { createTrialContext } from './check-context.ts';

/** One promise of a selector, for any test framework. */
export interface SelectorCheck {
  readonly name: string;
  /** Throws an `Error` that says what was wrong. */
  run(): void;
}

/** A hundred times the candidates may take this many times the reads: sorting passes, comparing all pairs does not. */
const mostGrowth = 400;

/**
 * The promises that every selector keeps, for one's own selector to be tested against.
 *
 * @example
 * for (const { name, run } of selectorChecks(mySelector)) test(name, run);
 */
export function selectorChecks(selector: ModelSelector): readonly SelectorCheck[] {
  const select = (size: number) => {
    const { context } = createTrialContext(size);
    return { given: context.candidates, ranked: selector.select(context) };
  };
  return [
    { name: 'answers nothing for nothing', run: () => expectNothing(select(0).ranked) },
    { name: 'takes one candidate', run: () => expectOwn(select(1)) },
    { name: 'never invents or repeats a candidate', run: () => expectOwn(select(60)) },
    { name: 'keeps deployments and expectations intact', run: () => expectIntact(select(60)) },
    { name: 'ranks with finite numbers', run: () => expectFiniteRanks(select(60).ranked) },
    { name: 'gives its reasons in words', run: () => expectWords(select(60).ranked) },
    { name: 'does not change its input', run: () => expectUnchanged(selector) },
    { name: 'answers the same for the same', run: () => expectSame(selector) },
    { name: 'reads 10,000 candidates in about linear time', run: () => expectLinear(selector) },
  ];
}

interface Trial {
  readonly given: readonly Candidate[];
  readonly ranked: readonly Candidate[];
}

function expectNothing(ranked: readonly Candidate[]): void {
  if (ranked.length > 0) throw new Error(`${ranked.length} candidates came out of none`);
}

function expectOwn({ given, ranked }: Trial): void {
  const left = new Set(given.map(({ deployment }) => deployment.id));
  for (const { deployment } of ranked) {
    if (!left.delete(deployment.id)) {
      throw new Error(`'${deployment.id}' was not among the candidates, or came out twice`);
    }
  }
}

function expectIntact({ given, ranked }: Trial): void {
  const before = new Map(given.map((candidate) => [candidate.deployment.id, candidate]));
  for (const { deployment, expected } of ranked) {
    const own = before.get(deployment.id);
    if (!isSame(own?.deployment, deployment)) throw new Error(`'${deployment.id}' was changed`);
    if (!isSame(own?.expected, expected)) {
      throw new Error(`what was expected of '${deployment.id}' was changed`);
    }
  }
}

function expectFiniteRanks(ranked: readonly Candidate[]): void {
  for (const { deployment, rank } of ranked) {
    if (!Number.isFinite(rank)) throw new Error(`'${deployment.id}' has the rank ${rank}`);
  }
}

function expectWords(ranked: readonly Candidate[]): void {
  for (const { deployment, reasons } of ranked) {
    if (!Array.isArray(reasons) || reasons.some((reason) => typeof reason !== 'string')) {
      throw new Error(`the reasons of '${deployment.id}' are not a list of texts`);
    }
  }
}

function expectUnchanged(selector: ModelSelector): void {
  const { context } = createTrialContext(60);
  const before = JSON.stringify(context);
  // The context is frozen as well: a mutation throws in here.
  selector.select(context);
  if (JSON.stringify(context) !== before) throw new Error('the context was changed');
}

function expectSame(selector: ModelSelector): void {
  const { context } = createTrialContext(60);
  const first = JSON.stringify(selector.select(context));
  const second = JSON.stringify(selector.select(context));
  if (first !== second) throw new Error('two calls with the same context differ');
}

function expectLinear(selector: ModelSelector): void {
  const few = createTrialContext(100);
  selector.select(few.context);
  // Beyond this many reads the context throws, so that a slow selector is not waited for.
  const many = createTrialContext(10_000, mostGrowth * few.reads());
  selector.select(many.context);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
