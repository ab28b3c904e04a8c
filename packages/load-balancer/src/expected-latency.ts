import { readFigure } from './read-figure.ts';

/**
 * Latency × (requests in flight + 1), by id: what one more request would wait for. An unknown latency
 * costs nothing, so that it is learned.
 */
export function createExpectedLatency(
  latencyMs: (id: string) => number | undefined,
  load: (id: string) => number,
): (id: string) => number {
  return (id) => {
    const latency = latencyMs(id);
    return latency === undefined ? 0 : readFigure(latency) * (readFigure(load(id)) + 1);
  };
}
