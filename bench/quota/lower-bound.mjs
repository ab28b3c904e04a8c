/**
 * A time below which no scheduler, not even a clairvoyant one, can answer all requests.
 *
 * For one model, any latency `L` and the requests whose latency is at least `L`: the last of them
 * starts no later than `M - L`, and by then all of them have been taken from the limit, so with the
 * makespan `M`
 *
 * - requests (`S1`): `count <= burst + rate * (M - L)`
 * - tokens (`S2`): `sum of tokens <= burst + rate * (M - L)`
 * - slots (`S3`): `sum of latencies <= slots * M`
 *
 * For several models (`S4`, `S5`) the requests may even be cut and each part given to another model. Of
 * such a linear program any weights of the models give a bound (weak duality): each request costs
 * at least the least of what the models charge for it, times their weights, and all models together
 * have `sum of weight * capacity(M)`. The best weights are looked for; bad luck makes the bound lower,
 * never wrong. A model with several limits is held to each of them in turn.
 *
 * The bound is the largest over the `L` that are looked at, and no less than the largest latency.
 *
 * @param {readonly import('./yardstick.mjs').Work[]} requests
 * @param {readonly import('./scenarios.mjs').Model[]} models
 * @returns {number} milliseconds
 */
export function lowerBound(requests, models) {
  const limits = models.filter(({ down }) => !down).map(limitsOf);
  const latencies = requests.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b);
  let best = latencies.at(-1) ?? 0;
  if (limits.some((ofModel) => ofModel.length === 0)) return best;
  for (const atLeastMs of thresholds(latencies, limits.length === 1 ? Infinity : 16)) {
    const some = requests.filter(({ latencyMs }) => latencyMs >= atLeastMs);
    for (const chosen of combinations(limits)) {
      best = Math.max(best, boundBestWeights(some, chosen, atLeastMs));
    }
  }
  return best;
}

/** What a model charges for a request, and its capacity: `fixed + perMs * M`, less what starts too late. */
function limitsOf({ requests, tokens, maxConcurrent }) {
  const bucket = ({ burst, perSecond }, price) => ({
    price,
    fixed: (atLeastMs) => burst - (perSecond / 1000) * atLeastMs,
    perMs: perSecond / 1000,
  });
  return [
    ...(requests ? [bucket(requests, () => 1)] : []),
    ...(tokens ? [bucket(tokens, (request) => request.tokens)] : []),
    ...(maxConcurrent
      ? [{ price: (request) => request.latencyMs, fixed: () => 0, perMs: maxConcurrent }]
      : []),
  ];
}

function thresholds(sorted, most) {
  const distinct = [...new Set(sorted)];
  const step = Math.max(1, Math.floor(distinct.length / most));
  return distinct.filter((_, index) => index % step === 0);
}

/** One limit of each model, in every way. */
function combinations([first, ...others]) {
  if (first === undefined) return [[]];
  return first.flatMap((limit) => combinations(others).map((rest) => [limit, ...rest]));
}

/** Climbs by steps that shrink, one weight at a time; the first weight may stay 1, only ratios matter. */
function boundBestWeights(requests, limits, atLeastMs) {
  const capacities = limits.map((limit) => limit.perMs);
  const prices = requests.map((request) => limits.map(({ price }) => price(request)));
  const bound = (weights) => boundByWeights(prices, limits, weights, atLeastMs);
  const mean = (which) => prices.reduce((sum, row) => sum + row[which], 0) / prices.length;
  const weights = capacities.map((_, which) => 1 / mean(which));
  let best = bound(weights);
  for (let step = 2; step > 1.001; step = Math.sqrt(step)) {
    for (let improved = true; improved; ) {
      improved = false;
      for (let which = 1; which < weights.length; which++) {
        for (const factor of [step, 1 / step]) {
          const changed = weights.with(which, weights[which] * factor);
          const value = bound(changed);
          if (value <= best + 1e-9) continue;
          best = value;
          weights[which] = changed[which];
          improved = true;
        }
      }
    }
  }
  return best;
}

function boundByWeights(prices, limits, weights, atLeastMs) {
  let cost = 0;
  for (const row of prices) {
    let least = Infinity;
    for (let which = 0; which < row.length; which++) {
      least = Math.min(least, row[which] * weights[which]);
    }
    cost += least;
  }
  let fixed = 0;
  let perMs = 0;
  for (const [which, limit] of limits.entries()) {
    fixed += weights[which] * limit.fixed(atLeastMs);
    perMs += weights[which] * limit.perMs;
  }
  return (cost - fixed) / perMs;
}
