import { createInferring, type Inferring } from './support/inferring.ts';

/** Sends so many one after the other, 10 ms apart. */
const sendMany = (one: Inferring, count: number) =>
  Array.from({ length: count }, () => {
    one.pass(10);
    return one.send();
  });

/** One whose cap of four was found out by a fifth request. */
function cappedAtFour() {
  const one = createInferring();
  const [first, second, third, fourth, fifth] = sendMany(one, 5);
  one.pass(4);
  if (fifth) one.refuse(fifth);
  return { one, four: [first, second, third, fourth].flatMap((sent) => sent ?? []) };
}

/** Full rounds: each of four ends well, and another takes its place. */
function rounds(one: Inferring, held: ReturnType<Inferring['send']>[], count: number): void {
  for (let round = 0; round < count; round++) {
    for (const sent of held.splice(0, held.length)) {
      one.pass(100);
      one.succeed(sent);
      held.push(one.send());
    }
  }
}

describe('before anything was refused', () => {
  test('nothing is capped, paced or waited for, and nothing is known', () => {
    const one = createInferring();
    for (const sent of sendMany(one, 300)) one.succeed(sent);
    expect(one.inference).toMatchObject({ cap: Number.POSITIVE_INFINITY, knowsNothing: true });
    expect(one.inference.pace(one.now)).toBeUndefined();
    expect(one.waitMs()).toBe(0);
  });

  test('only who is new is started slowly, and that is caution, not a limit', () => {
    const one = createInferring();
    for (let count = 0; count < 3; count++) one.send();
    expect(one.inference.wait(one.now, 100, true)).toMatchObject({ isCaution: true });
    expect(one.inference.wait(one.now, 100, false)).toBeUndefined();
  });
});

describe('the first refusal', () => {
  test('caps at the number that was in flight besides it', () => {
    const { one } = cappedAtFour();
    expect(one.inference).toMatchObject({ cap: 4, knowsNothing: false });
    expect(one.inference.pace(one.now)).toBeUndefined();
  });

  test('does not lower the cap again for the others of its volley', () => {
    const one = createInferring();
    const all = sendMany(one, 8);
    one.pass(4);
    for (const sent of all.slice(4)) one.refuse(sent);
    expect(one.inference.cap).toBe(4);
  });

  test('with nothing else in flight is of a rate', () => {
    const one = createInferring();
    one.refuse(one.send());
    expect(one.inference.cap).toBe(Number.POSITIVE_INFINITY);
  });

  test('that says for how long to stay away is of a rate, and neither caps nor pauses', () => {
    const one = createInferring();
    const fifth = sendMany(one, 5).at(-1);
    if (fifth) one.refuse(fifth, true);
    expect(one.inference.cap).toBe(Number.POSITIVE_INFINITY);
    expect(one.waitMs()).toBe(0);
  });
});

