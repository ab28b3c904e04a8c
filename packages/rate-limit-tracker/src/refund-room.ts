/** How much of what was taken earlier may still come back. Moments and takings share one order. */
export interface RefundRoom {
  /** At this moment the limit had room for no more than `room` to come back. */
  note(moment: number, room: number): void;
  /** As much of `amount`, taken at `takenAt`, as there was room for at every moment since. */
  grant(amount: number, takenAt: number): number;
}

interface Moment {
  at: number;
  room: number;
}

/** Beyond this many moments neighbours are merged. */
const maxMoments = 64;

/**
 * Remembers when a limit was nearly whole. What flowed in then would have been lost if the request had
 * not taken its share before, so that share cannot come back as well: it would count twice. A
 * provider's own statement of what is left counts as such a moment too.
 */
export function createRefundRoom(): RefundRoom {
  /** In order, with more and more room: an earlier one with no less room than a later says nothing. */
  let moments: Moment[] = [];

  return {
    note(at, room) {
      let place = moments.length;
      while (place > 0 && (moments[place - 1] as Moment).at > at) place -= 1;
      if ((moments[place]?.room ?? Number.POSITIVE_INFINITY) <= room) return;
      const before = moments[place - 1];
      if (before !== undefined && before.at === at && before.room <= room) return;
      let first = place;
      while (first > 0 && (moments[first - 1] as Moment).room >= room) first -= 1;
      const replaced = first < place ? moments[first] : undefined;
      if (replaced === undefined) {
        moments.splice(place, 0, { at, room });
        if (moments.length > maxMoments) moments = mergePairs(moments);
        return;
      }
      replaced.at = at;
      replaced.room = room;
      if (place - first > 1) moments.splice(first + 1, place - first - 1);
    },
    grant(amount, takenAt) {
      let first = moments.length;
      let granted = amount;
      while (first > 0 && (moments[first - 1] as Moment).at > takenAt) {
        first -= 1;
        granted = Math.min(granted, (moments[first] as Moment).room);
      }
      for (let index = first; index < moments.length; index++) {
        (moments[index] as Moment).room -= granted;
      }
      return granted;
    },
  };
}

/** Each pair becomes the later moment with the smaller room: stricter, never looser. */
function mergePairs(moments: readonly Moment[]): Moment[] {
  const merged: Moment[] = [];
  for (let index = 0; index < moments.length; index += 2) {
    const earlier = moments[index] as Moment;
    const later = moments[index + 1] ?? earlier;
    merged.push({ at: later.at, room: Math.min(earlier.room, later.room) });
  }
  return merged;
}
