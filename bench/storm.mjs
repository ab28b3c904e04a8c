// Storms in virtual time: 2,000 calls each, chats and streams of three tenants, with aborts, second
// requests and updates, while providers fail, recover, limit, stall and run out of money by a script drawn
// from a seed. Every call has to end once, in time and clearly; nothing may be left behind; every circuit
// has to close in calm weather; retries have to keep to their budget. The checks are those of
// packages/llm-router/test/storm, and run on the sources: no build is needed.
//
//   npm run storm -- [seeds] [requests] [first seed]
import { importTypeScript } from '../scripts/lib/import-typescript.mjs';

const [seeds = 200, requests = 2000, firstSeed = 1] = process.argv.slice(2).map(Number);
const { countRequests, drawStorm, findWrongs, overdrawn, playStorm } = await importTypeScript(
  'packages/llm-router/test/storm/index.ts',
);

const sums = { requests: 0, upstream: 0, cpuMs: 0 };
const byCode = {};
const byReason = {};
const worst = { upstream: { ratio: 0 }, call: { attempts: 0 }, cpu: { ms: 0 } };
let overdraft = -Infinity;
const wrongs = [];

for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
  let aftermath;
  try {
    aftermath = await playStorm(drawStorm(seed, requests));
  } catch (error) {
    wrongs.push(`seed ${seed}: ${error.stack}`);
    continue;
  }
  wrongs.push(...findWrongs(aftermath).map((wrong) => `seed ${seed}: ${wrong}`));
  add(seed, aftermath);
  if (seed % 10 === 0) console.error(`seed ${seed}: ${wrongs.length} wrongs so far`);
}
print();

function add(seed, aftermath) {
  const { endings, sent, cpuMs } = aftermath;
  const upstream = [...sent.values()].reduce((sum, count) => sum + count, 0);
  sums.requests += endings.length;
  sums.upstream += upstream;
  sums.cpuMs += cpuMs;
  for (const { code } of endings) byCode[code] = (byCode[code] ?? 0) + 1;
  for (const [reason, count] of Object.entries(countRequests(aftermath))) {
    byReason[reason] = (byReason[reason] ?? 0) + count;
  }
  const ratio = upstream / endings.length;
  if (ratio > worst.upstream.ratio) worst.upstream = { ratio, seed };
  const attempts = Math.max(...sent.values());
  if (attempts > worst.call.attempts) worst.call = { attempts, seed };
  overdraft = Math.max(overdraft, overdrawn(aftermath));
  if (cpuMs > worst.cpu.ms) worst.cpu = { ms: cpuMs, seed };
}

function print() {
  const { ok = 0, ...errors } = byCode;
  const share = (count) => `${count} (${((100 * count) / sums.requests).toFixed(2)} %)`;
  const rows = [
    ['seeds', seeds],
    ['requests', sums.requests],
    ['answered', share(ok)],
    ...Object.entries(errors)
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => [`error ${code}`, share(count)]),
    ['upstream requests', sums.upstream],
    ['upstream per request', (sums.upstream / sums.requests).toFixed(3)],
    ...Object.entries(byReason).map(([reason, count]) => [`attempts: ${reason}`, share(count)]),
    ['worst seed', `${worst.upstream.ratio.toFixed(3)} per request, seed ${worst.upstream.seed}`],
    ['worst call', `${worst.call.attempts} upstream requests, seed ${worst.call.seed}`],
    ['retry budget, at worst', `${(-overdraft).toFixed(1)} left`],
    [
      'CPU',
      `${(sums.cpuMs / 1000).toFixed(0)} s, ${((sums.cpuMs * 1000) / sums.requests).toFixed(0)} µs a request`,
    ],
    ['slowest seed', `${(worst.cpu.ms / 1000).toFixed(1)} s, seed ${worst.cpu.seed}`],
    ['wrong', wrongs.length],
  ];
  console.log(`Node ${process.version}`);
  for (const [name, value] of rows) console.log(`${name.padEnd(26)} ${value}`);
  for (const wrong of wrongs.slice(0, 100)) console.log(wrong);
  process.exitCode = wrongs.length === 0 ? 0 : 1;
}
