import { characterKind, characterKinds } from './character-kind.ts';
import { lexicon, type WordKind } from './lexicon.ts';

/** Shorter words are articles, pronouns and the like in most languages. */
const shortestWord = 4;

/** Letters that are compared: `tide` and `tides`, `sail` and `sailing` speak of one thing. */
const stemLetters = 4;

/**
 * The words that tell what a text is about, cut to their beginnings: no short words, no courtesies
 * and none that only ask for something. Of ideographs, which stand without blanks, every pair counts.
 */
export function topicWords(original: string): ReadonlySet<string> {
  const text = original.toLowerCase();
  const words = new Set<string>();
  let index = 0;
  while (index < text.length) {
    const kind = kindAt(text, index);
    const start = index;
    while (index < text.length && kindAt(text, index) === kind) index += 1;
    if (kind === characterKind.ideograph) addPairs(text.slice(start, index), words);
    else if (kind === characterKind.letter && index - start >= shortestWord) {
      addWord(text.slice(start, index), words);
    }
  }
  return words;
}

function kindAt(text: string, index: number): number {
  return characterKinds[text.charCodeAt(index)] as number;
}

function addWord(word: string, words: Set<string>): void {
  if (isTopic(lexicon.get(word)?.kind)) words.add(word.slice(0, stemLetters));
}

function isTopic(kind: WordKind | undefined): boolean {
  return kind === undefined || kind === 'code' || kind === 'mathematics';
}

function addPairs(ideographs: string, words: Set<string>): void {
  for (let end = 2; end <= ideographs.length; end++) words.add(ideographs.slice(end - 2, end));
}
