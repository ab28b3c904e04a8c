import { createRandom, type Random } from '@llm-router/core';
import type { PromptSource } from './prompt-source.ts';

const tasks = [
  'Explain in plain words',
  'Write a short note about',
  'List three common mistakes in',
  'Summarise what a beginner should know of',
  'Compare two ways of',
  'Draft a friendly reminder about',
];

const subjects = [
  'mending a puncture on a touring bicycle',
  'keeping a sourdough starter through the winter',
  'reading a tide table before a walk along the coast',
  'pruning an old apple tree',
  'sharing the costs of a flat among four people',
  'packing a parcel that holds glass',
  'planning a day with two trains and a ferry',
  'writing minutes that people read',
];

const details = [
  'Use short sentences.',
  'Say which tools are needed and what each of them costs.',
  'Assume that the reader has done it once before and failed.',
  'Give one example with numbers in it and check them.',
  'End with the one thing that must not be forgotten.',
];

/** Prompts that nobody meant: the same seed invents the same ones. */
export function inventPrompts(count: number, seed: number): PromptSource {
  return {
    origin: 'invented',
    async *read() {
      const random = createRandom(seed);
      for (let number = 0; number < count; number++) yield inventPrompt(random);
    },
  };
}

function inventPrompt(random: Random): string {
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  const extent = Math.floor(random() * (details.length + 1));
  return [`${pick(tasks)} ${pick(subjects)}.`, ...details.slice(0, extent)].join(' ');
}
