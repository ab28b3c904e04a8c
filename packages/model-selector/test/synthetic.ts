import { createRandom, type RequestAnalysis } from '@llm-router/core';
import type { GradedOutcome } from '../src/index.ts';
import { analysisOf } from './context.ts';

const openings = ['Please', 'Kindly', 'Now', 'Today', 'Once more'];
const tasks = {
  rhyme: ['rhyme', 'the lighthouse', 'with the ferry', 'in two lines'],
  proof: ['prove', 'the lemma on lattices', 'for every prime', 'by induction'],
} as const;

export interface World {
  /** The probability that each model answers well, by task. */
  readonly quality: Readonly<
    Record<'weak' | 'strong', Readonly<Record<keyof typeof tasks, number>>>
  >;
}

/** The weak model rhymes as well as the strong one, and proves hardly anything. */
export const telling: World = {
  quality: { weak: { rhyme: 0.9, proof: 0.2 }, strong: { rhyme: 0.9, proof: 0.9 } },
};

/** What is asked says nothing about who can answer it. */
export const silent: World = {
  quality: { weak: { rhyme: 0.5, proof: 0.5 }, strong: { rhyme: 0.7, proof: 0.7 } },
};

export const analysisAt = (level: RequestAnalysis['complexity']['level']): RequestAnalysis => ({
  ...analysisOf(),
  complexity: { score: level === 'simple' ? 0.2 : 0.8, level },
});

/** A made-up request for one of the tasks. */
export function ask(task: keyof typeof tasks, random: () => number): GradedOutcome['request'] {
  const opening = openings[Math.floor(random() * openings.length)];
  const words = tasks[task].filter(() => random() < 0.8);
  return {
    messages: [
      {
        role: 'user',
        content: `${opening}, ${words.join(' ')}, no. ${Math.floor(random() * 1e6)}.`,
      },
    ],
  };
}

/** So many outcomes of a world; where `partial`, only one of the two answers was graded. */
export function drawOutcomes(
  world: World,
  count: number,
  seed: number,
  partial = false,
): (GradedOutcome & { readonly task: keyof typeof tasks })[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const task = random() < 0.5 ? 'rhyme' : 'proof';
    const grade = (model: 'weak' | 'strong') => ({
      quality: random() < world.quality[model][task] ? 1 : 0,
      nanoUsd: model === 'weak' ? 1_000 : 20_000,
    });
    const answers = { weak: grade('weak'), strong: grade('strong') };
    const { weak, strong } = answers;
    const one = random() < 0.5 ? { weak } : { strong };
    return {
      task,
      request: ask(task, random),
      analysis: analysisOf(),
      answers: partial ? one : answers,
    };
  });
}
