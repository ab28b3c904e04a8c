import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { build, transform } from 'esbuild';

const execute = promisify(execFile);
const limitMs = 10_000;
const longestLine = 120;

/**
 * Runs the first `ts` or `js` block of the README of `name`, as it was installed in `home`. Answers
 * `{ line }`, the first line that it printed, or `{ obstacle }`, why it could not run to its end.
 */
export async function runReadmeExample(home, name) {
  const readme = join(home, 'node_modules', name, 'README.md');
  const source = existsSync(readme) ? firstBlock(readFileSync(readme, 'utf8')) : undefined;
  if (source === undefined) return { obstacle: 'the README has no example' };
  try {
    const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'node20' });
    const absent = (await listImports(code)).filter((path) => !isInstalled(home, path));
    if (absent.length > 0) return { obstacle: `imports ${absent.join(', ')}, not installed` };
    await writeFile(join(home, 'example.mjs'), code);
  } catch (error) {
    return { obstacle: shorten(`is no TypeScript: ${error.errors?.[0]?.text ?? error.message}`) };
  }
  return runFile(home, 'example.mjs');
}

function firstBlock(markdown) {
  return /^```(?:ts|js)\n(.*?)^```$/ms.exec(markdown)?.[1];
}

/** What the code imports, without looking inside. */
async function listImports(code) {
  const { metafile } = await build({
    stdin: { contents: code },
    bundle: true,
    external: ['*'],
    platform: 'node',
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  return Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
}

function isInstalled(home, path) {
  if (isBuiltin(path)) return true;
  const [first, second] = path.split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  return !first.startsWith('.') && existsSync(join(home, 'node_modules', name));
}

/** Without the environment of this process there is no key of any provider, and nothing is spent. */
async function runFile(home, file) {
  try {
    const { stdout } = await execute(process.execPath, [file], {
      cwd: home,
      env: { PATH: process.env.PATH },
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    const line = stdout.split('\n').find((one) => one.trim() !== '');
    return line === undefined ? { obstacle: 'prints nothing' } : { line: shorten(line) };
  } catch (error) {
    if (error.killed) return { obstacle: `does not end within ${limitMs / 1000} s` };
    return { obstacle: shorten(errorLine(error).replaceAll(home, '.')) };
  }
}

/** The line of a crash report that names the error, as in "TypeError: x is not a function". */
function errorLine({ code, stderr }) {
  const lines = stripVTControlCharacters(stderr).split('\n');
  const line = lines.find((one) => /^\w*Error\b.*: /.test(one)) ?? `ends with exit code ${code}`;
  return line.replace(/^RouterError: /, '');
}

function shorten(text) {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}
