import type { Reset } from './rule.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * The next moment, in epoch milliseconds, at which a documented window begins again: Google counts
 * days in Pacific time, OpenRouter in UTC, and Anthropic's spend limits run by the UTC month.
 */
export function nextReset(reset: Reset, now: number): number {
  if (reset === 'midnight-utc') return (Math.floor(now / dayMs) + 1) * dayMs;
  if (reset === 'midnight-pacific') return nextPacificMidnight(now);
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

/** Midnight there is a full hour of UTC, at most 25 hours ahead where the clocks change. */
function nextPacificMidnight(now: number): number {
  const hourOfDay = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  const first = (Math.floor(now / hourMs) + 1) * hourMs;
  const hours = Array.from({ length: 25 }, (_, index) => first + index * hourMs);
  return hours.find((at) => hourOfDay.format(at) === '00') ?? first + 24 * hourMs;
}
