import { parseReset } from '@llm-router/core';
import { type HeaderLimit, type LimitField, stricterOf } from './rate-limit-headers.ts';
import { readCount } from './read-count.ts';
import { type Member, readMembers } from './read-members.ts';

/** One limit out of `RateLimit` and `RateLimit-Policy`, and the field that it belongs to. */
export interface StatedLimit {
  readonly field: LimitField;
  readonly stated: HeaderLimit;
}

/** How much is allowed in how much time. */
interface Quota {
  readonly name?: string;
  readonly unit: string;
  readonly limit: number;
  readonly windowSeconds?: number;
}

/** How much of it is left. */
interface State extends HeaderLimit {
  readonly name?: string;
}

/** Periods that have a name; others are told by their seconds. */
const periodFields: ReadonlyMap<number, LimitField> = new Map([
  [1, 'requestsPerSecond'],
  [60, 'requests'],
  [3600, 'requestsPerHour'],
  [86_400, 'requestsPerDay'],
]);

const longestWindowSeconds = 366 * 86_400;

/**
 * Reads the rate-limit fields of the IETF in all their drafts: `RateLimit-Limit`, `-Remaining` and
 * `-Reset` apart (to draft 6), `RateLimit: limit=…, remaining=…, reset=…` (draft 7), and named
 * policies with `q`, `w`, `r` and `t` (from draft 8). Units other than requests and concurrent
 * requests are left out.
 */
export function readPolicies(
  read: ReadonlyMap<string, string>,
  now: number,
): readonly StatedLimit[] {
  const allowed = readMembers(read.get('ratelimit-limit'));
  const quotas = [...readMembers(read.get('ratelimit-policy')), ...allowed].flatMap(readQuota);
  const states = [
    ...readMembers(read.get('ratelimit')).map((member) => readState(member, now)),
    {
      ...part('limit', readCount(allowed[0]?.items[0])),
      ...part('remaining', readCount(read.get('ratelimit-remaining'))),
      ...part('resetMs', parseReset(read.get('ratelimit-reset') ?? '', { now })),
    },
  ];
  return join(quotas, mergeUnnamed(states));
}

function readQuota({ items, parameters }: Member): Quota[] {
  const item = items.at(-1);
  const limit = readCount(parameters.get('q') ?? item);
  const seconds = readCount(parameters.get('w'));
  const isWindow =
    seconds !== undefined &&
    Number.isInteger(seconds) &&
    seconds > 0 &&
    seconds <= longestWindowSeconds;
  // Without a window an amount alone is no policy: it is the `limit` of the state.
  if (limit === undefined || !(isWindow || parameters.has('q'))) return [];
  return [
    {
      limit,
      unit: parameters.get('qu') ?? 'requests',
      ...(item !== undefined && parameters.has('q') && { name: item }),
      ...(isWindow && { windowSeconds: seconds }),
    },
  ];
}

function readState({ items, parameters }: Member, now: number): State {
  const name = items.at(-1);
  const reset = parameters.get('t') ?? parameters.get('reset') ?? '';
  return {
    ...(name !== undefined && { name }),
    ...part('limit', readCount(parameters.get('limit'))),
    ...part('remaining', readCount(parameters.get('r') ?? parameters.get('remaining'))),
    ...part('resetMs', parseReset(reset, { now })),
  };
}

/** `{ [name]: value }`, or nothing where there is no value. */
function part(name: keyof HeaderLimit, value: number | undefined): HeaderLimit {
  return value === undefined ? {} : { [name]: value };
}

/** What has no name speaks of one limit, in however many members it does. */
function mergeUnnamed(states: readonly State[]): readonly State[] {
  const named = states.filter(({ name }) => name !== undefined);
  const unnamed = states.filter(({ name }) => name === undefined);
  return [...named, unnamed.reduce<HeaderLimit>((sum, state) => stricterOf(sum, state), {})];
}

/** Puts what is left to what is allowed: by name, else by amount, else where there is only one. */
function join(quotas: readonly Quota[], states: readonly State[]): readonly StatedLimit[] {
  const left = states.flatMap(({ name, ...stated }) =>
    Object.keys(stated).length === 0 ? [] : place(quotaOf(quotas, name, stated), stated),
  );
  return [...quotas.flatMap((quota) => place(quota, {})), ...left];
}

function quotaOf(
  quotas: readonly Quota[],
  name: string | undefined,
  stated: HeaderLimit,
): Quota | undefined {
  const [only] = quotas.length === 1 ? quotas : [];
  if (name !== undefined) {
    return (
      quotas.find((quota) => quota.name === name) ?? (only?.name === undefined ? only : undefined)
    );
  }
  return quotas.find(({ limit }) => limit === stated.limit) ?? only;
}

function place(quota: Quota | undefined, stated: HeaderLimit): StatedLimit[] {
  const field = fieldOf(quota);
  return field === undefined
    ? []
    : [{ field, stated: { ...stated, ...part('limit', quota?.limit ?? stated.limit) } }];
}

function fieldOf(quota: Quota | undefined): LimitField | undefined {
  if (quota?.unit === 'concurrent-requests') return 'concurrentRequests';
  if (quota !== undefined && quota.unit !== 'requests') return undefined;
  const seconds = quota?.windowSeconds;
  if (seconds === undefined) return 'requestsPerWindow';
  return periodFields.get(seconds) ?? `requestsPer${seconds}Seconds`;
}
