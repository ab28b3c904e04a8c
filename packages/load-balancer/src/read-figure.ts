/** A finite figure of 0 or more. What is no number counts as the highest. */
export function readFigure(figure: number): number {
  if (figure >= 0) return Math.min(figure, Number.MAX_VALUE);
  return figure < 0 ? 0 : Number.MAX_VALUE;
}
