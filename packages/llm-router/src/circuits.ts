import type { KeyedCircuitBreakers } from '@llm-router/circuit-breaker';
import type { CircuitBreaker, ErrorClassification } from '@llm-router/core';
import type { Endpoint, House, Room } from './house.ts';

/** What leaves alone who fails: a circuit for each deployment, and one for each address that several share. */
export interface Circuits {
  readonly ofDeployments: KeyedCircuitBreakers;
  readonly ofEndpoints: KeyedCircuitBreakers;
}

/** The right to send one attempt through the circuits of a deployment. It ends once. */
export interface CircuitsPermit {
  success(): void;
  /** @param isReached whether the provider has begun to respond */
  failure(failure: ErrorClassification, isReached: boolean): void;
  ignore(): void;
}

type CircuitState = CircuitBreaker['state'];
type Entry =
  | { readonly ok: true; readonly permit: CircuitsPermit }
  | { readonly ok: false; readonly retryAfterMs: number };

/** Why the queue keeps requests from a deployment whose circuit lets nothing through. */
const circuitReason = 'its circuit holds requests back';

/** A probe may end at any time, so a half-open circuit is asked again after this long. */
const lookAgainMs = 100;

/** Whether a wait is for the circuit of a deployment, and not for a limit. */
export function isForCircuit(deployment: string, limitedBy: string | undefined): boolean {
  return limitedBy === `${deployment}: ${circuitReason}`;
}

/** Asks the deployment's circuit, and that of its address where others are behind it too. */
export function enterCircuits(room: Room, circuits: Circuits): Entry {
  const own = circuits.ofDeployments.for(room.deployment.id).tryEnter();
  if (!own.ok || !isShared(room)) return own;
  const shared = endpointOf(room, circuits).tryEnter();
  if (!shared.ok) {
    own.permit.ignore();
    return shared;
  }
  const { endpoint } = room.domains;
  const permit: CircuitsPermit = {
    success() {
      endpoint.silent.clear();
      own.permit.success();
      shared.permit.success();
    },
    failure(failure, isReached) {
      own.permit.failure(failure);
      if (isReached || failure.status !== undefined) {
        endpoint.silent.clear();
        shared.permit.success();
      } else if (speaksAgainst(endpoint, room, failure)) shared.permit.failure(failure);
      else shared.permit.ignore();
    },
    ignore() {
      own.permit.ignore();
      shared.permit.ignore();
    },
  };
  return { ok: true, permit };
}

/** One model that hangs is no dead address: that takes two, and no answer of any in between. */
function speaksAgainst(
  { silent }: Endpoint,
  { deployment }: Room,
  { category }: ErrorClassification,
): boolean {
  if (category === 'network') return true;
  if (category !== 'timeout') return false;
  silent.add(deployment.id);
  return silent.size > 1;
}

/** Nobody is there, or nobody answers. */
export function isOfEndpoint({ category }: ErrorClassification): boolean {
  return category === 'network' || category === 'timeout';
}

/** How the circuits stand; of the two the one that lets less through. */
export function circuitState(room: Room, circuits: Circuits): CircuitState {
  const own = circuits.ofDeployments.for(room.deployment.id).state;
  if (own === 'open' || !isShared(room)) return own;
  const shared = endpointOf(room, circuits).state;
  return shared === 'closed' ? own : shared;
}

/** How long a circuit of the deployment stays open; 0 where none is. */
export function openForMs({ stats }: Room, { clock }: House): number {
  return stats.brokenUntil === 0 ? 0 : Math.max(0, stats.brokenUntil - clock.now());
}

/** Notes after a failure which circuits are open, and keeps the queue away until they close. */
export function noteIfOpen(room: Room, circuits: Circuits, house: House): void {
  const { id } = room.deployment;
  leaveAlone([id], circuits.ofDeployments.for(id), house);
  if (!isShared(room)) return;
  leaveAlone(room.domains.endpoint.deployments, endpointOf(room, circuits), house);
}

/** Keeps the queue away from a circuit that has just refused. */
export function blockRefused(room: Room, retryAfterMs: number, house: House): void {
  const { circuits } = house;
  const isProbing = circuits !== undefined && circuitState(room, circuits) === 'half-open';
  block(room.deployment.id, isProbing ? Math.min(retryAfterMs, lookAgainMs) : retryAfterMs, house);
}

function isShared({ domains }: Room): boolean {
  return domains.endpoint.deployments.length > 1;
}

function endpointOf({ domains }: Room, { ofEndpoints }: Circuits): CircuitBreaker {
  return ofEndpoints.for(domains.endpoint.name);
}

function leaveAlone(deployments: readonly string[], circuit: CircuitBreaker, house: House): void {
  if (circuit.state !== 'open') return;
  // An open circuit takes no note of being asked.
  const entry = circuit.tryEnter();
  if (entry.ok) return;
  for (const id of deployments) {
    house.rooms.get(id)?.stats.broken(house.clock.now() + entry.retryAfterMs);
    block(id, entry.retryAfterMs, house);
  }
}

function block(deployment: string, ms: number, { admission, clock }: House): void {
  admission.block(deployment, clock.now() + ms, circuitReason);
}
