import { createFlights } from '../src/flights.ts';
import type { Taken } from '../src/taken.ts';

const start = 1_000_000;

const flight = (order: number, at: number): Taken => ({
  at,
  order,
  need: {},
  limits: [],
  marks: [],
  sent: { at, tokens: 0, inFlight: order, leans: 0, requestsSoFar: order, tokensSoFar: 0 },
});

describe('the requests in flight', () => {
  test('are kept oldest first until they end', () => {
    const flights = createFlights(5000);
    const [first, second] = [flight(1, start), flight(2, start + 10)];
    flights.add(first);
    flights.add(second);
    expect([...flights.all()]).toEqual([first, second]);
    flights.remove(first);
    flights.remove(first);
    expect(flights.size).toBe(1);
    expect([...flights.all()]).toEqual([second]);
  });

  test('give their place up when their holder never came back, at their time and not before', () => {
    const flights = createFlights(5000);
    flights.add(flight(1, start));
    flights.add(flight(2, start));
    flights.add(flight(3, start + 100));
    flights.expire(start + 4999);
    expect(flights.size).toBe(3);
    flights.expire(start + 5000);
    expect(flights.size).toBe(1);
    flights.expire(start + 60_000);
    expect(flights.size).toBe(0);
  });

  test('are taken to last a second while nobody knows', () => {
    const flights = createFlights(5000);
    expect(flights.nextEndMs(start)).toBe(1000);
    flights.add(flight(1, start));
    flights.add(flight(2, start + 300));
    expect(flights.nextEndMs(start + 300)).toBe(700);
  });

  test('are taken to last as long as the last ones did, a tenth of each new one counting', () => {
    const flights = createFlights(5000);
    flights.lasted(200);
    expect(flights.nextEndMs(start)).toBe(200);
    flights.lasted(1200);
    expect(flights.nextEndMs(start)).toBe(300);
  });

  test('that are overdue may end in a millisecond', () => {
    const flights = createFlights(60_000);
    flights.add(flight(1, start));
    expect(flights.nextEndMs(start + 1000)).toBe(1);
    expect(flights.nextEndMs(start + 30_000)).toBe(1);
  });
});
