import { readFileSync, writeFileSync } from 'node:fs';

/** Replaces what stands between `<!-- NAME -->` and `<!-- /NAME -->` in a file. */
export function writeSection(path, name, text) {
  const whole = readFileSync(path, 'utf8');
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = whole.indexOf(open);
  const end = whole.indexOf(close);
  if (start < 0 || end < start) throw new Error(`${path} has no section ${open} … ${close}.`);
  writeFileSync(path, `${whole.slice(0, start + open.length)}\n${text}\n${whole.slice(end)}`);
}

/** A Markdown table. */
export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
