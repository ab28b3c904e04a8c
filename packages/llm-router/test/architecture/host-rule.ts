import type { Files } from './files.ts';
import { type HostUse, listHostUses } from './host-uses.ts';

/** A place at the edge that may take something from the host. */
export interface Edge {
  /** A file, or a folder with a `/` at its end. */
  readonly path: string;
  readonly uses: readonly string[];
  readonly reason: string;
}

/** Everything else takes clock, chance and transport as options. Keep this list short. */
export const edges: readonly Edge[] = [
  {
    path: 'packages/core/src/clock.ts',
    uses: ['Date.now', 'performance.now', 'setTimeout'],
    reason: 'systemClock is the one reader of the time and the one timer.',
  },
  {
    path: 'packages/core/src/virtual-clock.ts',
    uses: ['setImmediate', 'setTimeout'],
    reason: 'Virtual time lets the host finish its microtasks before it jumps.',
  },
  {
    path: 'packages/core/src/random.ts',
    uses: ['Math.random'],
    reason: 'systemRandom is the one source of chance.',
  },
  {
    path: 'packages/providers/src/provider-options.ts',
    uses: ['fetch'],
    reason: 'The default transport: the global fetch, looked up at each request.',
  },
  {
    path: 'packages/simulator/src/http-transport.ts',
    uses: ['node:http'],
    reason: 'listen() serves the simulated providers on the loopback address.',
  },
  {
    path: 'packages/token-calculator/src/yield-to-host.ts',
    uses: ['setImmediate', 'setTimeout'],
    reason: 'Long texts are counted in slices, between which the host has its turn.',
  },
  {
    path: 'packages/llm-router/src/load-config.ts',
    uses: ['process.env'],
    reason: 'loadConfig reads the environment that a configuration refers to.',
  },
  {
    path: 'packages/cli/src/',
    uses: ['console', 'process.env', 'node:process', 'node:http'],
    reason: 'A command reads its environment and writes to the terminal.',
  },
  {
    path: 'packages/gateway/src/',
    uses: ['process.env', 'node:http'],
    reason: 'The gateway is a server: it listens, and its environment configures it.',
  },
];

/** Sources take nothing from the host but at the edges that are named with a reason. */
export function hostUsesOutsideEdges(files: Files, allowed: readonly Edge[]): string[] {
  return listHostUses(sourcesOf(files))
    .filter((use) => !allowed.some((edge) => covers(edge, use)))
    .map(
      ({ path, line, what }) => `${path}:${line} uses ${what}: take it as an option (see core).`,
    );
}

/** An allowance that is no longer needed is taken back. Only files that exist are looked at. */
export function idleEdges(files: Files, allowed: readonly Edge[]): string[] {
  const used = listHostUses(sourcesOf(files));
  return allowed
    .filter((edge) => files.has(edge.path))
    .flatMap((edge) =>
      edge.uses
        .filter((what) => !used.some((use) => use.path === edge.path && use.what === what))
        .map((what) => `${edge.path} may use ${what}, but does not: take it off the list.`),
    );
}

function covers(edge: Edge, use: HostUse): boolean {
  const inside = edge.path.endsWith('/') ? use.path.startsWith(edge.path) : use.path === edge.path;
  return inside && edge.uses.includes(use.what);
}

function sourcesOf(files: Files): Files {
  return new Map([...files].filter(([path]) => /^packages\/[^/]+\/src\//.test(path)));
}
