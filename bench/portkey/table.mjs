/** Two waits are the same where they differ by less: timers are late on a busy machine. */
const toleranceMs = 250;

/** Whether two outcomes are the same upstream and for the caller; drawings in their shares. */
export function isAlike(one, other) {
  const isDrawing = one.hits.length > 20;
  const isSameStatus = one.statuses.join() === other.statuses.join();
  if (isDrawing) {
    const [a, b] = [one, other].map(({ hits }) => sharesOf(hits)['a 200'] ?? 0);
    return isSameStatus && Math.abs(a - b) < 0.12;
  }
  return (
    isSameStatus &&
    one.hits.join() === other.hits.join() &&
    one.gapsMs.every((gap, index) => Math.abs(gap - other.gapsMs[index]) < toleranceMs)
  );
}

/** Parts of the whole by kind. */
export function sharesOf(hits) {
  const shares = {};
  for (const hit of hits) shares[hit] = (shares[hit] ?? 0) + 1 / hits.length;
  return shares;
}

export function rowOf({ name, differs }, { theirs, rewritten, ours }) {
  return {
    name,
    theirs: show(theirs),
    rewritten: isAlike(theirs, rewritten) ? 'the same' : show(rewritten),
    ours: show(ours),
    verdict: isAlike(theirs, ours) ? 'alike' : (differs ?? 'UNEXPLAINED'),
  };
}

/** The way of the calls: hits upstream with the waits between them, and what the callers were told. */
function show({ hits, gapsMs, statuses, reports }) {
  if (hits.length > 20) {
    const shares = Object.entries(sharesOf(hits)).sort();
    const shown = shares.map(([hit, share]) => `${hit} × ${Math.round(share * hits.length)}`);
    return shown.join(', ');
  }
  const way = hits.map((hit, index) => {
    const seconds = index === 0 ? 0 : gapsMs[index - 1] / 1000;
    return seconds < 0.1 ? hit : `(${seconds.toFixed(1)} s) ${hit}`;
  });
  return `${way.join(', ')} → ${statuses.join(', ')}<br>${reports.at(-1)}`;
}

export function toMarkdown(rows) {
  const head =
    '| configuration | gateway 1.15.2 | the same, read and written by us | router | |\n| --- | --- | --- | --- | --- |';
  const lines = rows.map(
    ({ name, theirs, rewritten, ours, verdict }) =>
      `| ${name} | ${theirs} | ${rewritten} | ${ours} | ${verdict} |`,
  );
  return [head, ...lines].join('\n');
}
