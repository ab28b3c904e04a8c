/** The middle of many numbers, in bounded memory. */
export interface Median {
  /** Takes a number of at least 0. */
  add(value: number): void;
  /** Within 1 % of the lower median; `undefined` before the first number. */
  read(): number | undefined;
}

/** Neighbouring buckets differ by 1 %, so their middle is off by half of that. */
const growth = 1.01;
const smallest = 1e-3;
const largest = 1e12;

/**
 * Makes a median that counts in buckets of equal ratio instead of keeping the numbers: some 3,500
 * at most, however many numbers come. What is below a thousandth counts as 0. The buckets are those
 * of DDSketch (Masson, Rim and Lee, 2019).
 */
export function createMedian(): Median {
  const counts = new Map<number, number>();
  let total = 0;

  function bucketOf(value: number): number {
    if (!(value >= smallest)) return Number.NEGATIVE_INFINITY;
    return Math.round(Math.log(Math.min(value, largest)) / Math.log(growth));
  }

  return {
    add(value) {
      const bucket = bucketOf(value);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
      total += 1;
    },
    read() {
      let left = Math.ceil(total / 2);
      for (const [bucket, count] of [...counts].sort(([a], [b]) => a - b)) {
        left -= count;
        if (left <= 0) return growth ** bucket;
      }
      return undefined;
    },
  };
}
