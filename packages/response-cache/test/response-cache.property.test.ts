import { type ChatRequest, createRandom, createVirtualClock } from '@llm-router/core';
import * as fc from 'fast-check';
import { cacheKey, createResponseCache } from '../src/index.ts';
import { answer, question } from './support.ts';

/** The same value with the names of every object in another order. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(
    ([name, field]) => [name, shuffled(field, random)] as const,
  );
  const order = fields.map((field) => ({ field, at: random() })).sort((a, b) => a.at - b.at);
  return Object.fromEntries(order.map(({ field }) => field));
}

describe('a key, for any request', () => {
  const extras = fc.jsonValue({ maxDepth: 4 });

  it('is the same in any order of names', () => {
    fc.assert(
      fc.property(extras, fc.integer(), (extra, seed) => {
        const request = question('x', { prediction: { extra } });
        const other = shuffled(request, createRandom(seed)) as ChatRequest;
        expect(cacheKey(other, 't')).toBe(cacheKey(request, 't'));
      }),
    );
  });

  it('differs exactly where the values differ as JSON', () => {
    fc.assert(
      fc.property(extras, extras, (one, two) => {
        const keys = [one, two].map((extra) =>
          cacheKey(question('x', { prediction: { extra } }), 't'),
        );
        const plain = [one, two].map((value) => JSON.parse(JSON.stringify(value)));
        const isEqual = JSON.stringify(sorted(plain[0])) === JSON.stringify(sorted(plain[1]));
        expect(keys[0] === keys[1]).toBe(isEqual);
      }),
    );
  });

  it('never meets the key of another tenant', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, two) => {
        expect(cacheKey(question('x'), one) === cacheKey(question('x'), two)).toBe(one === two);
      }),
    );
  });
});

/** An independent order of names: pairs in a list. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return { pairs: names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]) };
}

type Step =
  | { readonly do: 'set' | 'get'; readonly text: number; readonly tenant: number }
  | { readonly do: 'wait'; readonly ms: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom('set' as const, 'get' as const),
        text: fc.nat(4),
        tenant: fc.nat(1),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        ms: fc.integer({ min: 1, max: 60 }),
      }),
    },
  ),
  { maxLength: 80, size: 'max' },
);

describe('a cache, for any sequence of uses', () => {
  it('answers as a plain list with time and room would', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), async (sequence, maxEntries) => {
        const clock = createVirtualClock();
        const cache = createResponseCache({ clock, ttlMs: 100, maxEntries });
        // The most recently used last.
        let model: { id: string; value: string; at: number }[] = [];
        for (const [turn, step] of sequence.entries()) {
          if (step.do === 'wait') {
            await clock.advance(step.ms);
            continue;
          }
          const id = `${step.text} of ${step.tenant}`;
          const request = question(`${step.text}`);
          const scope = { tenant: `tenant ${step.tenant}` };
          const rest = model.filter((entry) => entry.id !== id);
          if (step.do === 'set') {
            const value = `value ${turn}`;
            cache.set(request, answer(value), scope);
            model = [...rest, { id, value, at: clock.now() }].slice(-maxEntries);
          } else {
            const known = model.find((entry) => entry.id === id);
            const isGood = known !== undefined && clock.now() - known.at <= 100;
            model = isGood ? [...rest, known] : rest;
            const got = cache.get(request, scope)?.choices[0]?.message.content;
            expect(got).toBe(isGood ? known.value : undefined);
          }
          expect(cache.snapshot().entries).toBe(model.length);
        }
      }),
    );
  });

  it('never has two loads of one request in flight, and leaves none behind', async () => {
    const callers = fc.array(
      fc.record({
        text: fc.nat(1),
        afterMs: fc.nat(40),
        abortAfterMs: fc.option(fc.nat(40), { nil: undefined }),
        fails: fc.boolean(),
      }),
      { minLength: 1, maxLength: 20, size: 'max' },
    );
    await fc.assert(
      fc.asyncProperty(callers, async (plans) => {
        const clock = createVirtualClock();
        const cache = createResponseCache({ clock, ttlMs: 15 });
        const inFlight = [0, 0];
        let aborted = 0;
        const outcomes = plans.map(async ({ text, afterMs, abortAfterMs, fails }) => {
          await clock.sleep(afterMs);
          const abort = new AbortController();
          if (abortAfterMs !== undefined) clock.sleep(abortAfterMs).then(() => abort.abort());
          const scope = { tenant: 't', signal: abort.signal };
          return cache.getOrLoad(question(`${text}`), scope, async (signal) => {
            inFlight[text] = (inFlight[text] ?? 0) + 1;
            expect(inFlight[text]).toBe(1);
            let isOver = false;
            const over = () => {
              if (!isOver) inFlight[text] = (inFlight[text] ?? 0) - 1;
              isOver = true;
            };
            signal.addEventListener('abort', () => {
              aborted += 1;
              over();
            });
            await clock.sleep(20, signal).finally(over);
            if (fails) throw new Error('down');
            return answer(`answer ${text}`);
          });
        });
        const settled = await clock.run(Promise.allSettled(outcomes));
        for (const [index, outcome] of settled.entries()) {
          const { text, abortAfterMs } = plans[index] as (typeof plans)[number];
          if (outcome.status === 'fulfilled') {
            expect(outcome.value.completion).toEqual(answer(`answer ${text}`));
          } else if (abortAfterMs === undefined) {
            // Another caller's abort is never one's own end.
            expect(outcome.reason).toEqual(new Error('down'));
          }
        }
        expect([inFlight, cache.snapshot().loading]).toEqual([[0, 0], 0]);
        if (plans.every(({ abortAfterMs }) => abortAfterMs === undefined)) expect(aborted).toBe(0);
      }),
    );
  });
});
