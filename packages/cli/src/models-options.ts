import { type Category, categories, invalidConfig } from '@llm-router/core';
import { type Flags, mistake, textOf, type Words } from './read-words.ts';

/** What `models` was asked for. */
export interface ModelsOptions {
  readonly json: boolean;
  /** A part of the name, or an id in any spelling. */
  readonly text?: string;
  readonly provider?: string;
  readonly category?: Category;
}

/** The options of `models`. */
export const modelsFlags: Flags = {
  json: { type: 'boolean' },
  provider: { type: 'string' },
  category: { type: 'string' },
};

/** Reads the words after `models`. */
export function readModelsOptions({ values, positionals }: Words): ModelsOptions {
  const [text, extra] = positionals;
  if (extra !== undefined) {
    throw mistake(`'${extra}' is one word too many; models takes one name or a part of it.`);
  }
  const provider = textOf(values['provider']);
  const category = readCategory(textOf(values['category']));
  return {
    json: values['json'] === true,
    ...(text !== undefined && { text }),
    ...(provider !== undefined && { provider }),
    ...(category !== undefined && { category }),
  };
}

function readCategory(word: string | undefined): Category | undefined {
  if (word === undefined) return undefined;
  const category = categories.find((known) => known === word);
  if (category === undefined) {
    throw invalidConfig('--category', word, `one of ${categories.join(', ')}`);
  }
  return category;
}
