import { parseDuration } from '@llm-router/core';
import fc from 'fast-check';

describe('parseDuration', () => {
  it.each([
    ['6m0s', 360_000],
    ['7.66s', 7660],
    ['120ms', 120],
    ['17ms', 17],
    ['1h0m0.5s', 3_600_500],
    ['2m59.56s', 179_560],
    ['29.723877525s', 29_723.878],
    ['1h12m3s', 4_323_000],
    ['18h24m54.846222292s', 66_294_846.222],
    ['500us', 0.5],
    ['250µs', 0.25],
    ['1d2h', 93_600_000],
    ['0s', 0],
    [' 3s ', 3000],
  ])('reads %p as %p ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each([
    '',
    'soon',
    '-5s',
    '5',
    '1.s',
    '.5s',
    '5 s',
    '5sec',
    's',
    '1s!',
    `${'9'.repeat(63)}d`.repeat(9),
  ])('does not take %p for a duration', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('adds up its parts', () => {
    const part = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(part, part, part, part, (hours, minutes, seconds, milliseconds) => {
        const text = `${hours}h${minutes}m${seconds}s${milliseconds}ms`;
        const expected = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
        return parseDuration(text) === expected;
      }),
    );
  });

  it('answers a finite number or nothing for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.hmsuµnd]*$/)), (text) => {
        const ms = parseDuration(text);
        return ms === undefined || (Number.isFinite(ms) && ms >= 0);
      }),
    );
  });
});
