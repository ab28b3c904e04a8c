export { estimateTokens } from '@llm-router/core';
export { calculateCost } from './calculate-cost.ts';
export type { ContextFit } from './compare-window.ts';
export type { TokenCount } from './count-input.ts';
export { countTokens, fitsContext, learnTokens } from './count-tokens.ts';
export { type ImageSize, imageSize } from './image-size.ts';
export { imageTokens } from './image-tokens.ts';
export { preloadTokenizers } from './preload-tokenizers.ts';
export {
  type CountTokensOptions,
  createTokenCalculator,
  type FitsContextOptions,
  type LearnTokensOptions,
  type TokenCalculator,
  type TokenCalculatorOptions,
} from './token-calculator.ts';
export type { LearnedCorrection } from './token-correction.ts';
export type { Encoding } from './tokenizer.ts';
