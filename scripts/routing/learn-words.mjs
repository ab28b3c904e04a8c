// A score learned from words: hashed, weighed by rarity, ridge regression. Words that training has
// never seen pull it towards 0, which is neutral.
import { fitRidge, project } from './ridge.mjs';
import { withinSource } from './targets.mjs';

const slots = 2 ** 16;
const penalty = 100;
const wordsRead = 1000;
const rarest = 2;

/** Learns a target from prompts; answers a function from prompt to score. */
export function learnWords(prompts, target) {
  const sets = prompts.map(slotsOf);
  const seen = new Float64Array(slots);
  for (const set of sets) for (const slot of set) seen[slot] += 1;
  const rarity = seen.map((count) => (count < rarest ? 0 : Math.log(prompts.length / count + 1)));
  const toRow = (set) => rowOf(set, rarity, Math.log(prompts.length + 1));
  const weights = fitRidge(sets.map(toRow), withinSource(prompts, target), slots, penalty);
  return (prompt) => project(toRow(slotsOf(prompt)), weights);
}

function slotsOf({ prompt }) {
  const words = prompt.toLowerCase().match(/\p{L}{2,}|\d+/gu) ?? [];
  // Figures differ in length only: 1987 says as much as 1988.
  const forms = words.slice(0, wordsRead).map((word) => word.replace(/\d/g, '#'));
  return new Set(forms.map(slotOf));
}

/** FNV-1a (Fowler, Noll, Vo). */
function slotOf(word) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

/** A row of length 1, or less where words are unknown. */
function rowOf(set, rarity, rarityOfUnknown) {
  const known = [...set].filter((slot) => rarity[slot] > 0);
  const unknown = (set.size - known.length) * rarityOfUnknown ** 2;
  const square = known.reduce((sum, slot) => sum + rarity[slot] ** 2, unknown);
  return [known, known.map((slot) => rarity[slot] / Math.sqrt(square || 1))];
}
