const unitMs: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ns: 1e-6,
};

/** `ms` stands before `m`, or `120ms` would be minutes followed by rubbish. */
const part = /(\d+(?:\.\d+)?)(ms|us|µs|μs|ns|d|h|m|s)/y;

const longest = 64;

/**
 * Reads a Go or protobuf duration (`6m0s`, `120ms`, `29.7s`, `1h2m3.5s`), also with days, as
 * milliseconds, exact to a microsecond. Anything else, a number without a unit included, is
 * `undefined`.
 *
 * @example
 * parseDuration('6m0s'); // 360000
 */
export function parseDuration(text: string): number | undefined {
  const given = text.trim();
  if (given === '' || given.length > longest) return undefined;
  let sumMs = 0;
  part.lastIndex = 0;
  while (part.lastIndex < given.length) {
    const found = part.exec(given);
    if (found === null) return undefined;
    sumMs += Number(found[1]) * (unitMs[found[2] ?? ''] ?? Number.NaN);
  }
  return Number.isFinite(sumMs) ? Math.round(sumMs * 1000) / 1000 : undefined;
}
