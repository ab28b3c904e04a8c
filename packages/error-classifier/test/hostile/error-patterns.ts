import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A regular expression as it is written in a source. */
const literal =
  /(?:^|[\s([,=:&|!])\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/[dgimsuy]*(?=[\s,;.)\]])/gm;

/** What stands in every regular expression that is written in a folder of sources. */
export function errorPatterns(source: string): readonly string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const written = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(source, file), 'utf8')
        .replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
        .matchAll(literal),
    ])
    .flatMap(([, pattern]) => pattern ?? []);
  return [...new Set(written)];
}
