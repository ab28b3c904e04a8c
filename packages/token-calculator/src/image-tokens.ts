import type { ImagePart } from '@llm-router/core';
import { type ImageSize, imageSize } from './image-size.ts';

/** Where a picture lies elsewhere or cannot be read, it is taken to be this large. */
const unknownImageSize: ImageSize = { width: 1024, height: 1024 };

/** The most that a picture counts where no formula is published. */
const otherImageTokens = 1100;

type Formula = (size: ImageSize, detail: string | undefined) => number;

/** The published formulas by the model's name, the special before the general. */
const formulas: readonly (readonly [RegExp, Formula])[] = [
  [/gpt-4o-mini/, tiles(2833, 5667)],
  [/gpt-4\.1-mini|gpt-5(?:\.\d)?-mini/, patches(1536, 1.62)],
  [/gpt-4\.1-nano|gpt-5(?:\.\d)?-nano/, patches(1536, 2.46)],
  [/o4-mini/, patches(1536, 1.72)],
  [/gpt-5\.[23]|codex/, patches(1536, 1)],
  [/gpt-5\.[45]/, patches(2500, 1)],
  [/gpt-5\.\d|gpt-[6-9]/, patches(Number.POSITIVE_INFINITY, 1)],
  [/gpt-5/, tiles(70, 140)],
  [/(?<![a-z])o[13]/, tiles(75, 150)],
  [/gpt-4|gpt-3/, tiles(85, 170)],
  [/claude-(?:[a-z]+)-(?:[5-9]|4[.-][7-9])(?!\d)/, anthropic(2576, 4784)],
  [/claude/, anthropic(1568, 1568)],
  [/gemini-(?:1|2)/, geminiTiles],
  [/gemini/, geminiResolution],
];

/**
 * The tokens of one picture by the formulas that OpenAI, Anthropic and Google publish; others
 * count patches of 28 pixels, at most 1,100. The size is read from a `data:` URL; an address counts
 * as 1024 × 1024.
 */
export function imageTokens(image: ImagePart['image_url'], model: string): number {
  const name = model.toLowerCase();
  const formula = formulas.find(([pattern]) => pattern.test(name))?.[1];
  const size = imageSize(image.url) ?? unknownImageSize;
  return (formula ?? otherFormula)(size, image.detail);
}

/** OpenAI's older models: into 2048 × 2048, then the short side to 768, then tiles of 512. */
function tiles(base: number, perTile: number): Formula {
  return (size, detail) => {
    if (detail === 'low') return base;
    const fitted = shrink(size, 2048 / Math.max(size.width, size.height));
    const { width, height } = shrink(fitted, 768 / Math.min(fitted.width, fitted.height));
    return base + perTile * Math.ceil(width / 512) * Math.ceil(height / 512);
  };
}

/** OpenAI's newer models: patches of 32 pixels, shrunk until they fit the budget. */
function patches(budget: number, multiplier: number): Formula {
  return ({ width, height }) => {
    const count = (scale: number) =>
      Math.ceil((width * scale) / 32) * Math.ceil((height * scale) / 32);
    if (count(1) <= budget) return Math.ceil(count(1) * multiplier);
    const ratio = Math.sqrt((32 * 32 * budget) / (width * height));
    const across = (width * ratio) / 32;
    const down = (height * ratio) / 32;
    const whole = Math.min(Math.floor(across) / across, Math.floor(down) / down);
    return Math.ceil(Math.min(budget, count(ratio * whole)) * multiplier);
  };
}

const patchSide = 28;
/** A side that was made to end with a patch may be off by the last bit. */
const rounding = 1e-6;

/** Anthropic: patches of 28 pixels; the largest picture within a longest side and a budget of tokens. */
function anthropic(longestSide: number, budget: number): Formula {
  return (size) => {
    let { width, height } = shrink(size, longestSide / Math.max(size.width, size.height));
    for (;;) {
      const across = Math.ceil(width / patchSide - rounding);
      const down = Math.ceil(height / patchSide - rounding);
      if (across * down <= budget) return across * down;
      // One column or one row less, whichever shrinks the picture less.
      const scale = Math.max((across - 1) / width, (down - 1) / height) * patchSide;
      width *= scale;
      height *= scale;
    }
  };
}

/** Gemini 1 and 2: small pictures are one tile; others are cut into tiles of 256 to 768 pixels. */
function geminiTiles({ width, height }: ImageSize): number {
  if (width <= 384 && height <= 384) return 258;
  const unit = Math.min(768, Math.max(256, Math.floor(Math.min(width, height) / 1.5)));
  return 258 * Math.ceil(width / unit) * Math.ceil(height / unit);
}

/** Gemini 3: the resolution asked for decides, not the size. */
function geminiResolution(_size: ImageSize, detail: string | undefined): number {
  return detail === 'low' ? 280 : 1120;
}

function otherFormula({ width, height }: ImageSize): number {
  const patches = Math.ceil(width / patchSide) * Math.ceil(height / patchSide);
  return Math.min(otherImageTokens, patches);
}

function shrink({ width, height }: ImageSize, scale: number): ImageSize {
  const factor = Math.min(1, scale);
  return { width: width * factor, height: height * factor };
}
