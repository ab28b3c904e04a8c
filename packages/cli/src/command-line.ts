import { type CheckOptions, checkFlags, readCheckOptions } from './check-options.ts';
import {
  batchFlags,
  type DemoOptions,
  demoFlags,
  readBatchOptions,
  readDemoOptions,
} from './demo-options.ts';
import { type ExplainOptions, explainFlags, readExplainOptions } from './explain-options.ts';
import { help } from './help.ts';
import { type ModelsOptions, modelsFlags, readModelsOptions } from './models-options.ts';
import { type Flags, mistake, readWords, type Words } from './read-words.ts';

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help'; readonly text: string }
  | { readonly name: 'version' }
  | { readonly name: 'demo'; readonly options: DemoOptions }
  | { readonly name: 'explain'; readonly options: ExplainOptions }
  | { readonly name: 'check'; readonly options: CheckOptions }
  | { readonly name: 'models'; readonly options: ModelsOptions };

interface Grammar {
  readonly flags: Flags;
  /** @param words without the command itself */
  readonly read: (words: Words) => Command;
}

/** Every command has these. */
const common: Flags = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
};

const grammars: Readonly<Record<keyof typeof help.of, Grammar>> = {
  demo: { flags: demoFlags, read: (words) => ({ name: 'demo', options: readDemoOptions(words) }) },
  batch: {
    flags: batchFlags,
    read: (words) => ({ name: 'demo', options: readBatchOptions(words) }),
  },
  explain: {
    flags: explainFlags,
    read: (words) => ({ name: 'explain', options: readExplainOptions(words) }),
  },
  check: {
    flags: checkFlags,
    read: (words) => ({ name: 'check', options: readCheckOptions(words) }),
  },
  models: {
    flags: modelsFlags,
    read: (words) => ({ name: 'models', options: readModelsOptions(words) }),
  },
};

const commands = Object.keys(grammars) as readonly (keyof typeof grammars)[];
const allFlags: Flags = Object.assign(
  {},
  common,
  ...commands.map((command) => grammars[command].flags),
);

/**
 * Reads the words after the program's name.
 *
 * @throws RouterError `invalid_config`, one line that names the word and the mend
 */
export function parseCommandLine(argv: readonly string[]): Command {
  const words = readWords(argv, allFlags);
  const [word, ...positionals] = words.positionals;
  const command = commands.find((known) => known === word);
  const flags = command === undefined ? {} : grammars[command].flags;
  words.check({ ...common, ...flags });
  if (words.values['help']) {
    return { name: 'help', text: command === undefined ? help.ofAll : help.of[command] };
  }
  if (words.values['version']) return { name: 'version' };
  if (command !== undefined) return grammars[command].read({ ...words, positionals });
  const what = word === undefined ? 'A command is missing' : `There is no command '${word}'`;
  throw mistake(`${what}. Use one of ${commands.join(', ')}, or llm-router --help.`);
}
