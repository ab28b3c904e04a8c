import { RouterError } from '@llm-router/core';
import { modelProfile } from './model-profile.ts';
import { readModel } from './read-input.ts';
import { type Encoding, encodings, loadTokenizer } from './tokenizer.ts';

/**
 * Loads tokenizers ahead of the first count, which would wait up to half a second for them.
 *
 * @param names encodings (`o200k_base`) or ids of models; a model without a tokenizer needs none
 * @throws RouterError `invalid_config`
 */
export async function preloadTokenizers(names: readonly string[]): Promise<void> {
  if (!Array.isArray(names)) {
    throw new RouterError('invalid_config', 'preloadTokenizers: expected a list of names.');
  }
  for (const name of names) {
    const encoding = encodings.find((known) => known === name) ?? encodingOf(name);
    if (encoding !== undefined) await loadTokenizer(encoding);
  }
}

function encodingOf(model: string): Encoding | undefined {
  const profile = modelProfile(readModel('preloadTokenizers', { model }));
  return profile.kind === 'unknown' ? undefined : profile.encoding;
}
