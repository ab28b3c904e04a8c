import fc from 'fast-check';
import { createAdaptiveCap } from '../src/adaptive-cap.ts';
import { trackOne } from './support/tracker.ts';

describe('a cap learned from refusals', () => {
  test('is without limit until the first refusal, then what was in flight', () => {
    const cap = createAdaptiveCap();
    cap.success();
    expect(cap.limit).toBe(Number.POSITIVE_INFINITY);
    cap.refused(1000, 0, 7);
    expect(cap.limit).toBe(7);
  });

  test('grows by one for every full round of successes', () => {
    const cap = createAdaptiveCap();
    cap.refused(1000, 0, 4);
    for (let count = 0; count < 4; count++) cap.success();
    expect(cap.limit).toBe(4);
    cap.success();
    expect(cap.limit).toBe(5);
  });

  test('pauses twice as long with each volley, at most ten seconds, and starts anew after a success', () => {
    const cap = createAdaptiveCap();
    const pauses = Array.from({ length: 12 }, (_, volley) => cap.refused(volley, volley, 3));
    expect(pauses.slice(0, 4)).toEqual([100, 200, 400, 800]);
    expect(pauses.at(-1)).toBe(10_000);
    cap.success();
    expect(cap.refused(100, 100, 3)).toBe(100);
  });

  test('counts the requests of one volley once', () => {
    const cap = createAdaptiveCap();
    expect(cap.refused(1000, 500, 9)).toBe(100);
    expect([cap.refused(1001, 500, 8), cap.refused(1002, 700, 7)]).toEqual([0, 0]);
    expect(cap.limit).toBe(7);
  });

  test('never goes below one nor above what was accepted, whatever happens', () => {
    const events = fc.array(
      fc.oneof(
        fc.constant('success' as const),
        fc.record({ others: fc.nat(50), ms: fc.nat(1000) }),
      ),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(events, (history) => {
        const cap = createAdaptiveCap();
        let now = 0;
        for (const event of history) {
          const before = cap.limit;
          if (event === 'success') {
            cap.success();
            expect(cap.limit).toBeLessThanOrEqual(before + 1);
          } else {
            now += event.ms;
            const pauseMs = cap.refused(now, now - 100, event.others);
            expect(cap.limit).toBe(Math.max(1, Math.min(before, event.others)));
            expect(pauseMs).toBeGreaterThanOrEqual(0);
            expect(pauseMs).toBeLessThanOrEqual(10_000);
          }
          expect(cap.limit).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a key whose provider states nothing', () => {
  test('is paused and capped by a refusal, and opened again by successes', async () => {
    const { clock, tracker, take } = trackOne({});
    const [first, second, third] = [take(), take(), take()];
    await clock.advance(10);
    first?.settle({}, 'dropped');
    expect(tracker.check('k')).toMatchObject({ ok: false, waitMs: 100, until: 'time' });
    await clock.advance(100);
    expect(tracker.check('k')).toMatchObject({ ok: false, until: 'release' });
    expect(tracker.snapshot('k')).toMatchObject({ maxConcurrent: 2 });
    second?.settle({}, 'success');
    third?.settle({}, 'success');
    take();
    take();
    expect(tracker.check('k').ok).toBe(false);
  });

  test('a request that was wrong in itself says nothing about the provider', async () => {
    const { clock, tracker, take } = trackOne({});
    const lease = take();
    await clock.advance(10);
    lease.settle({}, 'ignore');
    expect(tracker.check('k').ok).toBe(true);
    expect(tracker.snapshot('k')).not.toHaveProperty('maxConcurrent');
  });

  test('a refusal that came with a time to wait is not paused on top', async () => {
    const { clock, tracker, take } = trackOne({});
    const lease = take();
    await clock.advance(10);
    tracker.observe('k', { status: 429, headers: { 'retry-after': '2' } });
    lease.settle({}, 'dropped');
    expect(tracker.check('k').waitMs).toBe(2000);
    await clock.advance(2000);
    expect(tracker.snapshot('k')).not.toHaveProperty('maxConcurrent');
  });

  test('a refusal caps the key that was asked, not what it shares with others', async () => {
    const { clock, tracker } = trackOne({});
    const taken = tracker.reserve(['deployment', 'k']);
    await clock.advance(10);
    if (taken.ok) taken.lease.settle({}, 'dropped');
    expect(tracker.check('deployment').ok).toBe(false);
    expect(tracker.check('k').ok).toBe(true);
  });
});
