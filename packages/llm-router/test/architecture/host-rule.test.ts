import { type Edge, edges, hostUsesOutsideEdges, idleEdges } from './host-rule.ts';
import { listHostUses } from './host-uses.ts';

const path = 'packages/backoff/src/delay.ts';

function usesIn(text: string): string[] {
  return listHostUses(new Map([[path, text]])).map(({ what }) => what);
}

describe('what a source takes from the host is found', () => {
  test.each([
    ['Date.now', 'export const at = Date.now();'],
    ['Date.now', 'export const now = Date.now;'],
    ['Date.now', "export const at = Date['now']();"],
    ['Date.now', 'export const { now } = Date;'],
    ['Date.now', 'export const at = globalThis.Date.now();'],
    ['new Date()', 'export const at = new Date();'],
    ['new Date()', 'export const at = new Date;'],
    ['new Date()', 'export const at = Date();'],
    ['new Date()', 'export const at = new globalThis.Date();'],
    ['performance.now', 'export const at = performance.now();'],
    ['Math.random', 'export const random = Math.random;'],
    ['Math.random', 'export const { random: chance } = Math;'],
    ['setTimeout', 'setTimeout(() => {}, 1);'],
    ['setInterval', 'export const every = setInterval;'],
    ['setImmediate', 'globalThis.setImmediate(() => {});'],
    ['setTimeout', 'export const host = { setTimeout };'],
    ['process.env', "export const key = process.env['KEY'];"],
    ['process.env', 'export const { env } = process;'],
    ['console', "console.log('hello');"],
    ['fetch', "export const answer = fetch('https://example.org');"],
    ['fetch', 'export const send = globalThis.fetch;'],
    ['fetch', 'export const send = (globalThis as { fetch?: unknown }).fetch;'],
    ['fetch', "export const send = globalThis['fetch'];"],
    ['fetch', 'export const { fetch } = globalThis;'],
    ['fetch', 'export function send({ fetch: by = fetch } = {}) { return by; }'],
    ['fetch', 'export const a = (fetch: unknown) => fetch;\nexport const b = () => fetch;'],
    ['node:timers/promises', "import { setTimeout as sleep } from 'node:timers/promises';"],
    ['node:timers', "import { setTimeout } from 'timers';\nsetTimeout(() => {}, 1);"],
    ['node:process', "import { env } from 'node:process';"],
    ['node:http', "export const http = import('node:http');"],
    ['undici', "import { fetch } from 'undici';\nexport const send = fetch;"],
  ])('%s in %s', (what, text) => {
    expect(usesIn(text)).toEqual([what]);
  });
});

describe('what only looks like it is no use of the host', () => {
  test.each([
    ['a comment', '// Date.now() and fetch(url) and console.log'],
    ['a string', "export const words = 'Date.now() setTimeout(fetch)';"],
    ['a parameter', 'export const send = (fetch: (url: string) => void) => fetch("/");'],
    ['a local name', 'export function run() { const setTimeout = () => {}; setTimeout(); }'],
    ['a member', 'export const send = (options: { fetch(): void }) => options.fetch();'],
    ['a member that is taken out', 'export const send = ({ fetch: by }: Host) => by;'],
    ['a method', 'export const router = { fetch() {}, console: 1 };'],
    ['a type', 'export interface Options { readonly fetch?: typeof fetch; now: typeof Date.now }'],
    ['a cast', 'export const send = (value: unknown) => value as typeof globalThis.fetch;'],
    [
      'an import that leads nowhere',
      "import { fetch } from './gone.ts';\nexport const send = fetch;",
    ],
    ['a type of a module', "import type { AddressInfo } from 'node:net';"],
    ['a date from a number', 'export const at = (ms: number) => new Date(ms).toISOString();'],
    ['a parsed date', "export const at = Date.parse('2030-01-01');"],
    ['other mathematics', 'export const most = Math.max(1, 2);'],
    ['a test for the class', 'export const isDate = (value: unknown) => value instanceof Date;'],
  ])('%s', (_, text) => {
    expect(usesIn(text)).toEqual([]);
  });
});

const allowed: readonly Edge[] = [
  { path, uses: ['Date.now'], reason: 'planted' },
  { path: 'packages/cli/src/', uses: ['console'], reason: 'planted' },
];

test('an edge allows what it names, there and nowhere else', () => {
  const files = new Map([
    [path, 'export const at = Date.now();\nexport const chance = Math.random();'],
    ['packages/backoff/src/other.ts', 'export const at = Date.now();'],
    ['packages/cli/src/commands/run.ts', 'console.log(1);'],
    ['packages/cli/test/run.test.ts', 'setTimeout(() => {}, 1);'],
  ]);
  expect(hostUsesOutsideEdges(files, allowed)).toEqual([
    `${path}:2 uses Math.random: take it as an option (see core).`,
    'packages/backoff/src/other.ts:1 uses Date.now: take it as an option (see core).',
  ]);
});

test('an allowance that its file does not need is found', () => {
  expect(idleEdges(new Map([[path, 'export const at = 1;']]), allowed)).toEqual([
    `${path} may use Date.now, but does not: take it off the list.`,
  ]);
});

test('every edge says why', () => {
  expect(edges.filter(({ reason }) => reason.length < 20)).toEqual([]);
});
