import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const sizes = [
  { key: 'minifiedKb', what: 'minified size', unit: 'kB', least: 1, digits: 1 },
  { key: 'installedMb', what: 'installed size', unit: 'MB', least: 0.05, digits: 2 },
];
const allowedGrowth = 0.1;
const script = 'node scripts/check-packages.mjs --write';

/**
 * The rows of docs/packages.md by package: `{ name, purpose, minifiedKb, installedMb, importMs,
 * dependencies, example }`, as text but for the two sizes; `example` is the cell as it stands there.
 */
export function readPackageTable(path) {
  const rows = new Map();
  if (!existsSync(path)) return rows;
  for (const [cell, ...cells] of tableLines(readFileSync(path, 'utf8'))) {
    const name = /^`(.+)`$/.exec(cell)?.[1];
    if (name === undefined) continue;
    const row = rows.get(name) ?? { name };
    rows.set(
      name,
      cells.length === 1 ? { ...row, example: cells[0] } : { ...row, ...facts(cells) },
    );
  }
  return rows;
}

function tableLines(markdown) {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(2, -2)
        .split(/ \| /)
        .map((cell) => cell.trim()),
    );
}

function facts([purpose, minified, installed, importMs, dependencies]) {
  const minifiedKb = Number(minified);
  const installedMb = Number(installed);
  return { purpose, minifiedKb, installedMb, importMs, dependencies };
}

/** The row that a report of check-packages.mjs makes. */
export function toRow({ name, manifest, minified, installed, importMs, example }, isFamily) {
  const short = (dependency) => dependency.replace('@llm-router/', '');
  const all = Object.keys(manifest.dependencies ?? {});
  return {
    name,
    purpose: manifest.description,
    minifiedKb: Number((minified / 1e3).toFixed(1)),
    installedMb: Number((installed / 1e6).toFixed(2)),
    importMs: importMs.toFixed(0),
    dependencies:
      all.map((one) => (isFamily(one) ? short(one) : `**${one}**`)).join(', ') || 'none',
    example: exampleCell(example),
  };
}

function exampleCell({ line, obstacle }) {
  const text = (line ?? obstacle).replaceAll('|', '∣').replaceAll('`', 'ˋ');
  return line === undefined ? `not run: ${text}` : `\`${text}\``;
}

/** What is wrong with a row in comparison with the one that the table holds. */
export function compareRows(old, row) {
  const mend = `${script} ${row.name}`;
  if (old?.minifiedKb === undefined)
    return [`has no row in docs/packages.md. Give it one: ${mend}`];
  const faults = sizes
    .filter(({ key, least }) => {
      const growth = row[key] - old[key];
      // A cell that is no number is a fault too, hence the negation.
      return !(growth < least || growth <= old[key] * allowedGrowth);
    })
    .map(({ key, what, unit, digits }) => {
      const [before, now] = [old, row].map((one) => `${one[key].toFixed(digits)} ${unit}`);
      return (
        `its ${what} grew from ${before} to ${now}, by more than ${allowedGrowth * 100} %. ` +
        `Take out what is not needed, or, where it is worth that much, accept it: ${mend}`
      );
    });
  if (old.dependencies !== row.dependencies || old.purpose !== row.purpose)
    faults.push(`its row in docs/packages.md no longer agrees with its manifest. Mend it: ${mend}`);
  if (old.example?.startsWith('`') && !row.example.startsWith('`'))
    faults.push(
      `the example of its README used to run; now it is ${row.example}. Mend the example, or say that it cannot run alone: ${mend}`,
    );
  return faults;
}

/** Writes the rows into docs/packages.md in their order. */
export function writePackageTable(path, rows) {
  const digits = (row) => sizes.map(({ key, digits }) => row[key].toFixed(digits));
  const main = rows.map((row) => {
    const cells = [`\`${row.name}\``, row.purpose, ...digits(row), row.importMs, row.dependencies];
    return `| ${cells.join(' | ')} |`;
  });
  const examples = rows.map((row) => `| \`${row.name}\` | ${row.example} |`);
  writeFileSync(path, pageText(main, examples));
}

function pageText(main, examples) {
  return `# Packages

What each package is for, and what it costs to have it alone. Written by \`${script}\`,
which packs every package, installs its tarball in an empty project and measures there.

- **minified**: its own code and that of the family members it pulls in, bundled and minified for
  Node; other people's packages are not in it.
- **installed**: everything in \`node_modules\` after \`npm install\` of this package alone.
- **import**: the best of three first imports on the machine that wrote the table. A hint, checked
  by nobody.
- **depends on**: its direct dependencies, those outside the family in **bold**.

\`node scripts/check-packages.mjs\` without \`--write\` fails where a size has grown by more than 10 %
and at least 1 kB minified or 0.05 MB installed.

| package | what for | minified kB | installed MB | import ms | depends on |
| --- | --- | ---: | ---: | ---: | --- |
${main.join('\n')}

## Examples

The first example of each README, run beside the installed package: without any key, and for ten
seconds at most. What it prints first, or why it does not run alone. The check fails where an
example that ran no longer does.

| package | first line |
| --- | --- |
${examples.join('\n')}
`;
}
