// A caller leaves in every phase of a call, over real sockets on 127.0.0.1: how soon the call ends and how
// soon the upstream sees its connection close, from the moment of the abort. Router and upstream share one
// process, so both figures hold the way through one event loop twice. The phases are those of
// packages/llm-router/test/abort, and run on the sources: no build is needed.
//
//   npm run abort -- [aborts per phase]
import { importTypeScript } from '../scripts/lib/import-typescript.mjs';

const [turns = 300] = process.argv.slice(2).map(Number);
const { createSilentHost, createSilentPort, leaveOnce, phases } = await importTypeScript(
  'packages/llm-router/test/abort/index.ts',
);
const host = await createSilentHost();
const port = await createSilentPort();

console.log(`Node ${process.version}, ${turns} aborts a phase, milliseconds: median, p99, max`);
let wrong = 0;
for (const phase of phases) {
  const before = host.arrivals;
  const ended = [];
  const closed = [];
  for (let turn = 0; turn < turns; turn++) {
    const left = await leaveOnce(phase, host, port);
    if (left.code !== 'aborted' || left.leaks.length > 0) {
      wrong += 1;
      console.log(`${phase.name}: ${left.code} ${left.leaks.join(', ')}`);
    }
    ended.push(left.endedAfterMs);
    if (left.closedAfterMs !== undefined) closed.push(left.closedAfterMs);
  }
  const sent = host.arrivals - before;
  const seen = phase.isUpstream ? `closed upstream ${spread(closed)}` : 'nothing to close';
  console.log(
    `${phase.name.padEnd(38)} ended ${spread(ended)}  ${seen}  (${sent} sent, ${closed.length} closed)`,
  );
}
console.log(`${port.connections} connections half made, ${port.open} of them still open`);
await Promise.all([host.close(), port.close()]);
process.exitCode = wrong === 0 ? 0 : 1;

function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return [0.5, 0.99, 1].map((share) => at(share).toFixed(2).padStart(7)).join('');
}
