import { formatUsd, type Price, toNanoUsd } from '@llm-router/core';

/** Whole numbers with their thousands apart. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en');
}

/** `1,204 ms` below ten seconds, `12.3 s` below two minutes, then as {@link formatSeconds}. */
export function formatDuration(ms: number): string {
  if (ms < 10_000) return `${formatCount(ms)} ms`;
  return ms < 120_000 ? `${(ms / 1000).toFixed(1)} s` : formatSeconds(ms / 1000);
}

/** `14 s` below two minutes, then `3 min 05 s` and, from two hours, `2 h 04 min`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  if (whole < 120) return `${whole} s`;
  if (whole < 7200) return `${Math.floor(whole / 60)} min ${twoDigits(whole % 60)} s`;
  const minutes = Math.round(whole / 60);
  return `${formatCount(Math.floor(minutes / 60))} h ${twoDigits(minutes % 60)} min`;
}

/** `$0.15 in, $0.60 out per million tokens`. */
export function formatPrice({ input, output }: Pick<Price, 'input' | 'output'>): string {
  const dollars = (usd: number) => formatUsd({ nanoUsd: toNanoUsd(usd), exactness: 'priced' });
  return `${dollars(input)} in, ${dollars(output)} out per million tokens`;
}

/** Lines of text in columns, two blanks apart. The first column leans left, the others as told. */
export function formatTable(
  rows: readonly (readonly string[])[],
  lean: 'left' | 'right' = 'right',
): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, index) => Math.max(cell.length, most[index] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return index > 0 && lean === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
