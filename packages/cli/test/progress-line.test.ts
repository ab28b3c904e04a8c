import { createVirtualClock } from '@llm-router/core';
import type { BatchProgress } from 'llm-router';
import { createProgressLine, formatProgress } from '../src/progress-line.ts';
import { createCapture, priced } from './support.ts';

function progressOf(completed: number, failed = 0): BatchProgress {
  return {
    completed,
    failed,
    total: undefined,
    percent: undefined,
    requestsPerSecond: 12.34,
    cost: priced(23_400_000),
    etaSeconds: undefined,
  };
}

test('the line shows count, share, speed, dollars and the time that is left', () => {
  expect(formatProgress(progressOf(50), 100)).toBe(
    '[##########..........] 50/100  50 %  12.3/s  $0.0234  ETA 4 s',
  );
  expect(formatProgress(progressOf(2, 1), 10_000)).toBe(
    '[....................] 2/10000  0 %  12.3/s  $0.0234  ETA 13 min 30 s  1 failed',
  );
});

test('without a terminal there is at most a line for every tenth, and no control character', () => {
  const output = createCapture();
  const line = createProgressLine(output, createVirtualClock(), 1000);
  for (let completed = 1; completed <= 1000; completed++) line.update(progressOf(completed));
  line.end();
  const lines = output.text().split('\n').slice(0, -1);
  expect(lines).toHaveLength(10);
  expect(lines[0]).toContain(' 100/1000 ');
  expect(lines[9]).toContain(' 1000/1000 ');
  expect(output.text().replaceAll('\n', '')).toMatch(/^[\x20-\x7e]+$/);
});

test('on a terminal one line is drawn over, at most twenty times a second, and the last state always', async () => {
  const output = { ...createCapture(true), columns: 40 };
  const clock = createVirtualClock();
  const line = createProgressLine(output, clock, 100);
  for (let completed = 1; completed <= 100; completed++) {
    line.update(progressOf(completed));
    await clock.advance(10);
  }
  line.end();
  const states = output.text().split('\r').slice(1);
  expect(states).toHaveLength(21);
  expect(states.at(-1)).toContain(' 100/100 ');
  expect(output.text().match(/\n/g)).toHaveLength(1);
  expect(states.every((state) => state.replace('\u001b[K', '').trimEnd().length < 40)).toBe(true);
});
