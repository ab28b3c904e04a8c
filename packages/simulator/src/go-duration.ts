/**
 * Milliseconds in the notation of Go's `time.Duration`, as OpenAI's headers use it: `120ms`, `7.66s`,
 * `6m0s`, `1h0m0.5s`. Rounded up to a whole millisecond, so that waiting that long is enough.
 */
export function formatGoDuration(ms: number): string {
  const whole = Math.max(0, Math.ceil(ms));
  if (whole === 0) return '0s';
  if (whole < 1000) return `${whole}ms`;
  const hours = Math.floor(whole / 3_600_000);
  const minutes = Math.floor((whole % 3_600_000) / 60_000);
  const seconds = (whole % 60_000) / 1000;
  if (hours > 0) return `${hours}h${minutes}m${seconds}s`;
  return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}
