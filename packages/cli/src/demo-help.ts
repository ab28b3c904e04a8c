import { keyVariables } from './real-providers.ts';

/** What `demo` and `batch` know, in words. */
export const demoHelp: string = `Usage
  llm-router demo [options]         prompts through the router, a live line, a report
  llm-router batch FILE [options]   the same for the prompts of a file

Options
  --prompts N       demo: invent N prompts, 1 to 1000000 (default 100)
  --input FILE      run the prompts of a file instead
  --simulated       never use a real provider, whatever keys are set
  --limits WHICH    told (default) or untold: whether the router knows the quotas of the
                    simulated models or has to learn them from their answers
  --seed N          0 to 4294967295 (default 1): chance of the models and of the prompts
  --json            the report as one JSON object on stdout; everything else on stderr

The file
  JSON Lines: each line a string, { "prompt": "..." } or a chat request { "messages": [...] }.
  Text: a prompt on each line that is not empty.
  A name in .jsonl or .ndjson means JSON Lines, in .txt text; else the first line decides.

Who answers
  Without a file: three simulated models on 127.0.0.1. Nothing leaves the machine.
  With a file: the providers whose keys are in the environment, after saying which, and what it
  may cost; without any key, the simulated models. Answers are counted, not kept.
  Keys: ${wrap(keyVariables, 88)}
  For each, as OPENAI_MODEL and OPENAI_BASE_URL, another model and another address.

Exit code
  0 all prompts were answered        1 some failed, or the records of the simulated models differ
  2 the command or the file is wrong 130 stopped by Ctrl-C, after the report of what was done
`;

function wrap(words: readonly string[], width: number): string {
  let column = 8;
  return words
    .map((word, index) => {
      const text = index === words.length - 1 ? word : `${word}, `;
      const breaks = column + text.length > width;
      column = breaks ? 8 + text.length : column + text.length;
      return breaks ? `\n        ${text}` : text;
    })
    .join('')
    .replace(/ \n/g, '\n');
}
