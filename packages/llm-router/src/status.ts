import { circuitState } from './circuits.ts';
import type { House } from './house.ts';
import type { RouterStatus } from './router.ts';

/** How the router stands at this moment. */
export function readStatus({
  rooms,
  admission,
  clock,
  health,
  circuits,
  cache,
  totals,
}: House): RouterStatus {
  const { running, succeeded, failed, cost } = totals;
  return {
    at: clock.now(),
    requests: { running, succeeded, failed },
    cost,
    deployments: [...rooms.values()].map((room) => {
      const { deployment, stats } = room;
      const { id, provider, model, pools, category } = deployment;
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
        circuit: circuits === undefined ? 'off' : circuitState(room, circuits),
      };
    }),
    queue: admission.snapshot(),
    waiting: admission.waiting(),
    ...(cache && { cache: cache.snapshot() }),
  };
}
