import type { Effort } from '../efforts.ts';

/** What one family of models takes on Gemini's wire. */
export interface GeminiTraits {
  /** Whether it takes a system instruction. */
  readonly system: boolean;
  /** Whether it refuses earlier calls without a signature. */
  readonly signedCalls: boolean;
  /** Whether it thinks, and whether within a budget of tokens or at a level. */
  readonly thinking: 'none' | 'budget' | 'level';
  /** The levels of thinking, the least first. */
  readonly levels: readonly Effort[];
  /** Whether it can be kept from thinking. */
  readonly canRest: boolean;
}

const plain: GeminiTraits = {
  system: true,
  signedCalls: false,
  thinking: 'none',
  levels: [],
  canRest: true,
};

const budgeted: GeminiTraits = { ...plain, thinking: 'budget' };

const levelled: GeminiTraits = {
  ...plain,
  signedCalls: true,
  thinking: 'level',
  levels: ['minimal', 'low', 'medium', 'high'],
  canRest: false,
};

const version = /gemini-(\d+)(?:[.-](\d)(?!\d))?/;

/** What is known of a model by its id; a Gemini model without a version counts as the newest. */
export function geminiTraits(model: string): GeminiTraits {
  const id = model.toLowerCase();
  if (!id.includes('gemini')) return { ...plain, system: !/gemma-(?:[1-3]|3n)(?!\d)/.test(id) };
  const [, major, minor] = version.exec(id) ?? [];
  const number = major === undefined ? 999 : Number(major) * 100 + Number(minor ?? 0);
  const isPro = /\bpro\b/.test(id);
  if (number < 205) return plain;
  if (number < 300) return { ...budgeted, canRest: !isPro };
  if (!isPro) return levelled;
  return { ...levelled, levels: number === 300 ? ['low', 'high'] : ['low', 'medium', 'high'] };
}
