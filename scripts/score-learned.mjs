// A learned score as an evaluator asks for it: `score(messages)`. It learns from the prompts of the
// `train` split at the first call and keeps nothing.
import { readOutcomes } from './routing/read-outcomes.mjs';
import { scorers } from './routing/scorers.mjs';
import { learnable } from './routing/targets.mjs';

/** The best of the learned ones on sources left out of its training. */
const name = 'counts, gain';

let learned;

export function score(messages) {
  learned ??= scorers[name](learnable(readOutcomes()).filter(({ split }) => split === 'train'));
  return learned({ prompt: messages.at(-1).content });
}
