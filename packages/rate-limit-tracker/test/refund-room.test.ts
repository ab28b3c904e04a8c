import fc from 'fast-check';
import { createRefundRoom } from '../src/refund-room.ts';

test('without a fuller moment since, everything comes back', () => {
  const room = createRefundRoom();
  room.note(10, 0);
  expect(room.grant(50, 10)).toBe(50);
  expect(room.grant(50, 20)).toBe(50);
});

test('the fullest moment since the taking bounds what comes back, once', () => {
  const room = createRefundRoom();
  room.note(20, 30);
  room.note(30, 80);
  expect(room.grant(50, 10)).toBe(30);
  expect(room.grant(50, 10)).toBe(0);
  expect(room.grant(90, 25)).toBe(50);
});

test('of two moments the earlier counts only where it had less room', () => {
  const room = createRefundRoom();
  room.note(1, 10);
  room.note(2, 20);
  room.note(3, 30);
  room.note(4, 15);
  expect(room.grant(100, 3)).toBe(15);
  room.note(5, 40);
  expect(room.grant(100, 4)).toBe(40);
  expect(room.grant(100, 0)).toBe(0);
});

test('several moments are replaced by a later one with less room than all of them', () => {
  const room = createRefundRoom();
  room.note(1, 10);
  room.note(2, 20);
  room.note(3, 30);
  room.note(4, 5);
  room.note(5, 60);
  expect(room.grant(100, 4)).toBe(60);
  room.note(6, 8);
  expect(room.grant(3, 0)).toBe(0);
  expect(room.grant(3, 5)).toBe(3);
});

test('a moment of which word comes late takes its place among the others', () => {
  const room = createRefundRoom();
  room.note(10, 5);
  room.note(30, 50);
  room.note(20, 20);
  expect(room.grant(100, 25)).toBe(50);
  expect(room.grant(100, 15)).toBe(0);
  const other = createRefundRoom();
  other.note(10, 40);
  other.note(30, 100);
  other.note(20, 30);
  expect(other.grant(100, 15)).toBe(30);
  expect(other.grant(100, 25)).toBe(70);
  expect(other.grant(100, 5)).toBe(0);
});

test('a late word says nothing where a later moment had no more room', () => {
  const room = createRefundRoom();
  room.note(30, 10);
  room.note(20, 40);
  room.note(20, 10);
  expect(room.grant(4, 25)).toBe(4);
  expect(room.grant(100, 15)).toBe(6);
});

test('of two words about one moment the stricter holds', () => {
  const room = createRefundRoom();
  room.note(20, 30);
  room.note(20, 50);
  expect(room.grant(10, 10)).toBe(10);
  room.note(20, 5);
  expect(room.grant(100, 10)).toBe(5);
});

describe('many moments', () => {
  const noted = (count: number) => {
    const room = createRefundRoom();
    for (let at = 1; at <= count; at++) room.note(at, 10 * at);
    return room;
  };

  test('are told apart up to sixty-four', () => {
    for (const takenAt of [0, 1, 2, 3, 62, 63]) {
      expect(noted(64).grant(1000, takenAt)).toBe(10 * (takenAt + 1));
    }
    expect(noted(64).grant(1000, 64)).toBe(1000);
  });

  test('are merged by two beyond that, and the smaller room of both holds', () => {
    const granted = [0, 1, 2, 3, 62, 63, 64, 65].map((takenAt) => noted(65).grant(1000, takenAt));
    expect(granted).toEqual([10, 10, 30, 30, 630, 630, 650, 1000]);
  });

  test('are merged again and again, and what comes back stays right or stricter', () => {
    for (const takenAt of [0, 100, 500, 998]) {
      const granted = noted(1000).grant(1e6, takenAt);
      expect(granted).toBeLessThanOrEqual(10 * (takenAt + 1));
      expect(granted).toBeGreaterThan(0);
    }
    expect(noted(1000).grant(1e6, 1000)).toBe(1e6);
  });
});

test('the answers are those of a plain list, or stricter once there are many moments', () => {
  interface Event {
    readonly note: boolean;
    readonly value: number;
    readonly back: number;
  }
  const event = fc.record({ note: fc.boolean(), value: fc.nat(100), back: fc.nat(60) });
  /** @param rise makes later moments fuller, so that none of them replaces those before */
  const play = (
    events: readonly Event[],
    rise: number,
    compare: (granted: number, plain: number) => void,
  ) => {
    const room = createRefundRoom();
    const list: { at: number; room: number }[] = [];
    for (const [at, { note, value: least, back }] of events.entries()) {
      const value = least + rise * at;
      if (note) {
        room.note(at, value);
        list.push({ at, room: value });
        continue;
      }
      const since = list.filter((moment) => moment.at > at - back);
      const granted = room.grant(value, at - back);
      compare(granted, Math.min(value, ...since.map((moment) => moment.room)));
      for (const moment of since) moment.room -= granted;
    }
  };
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      play(events, 0, (granted, plain) => expect(granted).toBe(plain));
    }),
  );
  fc.assert(
    fc.property(fc.array(event, { minLength: 300, maxLength: 500 }), (events) => {
      play(events, 50, (granted, plain) => expect(granted).toBeLessThanOrEqual(plain));
    }),
    { numRuns: 50 },
  );
});