describe('a limit on requests in flight', () => {
  test('is told from a rate: whoever refuses although fewer are in flight than it accepted counts something else', () => {
    const { one, four } = cappedAtFour();
    one.pass(200);
    for (const sent of four) one.succeed(sent);
    const [, , third] = sendMany(one, 3);
    one.pass(4);
    if (third) one.refuse(third);
    // Four were accepted before, two in flight were refused.
    expect(one.inference.cap).toBe(4);
    one.pass(500);
    const next = one.send();
    one.pass(4);
    one.refuse(next);
    expect(one.inference.pace(one.now)).toBeDefined();
  });

  test('loses no slot where one of a request that ended was freed a little late', () => {
    const { one, four } = cappedAtFour();
    one.pass(200);
    const [first] = four;
    if (first) one.succeed(first);
    // The provider has not heard of the end yet, and refuses with three others in flight.
    const early = one.send();
    one.pass(4);
    one.refuse(early);
    expect(one.inference.cap).toBe(4);
  });

  test('is told from a rate by those in flight for longer than a refusal takes: they were accepted', () => {
    const one = createInferring();
    const [first, second] = sendMany(one, 4);
    one.pass(200);
    if (first) one.succeed(first);
    if (second) one.succeed(second);
    // Four were in flight and accepted, though two of them have not ended yet.
    one.refuse(one.send());
    expect(one.inference.cap).toBe(Number.POSITIVE_INFINITY);
  });

  test('may be what those who left just now run into too', () => {
    const one = createInferring();
    const [first, second] = sendMany(one, 4);
    one.pass(4);
    if (first) one.succeed(first);
    if (second) one.succeed(second);
    one.refuse(one.send());
    expect(one.inference.cap).toBe(2);
  });

  test('does not count what failed at once as held', () => {
    const one = createInferring();
    const [first, second, ...others] = sendMany(one, 6);
    const last = one.send();
    if (first) one.fail(first);
    if (second) one.fail(second);
    one.pass(4);
    one.refuse(last);
    expect(others).toHaveLength(4);
    expect(one.inference.cap).toBe(4);
  });

  test('does not count what never left', () => {
    const one = createInferring();
    const [first, ...others] = sendMany(one, 4);
    const last = one.send();
    if (first) one.unsend(first);
    one.pass(4);
    one.refuse(last);
    expect(others).toHaveLength(3);
    expect(one.inference.cap).toBe(3);
  });
});

describe('a cap', () => {
  test('is raised by one after four full rounds', () => {
    const { one, four } = cappedAtFour();
    rounds(one, four, 3);
    expect(one.inference.cap).toBe(4);
    rounds(one, four, 2);
    expect(one.inference.cap).toBe(5);
  });

  test('is not raised by requests that did not need all of it', () => {
    const { one, four } = cappedAtFour();
    for (const sent of four) one.succeed(sent);
    for (let count = 0; count < 100; count++) {
      one.pass(100);
      one.succeed(one.send());
    }
    expect(one.inference.cap).toBe(4);
  });

  test('comes back after a vain attempt, and the next one takes twice the patience', () => {
    const { one, four } = cappedAtFour();
    rounds(one, four, 5);
    expect(one.inference.cap).toBe(5);
    const tooMany = one.send();
    one.pass(4);
    one.refuse(tooMany);
    expect(one.inference.cap).toBe(4);
    rounds(one, four, 7);
    expect(one.inference.cap).toBe(4);
    rounds(one, four, 2);
    expect(one.inference.cap).toBe(5);
  });
});

describe('a pause', () => {
  test('follows a refusal that says nothing, and doubles with each volley, up to ten seconds', () => {
    const one = createInferring();
    const pauses: number[] = [];
    for (let count = 0; count < 10; count++) {
      // Another is in flight, so that it is no rate.
      const other = one.send();
      const sent = one.send();
      one.refuse(sent);
      one.fail(other);
      pauses.push(one.waitMs());
      one.pass(one.waitMs());
      expect(one.waitMs()).toBe(0);
    }
    expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000]);
  });

  test('is one for a whole volley', () => {
    const one = createInferring();
    const all = sendMany(one, 9);
    one.pass(4);
    for (const sent of all.slice(4)) {
      one.refuse(sent);
      one.pass(1);
    }
    expect(one.waitMs()).toBe(95);
  });

  test('is short again after a success', () => {
    const { one, four } = cappedAtFour();
    one.pass(100);
    for (const sent of four) one.succeed(sent);
    const all = sendMany(one, 5);
    const last = all.at(-1);
    if (last) one.refuse(last);
    expect(one.waitMs()).toBe(100);
  });
});

