import { checkConfigFile } from 'llm-router';
import type { CheckOptions } from './check-options.ts';
import { findWarnings } from './config-warnings.ts';
import type { Environment } from './environment.ts';
import { openRouter } from './open-router.ts';

/** Checks a configuration file and tells all that stands against it; answers the exit code. */
export async function check(options: CheckOptions, environment: Environment): Promise<number> {
  const { variables, stdout } = environment;
  const { config: file, environment: name } = options;
  const { config, faults } = checkConfigFile(file, {
    variables,
    ...(name !== undefined && { environment: name }),
  });
  const warnings =
    config === undefined ? [] : await findWarnings(config, openRouter(config, environment));
  stdout.write(
    options.json
      ? `${JSON.stringify({ file, faults, warnings }, null, 2)}\n`
      : describe(file, faults, warnings),
  );
  return faults.length === 0 ? 0 : 1;
}

function describe(file: string, faults: readonly string[], warnings: readonly string[]): string {
  const lines = [
    ...faults.map((fault) => `fault: ${fault}`),
    ...warnings.map((warning) => `warning: ${warning}`),
    `${file}: ${count(faults.length, 'fault')}, ${count(warnings.length, 'warning')}`,
  ];
  return `${lines.join('\n')}\n`;
}

function count(number: number, what: string): string {
  return `${number === 0 ? 'no' : number} ${what}${number === 1 ? '' : 's'}`;
}
