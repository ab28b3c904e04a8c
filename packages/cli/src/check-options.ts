import { type Flags, mistake, textOf, type Words } from './read-words.ts';

/** What `check` was asked for. */
export interface CheckOptions {
  readonly json: boolean;
  /** The configuration file. */
  readonly config: string;
  /** Which of its environments. */
  readonly environment?: string;
}

/** The options of `check`. */
export const checkFlags: Flags = {
  json: { type: 'boolean' },
  config: { type: 'string' },
  environment: { type: 'string' },
};

/** Reads the words after `check`; the file may stand alone or behind `--config`. */
export function readCheckOptions({ values, positionals }: Words): CheckOptions {
  const [config, extra] = [
    ...positionals,
    ...[values['config']].flatMap((given) => textOf(given) ?? []),
  ];
  const environment = textOf(values['environment']);
  if (config === undefined) throw mistake('check needs a configuration: llm-router check FILE.');
  if (extra !== undefined) throw mistake(`'${extra}' is one word too many; check takes one file.`);
  return {
    json: values['json'] === true,
    config,
    ...(environment !== undefined && { environment }),
  };
}