describe('a pace', () => {
  /** A bucket of ten requests and ten a second, asked every 40 ms. */
  function paced(tokensOf: (count: number) => number, isByTokens = false) {
    const one = createInferring();
    let left = isByTokens ? 1000 : 10;
    for (let count = 0; count < 300; count++) {
      one.pass(40);
      left = Math.min(isByTokens ? 1000 : 10, left + (isByTokens ? 40 : 0.4));
      const tokens = tokensOf(count);
      const cost = isByTokens ? tokens : 1;
      const sent = one.send(tokens);
      if (left < cost) {
        one.refuse(sent, true);
        continue;
      }
      left -= cost;
      one.succeed(sent);
    }
    return one;
  }

  const uneven = (count: number) => 20 + ((count * 7919) % 180);

  test('is found where requests are counted', () => {
    const one = paced(uneven);
    const pace = one.inference.pace(one.now);
    expect(pace?.unit).toBe('requests');
    expect(pace?.perMinute).toBeGreaterThan(480);
    expect(pace?.perMinute).toBeLessThan(720);
  });

  test('is found where tokens are counted', () => {
    const one = paced(uneven, true);
    const pace = one.inference.pace(one.now);
    expect(pace?.unit).toBe('tokens');
    expect(pace?.perMinute).toBeGreaterThan(48_000);
    expect(pace?.perMinute).toBeLessThan(72_000);
  });

  test('makes a request wait until it should fit, a large one longer', () => {
    const one = paced(uneven, true);
    one.refuse(one.send(200), true);
    expect(one.waitMs(50)).toBeGreaterThan(0);
    expect(one.waitMs(200)).toBeGreaterThan(one.waitMs(50) * 2);
    one.pass(one.waitMs(200));
    expect(one.waitMs(200)).toBe(0);
  });

  test('counts nothing that never left', () => {
    const one = paced(uneven);
    one.refuse(one.send(), true);
    const before = one.waitMs();
    for (let count = 0; count < 50; count++) one.unsend(one.send());
    expect(one.waitMs()).toBeCloseTo(before, 6);
  });

  test('is the worse known the further its bounds are apart', () => {
    const { inference, now } = paced(uneven);
    const { confidence = 0 } = inference.pace(now) ?? {};
    expect(confidence).toBeGreaterThan(0.5);
    expect(confidence).toBeLessThan(1);
  });

  test('tells how long it takes to make up for a request, of any size or by its size', () => {
    const byRequests = paced(uneven);
    const { perMinute = 0 } = byRequests.inference.pace(byRequests.now) ?? {};
    const of = (one: Inferring, tokens: number) => one.inference.occupancyMs(one.now, tokens);
    expect(of(byRequests, 50)).toBeCloseTo(60_000 / perMinute, 0);
    expect(of(byRequests, 500)).toBe(of(byRequests, 50));
    const byTokens = paced(uneven, true);
    const tokensPerMinute = byTokens.inference.pace(byTokens.now)?.perMinute ?? 0;
    expect(of(byTokens, 500)).toBeCloseTo((500 * 60_000) / tokensPerMinute, 0);
    expect(of(byTokens, 50)).toBeCloseTo(of(byTokens, 500) / 10, 6);
    expect(of(createInferring(), 500)).toBe(0);
  });

  test('is the same whether or not others were in flight that never left', () => {
    const withGhosts = paced(uneven, true);
    const without = paced(uneven, true);
    const pairs = [withGhosts, without].map((one) => {
      const ghosts = one === withGhosts ? [one.send(500), one.send(900)] : [];
      const first = one.send(150);
      const second = one.send(120);
      for (const ghost of ghosts) one.unsend(ghost);
      one.pass(30);
      one.refuse(second, true);
      one.succeed(first);
      one.pass(40);
      one.refuse(one.send(180), true);
      return one;
    });
    const [a, b] = pairs.map((one) => ({
      waits: [50, 200, 900].map((tokens) => one.waitMs(tokens)),
      pace: one.inference.pace(one.now),
      cap: one.inference.cap,
    }));
    expect(a).toEqual(b);
    expect(a?.waits[0]).toBeGreaterThan(0);
  });
});
