import { createRandom } from '@llm-router/core';

/** One answer, in no wire's form. */
export interface Answer {
  readonly id: string;
  readonly model: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The first of them, where they are thought and not said. */
  readonly thinkingTokens: number;
  /** `'length'` where the request's or the window's limit cut it short. */
  readonly finish: 'stop' | 'length';
  /** The tool that is called instead of talking. */
  readonly tool?: string;
  /** Whether a stream ends with its usage. */
  readonly includeUsage: boolean;
  readonly textSeed: number;
}

const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'wu', 'dal', 'fen'];

const words: readonly string[] = syllables.flatMap((first, index) =>
  syllables.map((second, turn) => first + second + (syllables[(index * turn) % 7] ?? '')),
);

/**
 * The answer in pieces, one for each of its tokens: invented words, made as they are asked for.
 * Thoughts and what is said after them each begin without a blank.
 * A tool call's pieces make a JSON object of one text field, which `'length'` leaves open.
 */
export function* answerPieces(answer: Answer): Generator<string> {
  const random = createRandom(answer.textSeed);
  const last = answer.outputTokens - 1;
  const closing = answer.tool !== undefined && answer.finish === 'stop' ? '"}' : '';
  for (let index = 0; index <= last; index++) {
    const word = words[Math.floor(random() * words.length)] ?? '';
    const first = index === 0 || index === answer.thinkingTokens;
    const before = !first ? ' ' : answer.tool === undefined ? '' : '{"text":"';
    yield before + word + (index === last ? closing : '');
  }
}

/** The whole of {@link answerPieces}. */
export function answerText(answer: Answer): string {
  let text = '';
  for (const piece of answerPieces(answer)) text += piece;
  return text;
}
