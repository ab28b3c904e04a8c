import {
  type AcquireOptions,
  type Clock,
  createVirtualClock,
  type Lease,
  type RouterError,
  type Target,
  type VirtualClock,
} from '@llm-router/core';
import {
  type ConcurrencyManager,
  type ConcurrencyManagerOptions,
  createConcurrencyManager,
} from '../../src/index.ts';

export const minuteMs = 60_000;

export interface Bench {
  readonly clock: VirtualClock;
  readonly manager: ConcurrencyManager;
  /** Sleeps on the clock that nobody has ended: what would keep a process alive. */
  sleeping(): number;
  /** Lets everything happen that can happen without time passing. */
  settle(): Promise<void>;
}

export function createBench(options: Omit<ConcurrencyManagerOptions, 'clock'> = {}): Bench {
  const clock = createVirtualClock();
  let sleeping = 0;
  const counted: Clock = {
    now: clock.now,
    async sleep(ms, signal) {
      sleeping += 1;
      try {
        await clock.sleep(ms, signal);
      } finally {
        sleeping -= 1;
      }
    },
  };
  const manager = createConcurrencyManager({ ...options, clock: counted });
  return { clock, manager, sleeping: () => sleeping, settle: () => clock.advance(0) };
}

/** What became of one `acquire`. */
export interface Asked {
  lease: Lease | undefined;
  error: RouterError | undefined;
  /** When it was granted or refused. */
  at: number | undefined;
  /** Place among all grants of the bench. */
  readonly name: string;
}

/** Asks without waiting for the answer; `order` collects the names as they are granted. */
export function ask(
  { clock, manager }: Bench,
  key: string | readonly Target[],
  options: AcquireOptions & { readonly name?: string; readonly order?: string[] } = {},
): Asked {
  const { name = '', order, ...call } = options;
  const asked: Asked = { lease: undefined, error: undefined, at: undefined, name };
  manager.acquire(key, call).then(
    (lease) => {
      asked.lease = lease;
      asked.at = clock.now();
      order?.push(name);
    },
    (error) => {
      asked.error = error;
      asked.at = clock.now();
    },
  );
  return asked;
}

/** Asks, and holds what it gets for so long. */
export async function hold(
  { clock, manager }: Bench,
  key: string | readonly Target[],
  holdMs: number,
  options: AcquireOptions = {},
): Promise<number> {
  const lease = await manager.acquire(key, options);
  const at = clock.now();
  await clock.sleep(holdMs);
  lease.settle({});
  return at;
}

/** One slot of the key `k`, held by somebody. */
export async function createBusyBench(): Promise<{ bench: Bench; holder: Lease }> {
  const bench = createBench({ limits: { k: { maxConcurrent: 1 } }, leaseTtlMs: 30_000 });
  const holder = await bench.manager.acquire('k');
  return { bench, holder };
}

/** That nothing is left behind: the slot is free, the queue empty, and nobody asleep for long. */
export async function expectClean(bench: Bench): Promise<void> {
  await bench.settle();
  expect(bench.manager.snapshot()).toMatchObject({ queued: 0, limits: { k: { inFlight: 0 } } });
  await bench.clock.advance(300);
  expect(bench.sleeping()).toBe(0);
  await expect(bench.manager.acquire('k')).resolves.toMatchObject({ waitedMs: 0 });
}
