// APGR, the average performance gap recovered (RouteLLM, arXiv 2406.18665): send the share of prompts
// with the highest scores to the strong model, let that share grow from 0 to 1, and average which part
// of the gap between the two models is closed. 0.5 is chance; who knows the outcomes gets about 1.

/** The rows by falling score, and after which of them a new score begins: equal ones share a place. */
export function orderOf(scores) {
  const places = Uint32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a]);
  const ends = Uint8Array.from(places, (row, place) => scores[row] !== scores[places[place + 1]]);
  return { places, ends };
}

/** The recovered gap of an order; `times` tells how often each row was drawn. */
export function recoveredGap(rows, { places, ends }, times) {
  let weight = 0;
  let gain = 0;
  let area = 0;
  let groupWeight = 0;
  let groupGain = 0;
  for (let place = 0; place < places.length; place++) {
    const row = rows[places[place]];
    const drawn = row.weight * (times?.[places[place]] ?? 1);
    groupWeight += drawn;
    groupGain += drawn * row.gain;
    if (ends[place] === 0) continue;
    area += (gain + groupGain / 2) * groupWeight;
    weight += groupWeight;
    gain += groupGain;
    groupWeight = 0;
    groupGain = 0;
  }
  return area / weight / gain;
}

/** How often each of `count` rows comes up in one draw with replacement. */
export function drawTimes(count, random) {
  const times = new Uint16Array(count);
  for (let drawn = 0; drawn < count; drawn++) times[Math.floor(random() * count)] += 1;
  return times;
}
