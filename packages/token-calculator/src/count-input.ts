import { type ChatRequest, estimateTokens } from '@llm-router/core';
import { calibratedText } from './calibration.ts';
import { calibratedRequest, measureRequest } from './count-calibrated.ts';
import { countOpenAi } from './count-openai.ts';
import type { MeasureText } from './measure-text.ts';
import { modelProfile } from './model-profile.ts';
import type { Encoding } from './tokenizer.ts';

/** A number of tokens and how it is known. */
export interface TokenCount {
  readonly tokens: number;
  /**
   * `exact`: the maker's own tokenizer and published format. `calibrated`: fitted on recorded usage, or
   * corrected by what the deployment has billed; also where a run of hundreds of letters was cut, which
   * can change the count by a token or two a cut. `estimated`: no tokenizer is known for the model.
   */
  readonly method: 'exact' | 'calibrated' | 'estimated';
  /** The tokenizer behind the number, or `none`. */
  readonly encoding: Encoding | 'none';
}

/** Counts a text or a request in the way that is best for the model. */
export async function countInput(
  input: string | ChatRequest,
  model: string,
  measure: MeasureText,
): Promise<TokenCount> {
  const profile = modelProfile(model);
  if (profile.kind === 'unknown') {
    return { tokens: estimateTokens(input), method: 'estimated', encoding: 'none' };
  }
  const { encoding } = profile;
  if (profile.kind === 'openai') {
    const { tokens, exact } =
      typeof input === 'string'
        ? await countText(input, encoding, measure)
        : await countOpenAi(input, profile, model, measure);
    return { tokens, method: exact ? 'exact' : 'calibrated', encoding };
  }
  const { calibration } = profile;
  const tokens =
    typeof input === 'string'
      ? Math.max(0, Math.round(calibratedText(await measure(input, encoding), calibration)))
      : calibratedRequest(await measureRequest(input, model, encoding, measure), calibration);
  return { tokens, method: 'calibrated', encoding };
}

async function countText(text: string, encoding: Encoding, measure: MeasureText) {
  const { tokens, cuts } = await measure(text, encoding);
  return { tokens, exact: cuts === 0 };
}
