/** How many parameters a model has, in billions. */
export interface ModelSize {
  readonly totalBillion: number;
  /** Parameters used for each token, of a mixture of experts. */
  readonly activeBillion?: number;
}

const experts = /(?<![a-z0-9.])(\d{1,3})x(\d{1,4}(?:\.\d{1,3})?)b(?![a-z0-9])/;
const activeOfExperts = /(?<![a-z0-9.])(\d{1,4}(?:\.\d{1,3})?)b-(\d{1,4})e(?![a-z0-9])/;
const active = /(?<![a-z0-9.])a(\d{1,4}(?:\.\d{1,3})?)b(?![a-z0-9])/;
/** Not after `a` on its own, which marks the active part; `r7b` and `e4b` are sizes. */
const total = /(?<![0-9.])(?<!(?<![a-z0-9])a)(\d{1,4}(?:\.\d{1,3})?)([bmt])(?![a-z0-9])/g;
const billions: Readonly<Record<string, number>> = { b: 1, m: 1 / 1000, t: 1000 };

/** Experts share their attention layers: eight of 7 billion are 47, not 56. */
const shareOfExperts = 0.84;
/** Many experts of one model share more: 16 make 109 billion of 17, 128 make 400. */
const growthOfExperts = 0.65;

/**
 * Reads the size out of a model's name in lower case: `8b`, `1.5b`, `e4b`, `270m`, `1t`, `30b-a3b`,
 * `8x7b`, `17b-16e`. Of several sizes the largest counts.
 */
export function readSize(name: string): ModelSize | undefined {
  const mixture = experts.exec(name);
  if (mixture !== null) {
    return { totalBillion: Number(mixture[1]) * Number(mixture[2]) * shareOfExperts };
  }
  const shared = activeOfExperts.exec(name);
  if (shared !== null) {
    const activeBillion = Number(shared[1]);
    return { totalBillion: activeBillion * Number(shared[2]) ** growthOfExperts, activeBillion };
  }
  let totalBillion = 0;
  for (const [, amount, unit = 'b'] of name.matchAll(total)) {
    totalBillion = Math.max(totalBillion, Number(amount) * (billions[unit] ?? 1));
  }
  if (totalBillion === 0) return undefined;
  const used = active.exec(name);
  return { totalBillion, ...(used !== null && { activeBillion: Number(used[1]) }) };
}
