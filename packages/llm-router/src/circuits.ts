import type { House, Room } from './house.ts';

/** Why the queue keeps requests from a deployment whose circuit lets nothing through. */
const circuitReason = 'its circuit holds requests back';

/** A probe may end at any time, so a half-open circuit is asked again after this long. */
const lookAgainMs = 100;

/** Whether a wait is for the circuit of a deployment, and not for a limit. */
export function isForCircuit(deployment: string, limitedBy: string | undefined): boolean {
  return limitedBy === `${deployment}: ${circuitReason}`;
}

/** How long the circuit of a deployment stays open; 0 where it is not open. */
export function openForMs({ stats }: Room, { clock }: House): number {
  return stats.brokenUntil === 0 ? 0 : Math.max(0, stats.brokenUntil - clock.now());
}

/** Notes after a failure whether the circuit has opened, and keeps the queue away until it closes. */
export function noteIfOpen({ deployment: { id }, stats }: Room, house: House): void {
  const breaker = house.breakers?.for(id);
  if (breaker?.state !== 'open') return;
  // An open circuit takes no note of being asked.
  const entry = breaker.tryEnter();
  if (entry.ok) return;
  stats.broken(house.clock.now() + entry.retryAfterMs);
  blockFor(entry.retryAfterMs, id, house);
}

/** Keeps the queue away from a circuit that has just refused. */
export function blockRefused(deployment: string, retryAfterMs: number, house: House): void {
  const isProbing = house.breakers?.for(deployment).state === 'half-open';
  blockFor(isProbing ? Math.min(retryAfterMs, lookAgainMs) : retryAfterMs, deployment, house);
}

function blockFor(ms: number, deployment: string, { admission, clock }: House): void {
  admission.block(deployment, clock.now() + ms, circuitReason);
}
