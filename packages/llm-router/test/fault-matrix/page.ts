import { type Cell, cells, type Scenario, scenarios } from './cells.ts';
import { findFaults } from './expect.ts';
import { budget, type Played, play } from './play.ts';
import { type Phase, phases, type Row, rows, type Wire, wires } from './rows.ts';

/** What came of each cell, by its key. */
export type Results = ReadonlyMap<string, Played>;

/** Plays every cell, one after the other. */
export async function playAll(playOne: (cell: Cell) => Promise<Played> = play): Promise<Results> {
  const results = new Map<string, Played>();
  for (const cell of cells) results.set(cell.key, await playOne(cell));
  return results;
}

const titles: Readonly<Record<Phase, string>> = {
  chat: 'A whole answer',
  before: 'A stream, before its first content',
  after: 'A stream, after its first content',
};

/** The matrix as a page of Markdown. */
export function toPage(results: Results): string {
  const wrong = listWrong(results);
  return [
    '# What the router does with every fault',
    '',
    'Every fault that the simulator can play, met by a router in virtual time. Written by',
    '',
    '```sh',
    'node scripts/fault-matrix.mjs',
    '```',
    '',
    `and held to by \`packages/llm-router/test/fault-matrix.test.ts\`, which also asserts for each cell that the ledger counts what the simulator counted, that no lease, waiter, sleeper or listener is left behind, and that a stream that breaks after its first content leaves what had arrived on the error. A call may make ${budget} requests. Each cell says how the call ends and how many requests went upstream; where the wires of OpenAI and Anthropic differ, it says both.`,
    '',
    '- **one**: there is one candidate, and the fault always strikes. **once**: it strikes the first request only.',
    '- **three**: of three candidates the first, `a`, always meets the fault. **all**: all three do.',
    '',
    'The first column is a fault as `createSimulator` takes it.',
    ...phases.flatMap((phase) => toTable(phase, results)),
    '',
    '## Known to be wrong',
    '',
    ...(wrong.length === 0 ? ['Nothing.'] : wrong),
    '',
  ].join('\n');
}

function toTable(phase: Phase, results: Results): string[] {
  const lines = rows.flatMap((row) => {
    const fault = row.faults[phase];
    if (fault === undefined) return [];
    const shown = scenarios.map((scenario) => toCell(row, phase, scenario, results));
    return [`| ${[row.name, `\`${toSource(fault)}\``, classOf(row), ...shown].join(' | ')} |`];
  });
  return [
    '',
    `## ${titles[phase]}`,
    '',
    `| fault | written | class | ${scenarios.join(' | ')} |`,
    `|---|---|---|${'---|'.repeat(scenarios.length)}`,
    ...lines,
  ];
}

function classOf({ category, abortAfterMs }: Row): string {
  const name = typeof category === 'string' ? category : Object.values(category).join(' / ');
  return abortAfterMs === undefined ? name : `${name} after ${abortAfterMs} ms`;
}

function toCell(row: Row, phase: Phase, scenario: Scenario, results: Results): string {
  const [openai = '', anthropic = ''] = wires.map((wire) => {
    const cell = cellOf(wire, row, phase, scenario);
    const played = cell && results.get(cell.key);
    return cell && played ? `${outcomeOf(played)}${isWrong(cell, played) ? ' ✗' : ''}` : '';
  });
  return openai === anthropic ? openai : `${openai} / ${anthropic}`;
}

function outcomeOf({ outcome, servedBy, hits }: Played): string {
  const total = Object.values(hits).reduce((sum, count) => sum + count, 0);
  return `${servedBy === undefined ? `\`${outcome}\`` : `answer of ${servedBy}`}, ${total}`;
}

const isWrong = (cell: Cell, played: Played) => findFaults(cell, played).length > 0;

/** What is wrong with each fault, and in how many cells. */
function listWrong(results: Results): string[] {
  const places = new Map<string, Cell[]>();
  for (const cell of cells) {
    const played = results.get(cell.key);
    const faults = played === undefined ? [] : findFaults(cell, played);
    for (const fault of faults) {
      const what = `${cell.row.name}: ${fault}`;
      places.set(what, [...(places.get(what) ?? []), cell]);
    }
  }
  return [...places].map(([what, where]) => {
    const met = scenarios.filter((scenario) => where.some((cell) => cell.scenario === scenario));
    return `- ${what} (${met.join(', ')}; ${where.length} cells)`;
  });
}

function cellOf(wire: Wire, row: Row, phase: Phase, scenario: Scenario): Cell | undefined {
  return cells.find(
    (cell) =>
      cell.wire === wire && cell.row === row && cell.phase === phase && cell.scenario === scenario,
  );
}

/** A fault as one writes it in TypeScript. */
function toSource(fault: object): string {
  const fields = Object.entries(fault).map(([name, value]) => {
    const text = typeof value === 'number' ? withGroups(value) : `'${String(value)}'`;
    return `${name}: ${text}`;
  });
  return `{ ${fields.join(', ')} }`;
}

function withGroups(value: number): string {
  return value < 10_000 ? String(value) : value.toLocaleString('en-US').replaceAll(',', '_');
}
