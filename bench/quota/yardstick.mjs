/**
 * @typedef {{ latencyMs: number, tokens: number }} Work
 * @typedef {{ model: string, startMs: number, endMs: number }} Placed
 */

/** Sums of fractional refills miss a whole number by less than this. */
const tolerance = 1e-9;

/**
 * The ideal scheduler of no overhead: it knows all limits and the tokens of every request, and nothing
 * of the future. Requests wait in one queue in order of arrival; its head goes to the model that can
 * take it soonest (the first of the list among equals). Virtual time; all requests arrive at 0.
 *
 * It never fails: random errors cost nothing here, and a model that is down does not exist.
 *
 * @param {readonly Work[]} requests in order of arrival
 * @param {readonly import('./scenarios.mjs').Model[]} models
 * @returns {{ makespanMs: number, placed: Placed[] }}
 */
export function idealSchedule(requests, models) {
  const rooms = models.filter(({ down }) => !down).map(createRoom);
  const placed = [];
  let now = 0;
  for (const { latencyMs, tokens } of requests) {
    const [first] = rooms
      .map((room) => ({ room, at: room.earliest(now, tokens) }))
      .sort((a, b) => a.at - b.at);
    if (first === undefined || first.at === Number.POSITIVE_INFINITY) {
      throw new RangeError(`No model can ever take a request of ${tokens} tokens.`);
    }
    now = first.at;
    first.room.take(now, tokens, latencyMs);
    placed.push({ model: first.room.name, startMs: now, endMs: now + latencyMs });
  }
  return { makespanMs: Math.max(0, ...placed.map(({ endMs }) => endMs)), placed };
}

function createRoom({ name, requests, tokens, maxConcurrent }) {
  const requestBucket = createBucket(requests);
  const tokenBucket = createBucket(tokens);
  /** When each slot is free again. */
  const slots = maxConcurrent === undefined ? undefined : new Array(maxConcurrent).fill(0);
  return {
    name,
    earliest: (now, need) =>
      Math.max(
        now,
        requestBucket.readyAt(1),
        tokenBucket.readyAt(need),
        slots ? Math.min(...slots) : 0,
      ),
    take(at, need, latencyMs) {
      requestBucket.take(1, at);
      tokenBucket.take(need, at);
      if (slots) slots[slots.indexOf(Math.min(...slots))] = at + latencyMs;
    },
  };
}

/** A bucket that is full at 0 and refills continuously; without settings it is never empty. */
function createBucket(settings) {
  if (settings === undefined) return { readyAt: () => 0, take: () => undefined };
  const { burst, perSecond } = settings;
  let level = burst;
  let levelAt = 0;
  return {
    readyAt(amount) {
      if (amount > burst) return Number.POSITIVE_INFINITY;
      const missing = amount - level;
      return missing <= tolerance ? levelAt : levelAt + (missing / perSecond) * 1000;
    },
    take(amount, at) {
      level = Math.min(burst, level + ((at - levelAt) / 1000) * perSecond) - amount;
      levelAt = at;
    },
  };
}
