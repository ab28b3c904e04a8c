const unitMs: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 0.001,
  µs: 0.001,
  μs: 0.001,
  ns: 0.000_001,
};

/**
 * Reads a duration as Go and protobuf write it (`6m0s`, `7.66s`, `120ms`, `1h2m3.5s`) into
 * milliseconds; `undefined` for anything else, plain numbers included.
 */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 40 || !/^(?:\d+(?:\.\d+)?(?:ms|us|µs|μs|ns|h|m|s))+$/.test(trimmed)) {
    return undefined;
  }
  let totalMs = 0;
  for (const [, count, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|us|µs|μs|ns|h|m|s)/g)) {
    totalMs += Number(count) * (unitMs[unit as string] as number);
  }
  return totalMs;
}
