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

test('the answers are those of a plain list, or stricter once there are many moments', () => {
  interface Event {
    readonly note: boolean;
    readonly value: number;
    readonly back: number;
  }
  const event = fc.record({ note: fc.boolean(), value: fc.nat(100), back: fc.nat(60) });
  const play = (events: readonly Event[], compare: (granted: number, plain: number) => void) => {
    const room = createRefundRoom();
    const list: { at: number; room: number }[] = [];
    for (const [at, { note, value, back }] of events.entries()) {
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
      play(events, (granted, plain) => expect(granted).toBe(plain));
    }),
  );
  fc.assert(
    fc.property(fc.array(event, { minLength: 300, maxLength: 500 }), (events) => {
      play(events, (granted, plain) => expect(granted).toBeLessThanOrEqual(plain));
    }),
    { numRuns: 50 },
  );
});
