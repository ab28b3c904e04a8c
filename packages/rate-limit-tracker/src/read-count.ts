/** What a number counts exactly; the largest 64-bit integer, which stands for "unlimited", is longer. */
const plainNumber = /^\s*\d{1,15}(?:\.\d{1,9})?\s*$/;

/** Reads a header's amount. What is masked, negative, no plain number or beyond counting is `undefined`. */
export function readCount(text: string | undefined): number | undefined {
  return text !== undefined && plainNumber.test(text) ? Number(text) : undefined;
}
