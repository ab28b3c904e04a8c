import { createAbortScope } from '@llm-router/core';
import type { Account } from './account.ts';
import { timedOut } from './attempt-errors.ts';
import type { House, Room } from './house.ts';
import type { AccountCredits } from './router.ts';

/** So long a provider may take to tell what is left. */
const longestMs = 10_000;

/** What is left at every account whose provider tells it, each asked once and all at the same time. */
export function readCredits(house: House): Promise<readonly AccountCredits[]> {
  const accounts = new Map<Account, Room[]>();
  for (const room of house.rooms.values()) {
    if (room.provider.credits === undefined) continue;
    const { account } = room.domains;
    accounts.set(account, [...(accounts.get(account) ?? []), room]);
  }
  return Promise.all([...accounts.values()].map((rooms) => readAccount(rooms, house)));
}

async function readAccount(rooms: readonly Room[], house: House): Promise<AccountCredits> {
  const { clock, alarms } = house;
  const [{ provider, deployment }] = rooms as readonly [Room];
  const burnNanoUsdPerHour = rooms.reduce(
    (sum, { stats }) => sum + stats.burn.perHour(clock.now()),
    0,
  );
  const known = {
    provider: deployment.provider,
    deployments: rooms.map(({ deployment: { id } }) => id),
    burnNanoUsdPerHour: Math.round(burnNanoUsdPerHour),
  };
  const scope = createAbortScope(alarms, {
    deadline: clock.now() + longestMs,
    onDeadline: () => timedOut(`no answer within ${longestMs} ms`),
  });
  try {
    const asked = provider.credits?.({ signal: scope.signal });
    const told = await scope.race(Promise.resolve(asked));
    const { balanceNanoUsd = null, usedNanoUsd = null } = told ?? {};
    return {
      ...known,
      balanceNanoUsd,
      usedNanoUsd,
      ...(balanceNanoUsd !== null &&
        burnNanoUsdPerHour > 0 && {
          lastsMs: Math.max(0, (balanceNanoUsd / burnNanoUsdPerHour) * 3_600_000),
        }),
    };
  } catch (error) {
    const failure = house.classify(error, { provider: known.provider, now: clock.now() });
    return { ...known, balanceNanoUsd: null, usedNanoUsd: null, error: failure };
  } finally {
    scope.end();
  }
}
