import type { Tiktoken } from 'tiktoken';

/** The encodings of OpenAI's tokenizer. */
export const encodings = ['o200k_base', 'cl100k_base', 'p50k_base', 'r50k_base'] as const;

/** The name of one of OpenAI's encodings. */
export type Encoding = (typeof encodings)[number];

/** Counts the tokens of one piece of text. Words that look like special tokens are text. */
export type Tokenizer = (text: string) => number;

/** An encoding takes up to half a second and some 50 MB to set up, so each is made once, when asked for. */
const loading = new Map<Encoding, Promise<Tokenizer>>();

/** The tokenizer of an encoding; tiktoken is loaded at the first call. */
export function loadTokenizer(encoding: Encoding): Promise<Tokenizer> {
  const known = loading.get(encoding);
  if (known !== undefined) return known;
  const made = makeTokenizer(encoding);
  loading.set(encoding, made);
  // A failed load is tried again by the next caller.
  made.catch(() => loading.delete(encoding));
  return made;
}

async function makeTokenizer(encoding: Encoding): Promise<Tokenizer> {
  const { get_encoding } = await import('tiktoken');
  const tokenizer: Tiktoken = get_encoding(encoding);
  return (text) => tokenizer.encode_ordinary(text).length;
}
