const columns = [14, 11, 11, 8, 14, 7, 7];
const line = (cells) =>
  cells
    .map((cell, index) => (index === 0 ? cell.padEnd(columns[0]) : cell.padStart(columns[index])))
    .join('');

/** The names of the columns, on the console. */
export function printHead() {
  console.log(line(['', 'answered', 'makespan', 'ratio', '', '429s', 'hits']));
}

/** @param {import('./results.mjs').Row} row */
export function printRow({ contender, n, answered, makespanMs, ratio, refused, hits }) {
  const cells = [
    contender,
    `${answered.median}/${n}`,
    `${(makespanMs.median / 1000).toFixed(2)} s`,
    ratio.median.toFixed(2),
    `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}`,
    refused ? String(refused.median) : '',
    hits ? String(hits.median) : '',
  ];
  console.log(line(cells));
}
