// Ridge regression by conjugate gradients, on rows of [indexes, values]. No chance in it: the same
// rows give the same weights.

/** Weights that make `target` from `rows`; `penalty` keeps them near 0. */
export function fitRidge(rows, target, width, penalty, steps = 60) {
  const weights = new Float64Array(width);
  const rest = new Float64Array(width);
  rows.forEach((row, index) => {
    addTo(rest, row, target[index]);
  });
  const direction = Float64Array.from(rest);
  let size = dot(rest, rest);
  for (let step = 0; step < steps && size > 1e-9; step++) {
    const image = direction.map((value) => penalty * value);
    for (const row of rows) addTo(image, row, project(row, direction));
    const length = size / dot(direction, image);
    for (let index = 0; index < width; index++) {
      weights[index] += length * direction[index];
      rest[index] -= length * image[index];
    }
    const next = dot(rest, rest);
    for (let index = 0; index < width; index++) {
      direction[index] = rest[index] + (next / size) * direction[index];
    }
    size = next;
  }
  return weights;
}

/** The sum of a row's values, each times its weight. */
export function project([indexes, values], weights) {
  let sum = 0;
  for (let place = 0; place < indexes.length; place++) {
    sum += weights[indexes[place]] * values[place];
  }
  return sum;
}

function addTo(sums, [indexes, values], factor) {
  for (let place = 0; place < indexes.length; place++) {
    sums[indexes[place]] += factor * values[place];
  }
}

function dot(a, b) {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}
