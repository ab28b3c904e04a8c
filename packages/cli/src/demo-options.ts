import { invalidConfig } from '@llm-router/core';
import { type Flags, mistake, textOf, type Words } from './read-words.ts';

/** What `demo` or `batch` was asked for. */
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

/** The options of `batch`. */
export const batchFlags: Flags = {
  json: { type: 'boolean' },
  simulated: { type: 'boolean' },
  seed: { type: 'string' },
  input: { type: 'string' },
  limits: { type: 'string' },
};

/** The options of `demo`. */
export const demoFlags: Flags = { ...batchFlags, prompts: { type: 'string' } };

/** Reads the words after `demo`. */
export function readDemoOptions({ values, positionals }: Words): DemoOptions {
  const [extra] = positionals;
  if (extra !== undefined) {
    throw mistake(`'${extra}' is one word too many; a file of prompts is given by --input FILE.`);
  }
  if (values['input'] !== undefined && values['prompts'] !== undefined) {
    throw mistake('--prompts invents prompts and --input reads them; leave one of the two out.');
  }
  return readOptionsOf(values, textOf(values['input']));
}

/** Reads the words after `batch`: the same run, with a file. */
export function readBatchOptions({ values, positionals }: Words): DemoOptions {
  const [file, extra] = [
    ...positionals,
    ...[values['input']].flatMap((given) => textOf(given) ?? []),
  ];
  if (file === undefined) {
    throw mistake('batch needs a file of prompts: llm-router batch FILE.');
  }
  if (extra !== undefined) throw mistake(`'${extra}' is one word too many; batch takes one file.`);
  return readOptionsOf(values, file);
}

function readOptionsOf(values: Words['values'], input: string | undefined): DemoOptions {
  const limits = values['limits'] ?? 'told';
  if (limits !== 'told' && limits !== 'untold') {
    throw invalidConfig('--limits', limits, "'told' or 'untold'");
  }
  return {
    json: values['json'] === true,
    simulated: values['simulated'] === true,
    seed: readWhole('seed', values['seed'], { fallback: 1, min: 0, max: 2 ** 32 - 1 }),
    prompts: readWhole('prompts', values['prompts'], { fallback: 100, min: 1, max: 1_000_000 }),
    limits,
    ...(input !== undefined && { input }),
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
