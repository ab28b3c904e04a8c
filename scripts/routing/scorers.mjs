// Everything that is compared: a name, and what makes a function from prompt to score out of prompts.
import { learnCounts } from './learn-counts.mjs';
import { learnWords } from './learn-words.mjs';
import { score as structural } from './structural.mjs';
import { failure, gain, normOf } from './targets.mjs';

/** A correction weighs this much of the structural score's own spread. */
const correction = 0.3;

const keywords =
  /\b(?:prove|proof|why|explain|anal[yi]\w+|compare|evaluate|justify|derive|solve|calculate|design|implement|debug|optimi[sz]e|reason\w*|algorithm|step by step)\b/gi;

/** What routers by keyword do: reasoning words, code, and steps of length. */
function scoreKeywords({ prompt }) {
  const found = Math.min(4, (prompt.match(keywords) ?? []).length);
  const code = /```|\bfunction\b|=>/.test(prompt) ? 1 : 0;
  const words = prompt.split(/\s+/).length;
  const steps = [50, 150, 400].filter((step) => words > step).length;
  return found + code + steps;
}

/** The structural score, moved a little by a learned one. */
function corrected(learn, target) {
  return (prompts) => {
    const learned = learn(prompts, target);
    const base = normOf(prompts.map((prompt) => structural(prompt.messages)));
    const moved = normOf(prompts.map(learned));
    return (prompt) =>
      structural(prompt.messages) / base.spread + (correction * learned(prompt)) / moved.spread;
  };
}

export const scorers = {
  length: () => (prompt) => prompt.prompt.length,
  keywords: () => scoreKeywords,
  structural: () => (prompt) => structural(prompt.messages),
  'words, gain': (prompts) => learnWords(prompts, gain),
  'words, failure': (prompts) => learnWords(prompts, failure),
  'counts, gain': (prompts) => learnCounts(prompts, gain),
  'counts, failure': (prompts) => learnCounts(prompts, failure),
  'structural + words': corrected(learnWords, failure),
  'structural + counts': corrected(learnCounts, failure),
};
