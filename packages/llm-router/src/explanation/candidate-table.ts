import { formatUsd, type Ledger, type LedgerCandidate } from '@llm-router/core';
import { formatMs, formatTokens } from './amounts.ts';
import { clean, type Line, type Style } from './lines.ts';

const heading = ['rank', 'deployment', 'verdict', 'cost', 'wait', 'fit'] as const;
const nameColumn = heading.indexOf('deployment');
/** These lean right, as numbers do. */
const firstFigure = heading.indexOf('cost');

/** Less than this tells nobody apart. */
const shortestName = 12;

const styles: Readonly<Record<LedgerCandidate['verdict'], Style | undefined>> = {
  chosen: 'good',
  eligible: undefined,
  refused: 'faint',
};

/** The candidates in their order, a row each, and under it why it stands there. */
export function tableOf(ledger: Ledger, width: number): readonly Line[] {
  const candidates = ledger.candidates.map((candidate) => asItEnded(candidate, ledger));
  if (candidates.length === 0) return [{ text: 'no candidates were looked at' }];
  const rows = candidates.map((candidate) => cellsOf(candidate, ledger));
  const [head = '', ...lines] = layOut([[...heading], ...rows], width);
  return [
    { text: head, isRow: true, style: 'strong' },
    ...candidates.flatMap((candidate, index) => {
      const style = styles[candidate.verdict];
      const painted = style === undefined ? {} : { style };
      const why = whyOf(candidate).map((text) => ({ text, indent: 6, ...painted }));
      return [{ text: lines[index] ?? '', isRow: true, ...painted }, ...why];
    }),
  ];
}

/** Who served was chosen in the end, also where it was asked beside the first. */
function asItEnded(candidate: LedgerCandidate, { servedBy }: Ledger): LedgerCandidate {
  if (servedBy === undefined) return candidate;
  const { by: _refusal, ...rest } = candidate;
  if (candidate.deployment === servedBy) return { ...rest, verdict: 'chosen' };
  return candidate.verdict === 'chosen' ? { ...rest, verdict: 'eligible' } : candidate;
}

function cellsOf(candidate: LedgerCandidate, ledger: Ledger): readonly string[] {
  const { deployment, rank, verdict, by, waitMs } = candidate;
  return [
    String(Number(rank.toPrecision(4))),
    clean(deployment),
    by === undefined ? verdict : `${verdict}: ${by}`,
    costOf(candidate),
    waitMs === undefined ? '–' : formatMs(waitMs),
    fitOf(candidate, ledger),
  ];
}

function costOf({ expected }: LedgerCandidate): string {
  if (expected === undefined || expected.nanoUsd === null) return 'unknown';
  return formatUsd({ nanoUsd: expected.nanoUsd, exactness: 'estimated' });
}

/** The request by the measure of the gate, which compares prompt and longest answer with the window. */
function fitOf({ contextWindow }: LedgerCandidate, { analysis, request }: Ledger): string {
  const tokens = formatTokens(analysis?.requires.contextTokens ?? request.inputTokens);
  return `${tokens} of ${contextWindow === undefined ? 'unknown' : formatTokens(contextWindow)}`;
}

function whyOf({ reasons = [], detail }: LedgerCandidate): readonly string[] {
  const said = reasons.length === 0 ? [] : [reasons.join('; ')];
  return detail === undefined ? said : [...said, detail];
}

/** Cells in columns, two blanks apart; names give way where the lines would be too long. */
function layOut(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const widths = heading.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const whole = widths.reduce((sum, own) => sum + own + 2, -2);
  const name = widths[nameColumn] ?? 0;
  const room = Math.max(Math.min(name, shortestName), Math.min(name, name - (whole - width)));
  widths[nameColumn] = room;
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const own = widths[column] ?? 0;
        if (column === nameColumn) return shorten(cell, own).padEnd(own);
        return column < firstFigure ? cell.padEnd(own) : cell.padStart(own);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Names of one provider differ at their end, names of one model at their beginning: both stay. */
function shorten(name: string, most: number): string {
  if (name.length <= most) return name;
  const end = Math.floor((most - 1) / 2);
  return `${name.slice(0, most - 1 - end)}…${name.slice(-end)}`;
}
