import { parseArgs } from 'node:util';
import { invalidConfig, RouterError } from '@llm-router/core';

/** What `demo` was asked for. */
export interface DemoOptions {
  /** The report as one JSON object, and nothing else on stdout. */
  readonly json: boolean;
  /** 0 to 2³² − 1. */
  readonly seed: number;
  /** How many prompts are invented; 1 to 1 000 000. */
  readonly prompts: number;
  /** A file of prompts instead. */
  readonly input?: string;
  /** Real providers are not used, whatever keys there are. */
  readonly simulated: boolean;
  /** Whether the router is told the simulated quotas or has to learn them. */
  readonly limits: 'told' | 'untold';
}

export type Command =
  | { readonly name: 'help' | 'version' }
  | { readonly name: 'demo'; readonly options: DemoOptions };

const flags = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  json: { type: 'boolean' },
  simulated: { type: 'boolean' },
  seed: { type: 'string' },
  prompts: { type: 'string' },
  input: { type: 'string' },
  limits: { type: 'string' },
} as const;

/**
 * Reads the words after the program's name.
 *
 * @throws RouterError `invalid_config`, one line that names the word and the mend
 */
export function parseCommandLine(argv: readonly string[]): Command {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: flags,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') checkFlag(token.name, token.rawName, token.value);
  }
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [command, ...rest] = positionals;
  if (command !== 'demo') throw wrongCommand(command);
  if (rest.length > 0) {
    throw mistake(`'${rest[0]}' is one word too many; a file of prompts is given by --input FILE.`);
  }
  return { name: 'demo', options: readDemoOptions(values) };
}

function checkFlag(name: string, asWritten: string, value: string | undefined): void {
  if (!Object.hasOwn(flags, name)) {
    const known = Object.keys(flags).map((flag) => `--${flag}`);
    throw mistake(`There is no option ${asWritten}. Use one of ${known.join(', ')}.`);
  }
  const { type } = flags[name as keyof typeof flags];
  if (type === 'string' && (value === undefined || value === '')) {
    throw mistake(`--${name} needs a value after it; see llm-router --help.`);
  }
  if (type === 'boolean' && value !== undefined) {
    throw mistake(`--${name} takes no value; leave '=${value}' out.`);
  }
}

function wrongCommand(command: string | undefined): RouterError {
  const what = command === undefined ? 'A command is missing' : `There is no command '${command}'`;
  return mistake(`${what}. Use llm-router demo, or llm-router --help.`);
}

function mistake(message: string): RouterError {
  return new RouterError('invalid_config', message);
}

type Values = { readonly [flag in keyof typeof flags]?: string | boolean | undefined };

function readDemoOptions(values: Values): DemoOptions {
  const { input, prompts } = values;
  if (input !== undefined && prompts !== undefined) {
    throw mistake('--prompts invents prompts and --input reads them; leave one of the two out.');
  }
  const limits = values.limits ?? 'told';
  if (limits !== 'told' && limits !== 'untold') {
    throw invalidConfig('--limits', limits, "'told' or 'untold'");
  }
  return {
    json: values.json === true,
    simulated: values.simulated === true,
    seed: readWhole('seed', values.seed, { fallback: 1, min: 0, max: 2 ** 32 - 1 }),
    prompts: readWhole('prompts', prompts, { fallback: 100, min: 1, max: 1_000_000 }),
    limits,
    ...(typeof input === 'string' && { input }),
  };
}

function readWhole(
  name: string,
  text: string | boolean | undefined,
  range: { readonly fallback: number; readonly min: number; readonly max: number },
): number {
  if (text === undefined) return range.fallback;
  const number = /^\d{1,10}$/.test(String(text)) ? Number(text) : Number.NaN;
  if (number >= range.min && number <= range.max) return number;
  throw invalidConfig(`--${name}`, text, `a whole number from ${range.min} to ${range.max}`);
}
