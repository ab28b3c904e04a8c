/** The last second that four digits of a year can tell. */
const latestMs = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * A moment as Anthropic's headers write it: `2026-09-27T12:05:00Z`. Rounded up to a whole second, so
 * that waiting until then is enough.
 */
export function formatRfc3339(epochMs: number): string {
  const whole = Math.ceil(Math.min(epochMs, latestMs) / 1000) * 1000;
  return new Date(whole).toISOString().replace('.000Z', 'Z');
}
