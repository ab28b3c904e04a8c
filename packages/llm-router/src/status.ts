import type { House } from './house.ts';
import type { RouterStatus } from './router-config.ts';

/** How the router stands at this moment. */
export function readStatus({
  rooms,
  admission,
  clock,
  health,
  breakers,
  cache,
  totals,
}: House): RouterStatus {
  const { running, succeeded, failed, cost } = totals;
  return {
    at: clock.now(),
    requests: { running, succeeded, failed },
    cost,
    deployments: [...rooms.values()].map(
      ({ deployment: { id, provider, model, pools, category }, stats }) => {
        const refusal = admission.check({ key: id, pools });
        return {
          id,
          provider,
          model,
          succeeded: stats.succeeded,
          failed: stats.failed,
          waitMs: refusal?.waitMs ?? 0,
          ...(refusal && { limitedBy: refusal.limitedBy }),
          ...(category && { category }),
          health: health.score(id),
          circuit: breakers?.for(id).state ?? 'off',
        };
      },
    ),
    queue: admission.snapshot(),
    waiting: admission.waiting(),
    ...(cache && { cache: cache.snapshot() }),
  };
}
