export { estimateTokens } from '@llm-router/core';
export { calculateCost } from './calculate-cost.ts';
export { countTokens, fitsContext } from './count-tokens.ts';
export { type ImageSize, imageSize } from './image-size.ts';
export { imageTokens } from './image-tokens.ts';
export {
  type ContextFit,
  type CountTokensOptions,
  createTokenCalculator,
  type FitsContextOptions,
  preloadTokenizers,
  type TokenCalculator,
  type TokenCalculatorOptions,
  type TokenCount,
} from './token-calculator.ts';
export type { Encoding } from './tokenizer.ts';
