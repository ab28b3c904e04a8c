import { type ParseArgsConfig, parseArgs } from 'node:util';
import { RouterError } from '@llm-router/core';

/** The options of a command by name. One name has one type in all commands. */
export type Flags = NonNullable<ParseArgsConfig['options']>;

/** What was written, by the names of the options, and what is no option. */
export interface Words {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  /** Refuses what the command does not know, and values that are missing or too many. */
  check(flags: Flags): void;
}

/** Takes the words of a command line apart; `all` are the options of all commands. */
export function readWords(argv: readonly string[], all: Flags): Words {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: all,
    strict: false,
    tokens: true,
  });
  return {
    values: values as Words['values'],
    positionals,
    check(flags) {
      for (const token of tokens) {
        if (token.kind !== 'option') continue;
        if (!Object.hasOwn(flags, token.name)) throw unknownFlag(token.rawName, flags);
        checkValue(token.name, token.value, flags);
      }
    },
  };
}

function unknownFlag(asWritten: string, flags: Flags): RouterError {
  const known = Object.keys(flags).map((flag) => `--${flag}`);
  return mistake(`There is no option ${asWritten}. Use one of ${known.join(', ')}.`);
}

function checkValue(name: string, value: string | undefined, flags: Flags): void {
  const isText = flags[name]?.type === 'string';
  if (isText && (value === undefined || value === '')) {
    throw mistake(`--${name} needs a value after it; see --help.`);
  }
  if (!isText && value !== undefined) {
    throw mistake(`--${name} takes no value; leave '=${value}' out.`);
  }
}

/** A text that was given for an option. */
export function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The error for a command that cannot be meant, in one line with the mend. */
export function mistake(message: string): RouterError {
  return new RouterError('invalid_config', message);
}
