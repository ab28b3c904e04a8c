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

let pacificHour: Intl.DateTimeFormat | undefined;

/** Midnight there is a full hour of UTC, and may come an hour off where the clocks change. */
function nextPacificMidnight(now: number): number {
  // It takes longer to make than all the rest of a classification.
  pacificHour ??= new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  const hourAt = (at: number) => Number(pacificHour?.format(at));
  const first = (Math.floor(now / hourMs) + 1) * hourMs;
  const usual = first + ((24 - hourAt(first)) % 24) * hourMs;
  const possible = [usual - hourMs, usual, usual + hourMs];
  return possible.find((at) => at >= first && hourAt(at) === 0) ?? usual;
}
