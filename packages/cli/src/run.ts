import { isRouterError, type RouterErrorCode } from '@llm-router/core';
import { check } from './check.ts';
import { type Command, parseCommandLine } from './command-line.ts';
import { demo } from './demo.ts';
import { completeEnvironment, type Environment } from './environment.ts';
import { explain } from './explain.ts';
import { models } from './models.ts';

/**
 * Runs one command. Never throws: what goes wrong is a line on stderr and an exit code, which is 0
 * for success, 1 where the answer is no (failed prompts, faults, nobody who can serve a request), 2 for
 * a wrong command or file, 130 after Ctrl-C.
 *
 * @param argv - The words after the program's name.
 * @param given - What to take from elsewhere than the process.
 * @example
 * const exitCode = await run(['demo', '--prompts', '20', '--json']);
 */
export async function run(
  argv: readonly string[],
  given: Partial<Environment> = {},
): Promise<number> {
  const environment = completeEnvironment(given);
  let lost: Error | undefined;
  environment.onOutputLost((reason) => {
    lost ??= reason;
  });
  try {
    const exitCode = await carryOut(parseCommandLine(argv), environment);
    // What was written last may still be on its way.
    await environment.clock.sleep(0);
    if (lost === undefined) return exitCode;
    environment.stderr.write(`llm-router: the output was lost: ${lost.message}\n`);
    return 1;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    environment.stderr.write(`llm-router: ${reason}\n`);
    return isRouterError(error) && mistakes.includes(error.code) ? 2 : 1;
  }
}

/** What whoever wrote the command, or its file, can mend. */
const mistakes: readonly RouterErrorCode[] = [
  'invalid_config',
  'invalid_request',
  'model_not_found',
];

async function carryOut(command: Command, environment: Environment): Promise<number> {
  switch (command.name) {
    case 'help':
      environment.stdout.write(command.text);
      return 0;
    case 'version':
      environment.stdout.write(`${environment.version}\n`);
      return 0;
    case 'demo':
      return demo(command.options, environment);
    case 'explain':
      return explain(command.options, environment);
    case 'check':
      return check(command.options, environment);
    case 'models':
      return models(command.options, environment);
  }
}
