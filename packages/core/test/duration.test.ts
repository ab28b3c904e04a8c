import { parseDuration } from '@llm-router/core';
import * as fc from 'fast-check';

describe('durations as Go and protobuf write them', () => {
  it.each([
    ['6m0s', 360_000],
    ['7.66s', 7660],
    ['120ms', 120],
    ['1h2m3.5s', 3_723_500],
    ['90µs', 0.09],
    ['90μs', 0.09],
    ['90us', 0.09],
    ['500ns', 0.0005],
    ['0s', 0],
    [' 2m ', 120_000],
  ])('reads %p as %p ms', (text, expected) => {
    expect(parseDuration(text)).toBeCloseTo(expected, 9);
  });

  it.each(['', '6', '6.5', 's', '6 m', '-6s', '1e3s', '6m0', '6d', '.5s', '5.s', 'six s', '6s;'])(
    'does not read %p',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it('does not read endless text', () => {
    expect(parseDuration('1s'.repeat(1000))).toBeUndefined();
  });

  it('reads back whatever is written in its units', () => {
    const part = fc.nat(999);
    fc.assert(
      fc.property(part, part, part, part, (hours, minutes, seconds, ms) => {
        const expected = ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
        expect(parseDuration(`${hours}h${minutes}m${seconds}s${ms}ms`)).toBe(expected);
      }),
    );
  });

  it('never throws and gives only durations', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.hmsuµn ]{0,60}$/)), (text) => {
        const ms = parseDuration(text);
        expect(ms === undefined || ms >= 0).toBe(true);
      }),
    );
  });
});
