import { demoHelp } from './demo-help.ts';

const ofAll = `llm-router sends each LLM request to the right model at the moment its limits allow.

Usage
  llm-router demo [options]          prompts through the router, a live line, a report
  llm-router batch FILE [options]    the same for the prompts of a file
  llm-router explain [options]       what the router would decide for a request, and why
  llm-router check FILE [options]    what is wrong with a configuration file
  llm-router models [NAME]           what the catalog knows of models
  llm-router COMMAND --help          the options of a command
  llm-router --version               the version

Only batch asks real providers, where their keys are set. Colour is for terminals, and NO_COLOR
turns it off. With --json the answer of every command is JSON on stdout.
`;

const explain = `Usage
  llm-router explain --config FILE "a prompt"
  llm-router explain --config FILE --request FILE

Shows each deployment with rank, verdict, expected cost, wait, share of its window and the reasons.
Nothing is sent and nothing spent. It is the view of a router that has just begun: nothing is used
up, and nobody waits.

Options
  --config FILE       the configuration, YAML or JSON
  --environment NAME  which of its environments (default LLM_ROUTER_ENVIRONMENT, else none)
  --request FILE      a chat request { "messages": [...] } or a prompt, as JSON; - for stdin
  --json              the ledger as one JSON object

Exit code
  0 somebody would be asked    1 nobody can serve it
  2 the command, the configuration or the request is wrong
`;

const check = `Usage
  llm-router check FILE

Tells all that stands against a configuration, with file, line, column and the mend, and warns of
what is seldom meant: models that the catalog does not know or whose end is announced, deployments
without a price or a window, pools that nobody uses. Variables that the file refers to must be set.
Nothing is sent.

Options
  --config FILE       the same as FILE
  --environment NAME  which of its environments (default LLM_ROUTER_ENVIRONMENT, else none)
  --json              { "file", "faults", "warnings" }

Exit code
  0 no faults, with or without warnings    1 faults    2 the command is wrong
`;

const models = `Usage
  llm-router models [NAME] [options]

Lists what the built-in catalog knows: category, window, dollars per million tokens, abilities, and
the day of the source. NAME is a part of a name, or one id in any spelling. Nothing is fetched.

Options
  --provider NAME   of one provider
  --category NAME   tiny, small, large or reasoning
  --json            all facts, as a list

Exit code
  0 some fit    1 none fits    2 the command is wrong
`;

/** What the command line knows, in words: in all, and by command. */
export const help: {
  readonly ofAll: string;
  readonly of: Readonly<Record<'demo' | 'batch' | 'explain' | 'check' | 'models', string>>;
} = { ofAll, of: { demo: demoHelp, batch: demoHelp, explain, check, models } };
