/** Mean, standard deviation and extremes in one line. */
export function describeFigures(values) {
  if (values.length === 0) return 'none';
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `mean ${mean.toFixed(3)}, deviation ${Math.sqrt(square).toFixed(3)}, from ${low.toFixed(3)} to ${high.toFixed(3)}`;
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** A new list in random order. */
export function shuffle(list, random) {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
