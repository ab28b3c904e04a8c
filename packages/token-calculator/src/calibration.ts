import type { TextMeasure } from './measure-text.ts';

/** How the tokens of a family follow from the measure of the text; fitted by scripts/fit-tokens.mjs. */
export interface Calibration {
  /** Tokens for each token of `o200k_base`. */
  readonly perToken: number;
  /** More for each sign of punctuation. */
  readonly perSign: number;
  /** More for each digit that `o200k_base` joins to the digit before it. */
  readonly perFurtherDigit: number;
  /** More for each line end. */
  readonly perLineEnd: number;
  /** For each message that is no system message. */
  readonly perMessage: number;
  /** For each system message. */
  readonly perSystem: number;
  /** Once for each request. */
  readonly perRequest: number;
  /** More for each request with tools. */
  readonly perTools: number;
  /** More for each tool. */
  readonly perTool: number;
  /** For each token of `o200k_base` of the tools' definitions as JSON. */
  readonly perToolToken: number;
  /** More for each tool call in the history, with its result. */
  readonly perCall: number;
}

/** The tokens of text alone, unrounded. */
export function calibratedText(measure: TextMeasure, calibration: Calibration): number {
  return (
    measure.tokens * calibration.perToken +
    measure.signs * calibration.perSign +
    measure.furtherDigits * calibration.perFurtherDigit +
    measure.lineEnds * calibration.perLineEnd
  );
}
