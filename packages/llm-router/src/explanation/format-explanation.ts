import { formatUsd, invalidConfig, type Ledger, readOptions } from '@llm-router/core';
import { formatCount, formatMs } from './amounts.ts';
import { tableOf } from './candidate-table.ts';
import { courseOf } from './course.ts';
import { type Line, paint, wrap } from './lines.ts';

/** How an explanation is written. */
export interface ExplanationOptions {
  /** Whether the chosen, the refused and the failed stand out in colour (ANSI). @defaultValue false */
  readonly colour?: boolean;
  /**
   * Characters in a line, at least 40: words go on in the next line, long names are shortened. The
   * figures of the table need about 80. @defaultValue Infinity
   */
  readonly width?: number;
}

/**
 * A ledger as text for people: each candidate with rank, verdict, expected cost, wait, share of its
 * window and the reasons; then waits, attempts and decisions, losses, and the total. Any ledger will
 * do: of an `explain`, of an answer, of an error, of a log. Control characters in it are left out.
 *
 * @throws RouterError `invalid_config` for options that cannot be meant, and for what is no ledger
 * @example
 * console.log(formatExplanation(await router.explain('Hello'), { width: 80 }));
 */
export function formatExplanation(ledger: Ledger, options: ExplanationOptions = {}): string {
  const read = readOptions('formatExplanation', options, ['colour', 'width']);
  const colour = read.boolean('colour', false);
  const range = { default: Number.POSITIVE_INFINITY, min: 40, infinite: true };
  const width = read.number('width', range);
  try {
    return write(linesOf(ledger, width), width, colour);
  } catch {
    // A ledger of a log may be anything.
    const expected = 'a whole ledger; an error of a call that was not begun has none';
    throw invalidConfig('formatExplanation: the ledger', ledger, expected);
  }
}

function linesOf(ledger: Ledger, width: number): readonly Line[] {
  return [
    ...introduce(ledger),
    ...tableOf(ledger, width),
    ...courseOf(ledger),
    ...ledger.losses.map((loss) => ({ text: `left out: ${loss}` })),
    { text: conclude(ledger), style: 'strong' },
  ];
}

function write(lines: readonly Line[], width: number, colour: boolean): string {
  return lines
    .flatMap((line) =>
      wrap(line, width).map((text) => paint(text, colour ? line.style : undefined)),
    )
    .join('\n');
}

function introduce({ id, request, tenant, cache, analysis }: Ledger): readonly Line[] {
  const parts = [
    `${id}: ${formatCount(request.inputTokens)} tokens in`,
    `for ${request.model ?? 'any model'}`,
    ...(request.stream ? ['streamed'] : []),
    ...(tenant === 'default' ? [] : [`tenant ${tenant}`]),
    ...(cache === 'hit' ? ['answered from the cache'] : []),
  ];
  const first: Line = { text: parts.join(', '), style: 'strong' };
  return analysis === undefined ? [first] : [first, { text: describeAnalysis(analysis) }];
}

function describeAnalysis({
  complexity,
  category,
  tokens,
  requires,
}: NonNullable<Ledger['analysis']>): string {
  const needs = (['tools', 'vision', 'audio', 'structuredOutput'] as const).filter(
    (need) => requires[need],
  );
  const score = complexity.score.toFixed(2);
  const needed = needs.length === 0 ? '' : `; needs ${needs.join(', ')}`;
  return `looks ${complexity.level} (${score}): a ${category} model should do; about ${formatCount(tokens.expectedOutput)} tokens expected${needed}`;
}

function conclude(ledger: Ledger): string {
  const { attempts, outcome, durationMs, overheadMs, cost } = ledger;
  if (outcome === undefined && attempts.length === 0) return foretell(ledger);
  const spent = `${overheadMs.toFixed(1)} ms of them the router's own; cost ${formatUsd(cost)}`;
  return outcome === undefined
    ? `under way for ${formatMs(durationMs)}, ${spent}`
    : `ended ${outcome} after ${formatMs(durationMs)}, ${spent}`;
}

function foretell({ candidates }: Ledger): string {
  const chosen = candidates.find(({ verdict }) => verdict === 'chosen');
  if (chosen !== undefined) {
    const wait = chosen.waitMs ? `after a wait of ${formatMs(chosen.waitMs)}` : 'at once';
    return `${chosen.deployment} would be asked ${wait}; nothing was sent`;
  }
  const isOpen = candidates.some(({ verdict }) => verdict === 'eligible');
  return isOpen ? 'not decided yet; nothing was sent' : 'nobody can take it; nothing was sent';
}
