/** Whole numbers with their thousands apart. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en');
}

/** `1,204 ms` below ten seconds, `12.3 s` below two minutes, then `14 min` and `2 h 04 min`. */
export function formatMs(ms: number): string {
  if (ms < 10_000) return `${formatCount(ms)} ms`;
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  const rest = String(minutes % 60).padStart(2, '0');
  return `${formatCount(Math.floor(minutes / 60))} h ${rest} min`;
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** `950`, `1.2k`, `128k`, `1M`. */
export function formatTokens(tokens: number): string {
  return compact.format(Math.round(tokens)).replace('K', 'k');
}
