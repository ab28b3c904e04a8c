import { type Clock, formatUsd } from '@llm-router/core';
import type { BatchProgress } from 'llm-router';
import type { Output } from './environment.ts';
import { formatSeconds } from './format.ts';

/** Shows how far a batch is. */
export interface ProgressLine {
  update(progress: BatchProgress): void;
  /** Leaves the line as it stands and goes to the next. */
  end(): void;
}

const barLength = 20;
const redrawAfterMs = 50;
const defaultColumns = 80;
const clearToEnd = '\u001b[K';

/**
 * On a terminal one line that is drawn over, at most twenty times a second; elsewhere a line
 * whenever another tenth is done.
 */
export function createProgressLine(output: Output, clock: Clock, total: number): ProgressLine {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let tenths = 0;
  let isOpen = false;

  function draw(progress: BatchProgress): void {
    const now = clock.now();
    const isLast = progress.completed >= total;
    if (!isLast && now - drawnAt < redrawAfterMs) return;
    drawnAt = now;
    isOpen = true;
    // A line that wraps cannot be drawn over.
    const text = formatProgress(progress, total).slice(0, (output.columns ?? defaultColumns) - 1);
    output.write(`\r${text}${clearToEnd}`);
  }

  function print(progress: BatchProgress): void {
    const done = Math.floor((10 * progress.completed) / total);
    if (done <= tenths) return;
    tenths = done;
    output.write(`${formatProgress(progress, total)}\n`);
  }

  return {
    update: output.isTerminal ? draw : print,
    end() {
      if (isOpen) output.write('\n');
      isOpen = false;
    },
  };
}

/** Done, share, speed, money and the time that is left, in one line. */
export function formatProgress(progress: BatchProgress, total: number): string {
  const { completed, failed, requestsPerSecond, cost } = progress;
  const share = total === 0 ? 1 : completed / total;
  const filled = Math.floor(share * barLength);
  const bar = '#'.repeat(filled) + '.'.repeat(barLength - filled);
  const left = requestsPerSecond > 0 ? (total - completed) / requestsPerSecond : 0;
  const parts = [
    `[${bar}] ${completed}/${total}`,
    `${Math.floor(100 * share)} %`,
    `${requestsPerSecond.toFixed(1)}/s`,
    formatUsd(cost),
    `ETA ${formatSeconds(left)}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return parts.join('  ');
}
