import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const timeoutMs = 300_000;
const maxBytes = 64 * 1024 * 1024;

// What npm run and npx tell their children is not meant for an npm that works elsewhere.
const {
  npm_config_call: _call,
  npm_config_local_prefix: _prefix,
  npm_config_package: _package,
  ...environment
} = process.env;

/**
 * Runs a command to its end and answers what it printed to stdout. A command that fails throws an
 * error that carries everything it printed.
 */
export async function run(command, args, { cwd, env = {} } = {}) {
  try {
    const { stdout } = await execute(command, args, {
      cwd,
      env: { ...environment, ...env },
      timeout: timeoutMs,
      maxBuffer: maxBytes,
    });
    return stdout;
  } catch (error) {
    const said = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim();
    const why = error.killed ? `did not end within ${timeoutMs / 1000} s` : 'failed';
    throw new Error(`${command} ${args.join(' ')} ${why}\n${said || error.message}`);
  }
}

/** Applies `work` to every item, `limit` at a time; the results keep the order of the items. */
export async function mapWithLimit(items, limit, work) {
  const results = new Array(items.length);
  let next = 0;
  async function takeTurns() {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  }
  await Promise.all(Array.from({ length: limit }, takeTurns));
  return results;
}
