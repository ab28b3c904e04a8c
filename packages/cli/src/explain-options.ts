import { type Flags, mistake, textOf, type Words } from './read-words.ts';

/** What `explain` was asked for. */
export interface ExplainOptions {
  /** The ledger as JSON. */
  readonly json: boolean;
  /** The configuration file. */
  readonly config: string;
  /** Which of its environments. */
  readonly environment?: string;
  /** The prompt, or where a request stands: a file, or `-` for stdin. */
  readonly from: { readonly prompt: string } | { readonly file: string };
}

/** The options of `explain`. */
export const explainFlags: Flags = {
  json: { type: 'boolean' },
  config: { type: 'string' },
  environment: { type: 'string' },
  request: { type: 'string' },
};

/** Reads the words after `explain`. */
export function readExplainOptions({ values, positionals }: Words): ExplainOptions {
  const [prompt, extra] = positionals;
  const config = textOf(values['config']);
  const environment = textOf(values['environment']);
  if (extra !== undefined) {
    throw mistake(`'${extra}' is one word too many; put the prompt in quotes.`);
  }
  if (config === undefined) {
    throw mistake('explain needs a configuration: llm-router explain --config FILE "a prompt".');
  }
  return {
    json: values['json'] === true,
    config,
    ...(environment !== undefined && { environment }),
    from: readFrom(prompt, textOf(values['request'])),
  };
}

function readFrom(prompt: string | undefined, file: string | undefined): ExplainOptions['from'] {
  if (prompt !== undefined && file !== undefined) {
    throw mistake('--request reads what else is the prompt; leave one of the two out.');
  }
  if (prompt !== undefined) return { prompt };
  if (file !== undefined) return { file };
  throw mistake('explain needs a prompt in quotes, or --request FILE (- for stdin).');
}
