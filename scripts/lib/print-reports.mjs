/** Prints a table with a line for each report of check-packages.mjs. */
export function printReports(reports) {
  const number = (value, digits) => (value === undefined ? '–' : value.toFixed(digits));
  const rows = reports.map((report) => [
    report.name,
    number(report.tarball / 1e3, 1),
    number(report.minified && report.minified / 1e3, 1),
    number(report.installed && report.installed / 1e6, 2),
    number(report.importMs, 0),
    number(report.requireMs, 0),
    report.exports ?? '–',
    report.faults.length === 0 ? 'ok' : `${report.faults.length} faults`,
    exampleText(report.example),
  ]);
  const head = [
    'package',
    'tarball kB',
    'minified kB',
    'installed MB',
    'import ms',
    'require ms',
    'exports',
    'verdict',
    'example',
  ];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => `${row[column]}`.length)),
  );
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) =>
      [0, head.length - 1].includes(column)
        ? cell.padEnd(widths[column])
        : `${cell}`.padStart(widths[column]),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

function exampleText({ line, obstacle = 'not reached' } = {}) {
  return line === undefined ? `not run: ${obstacle}` : `prints ${line}`;
}
