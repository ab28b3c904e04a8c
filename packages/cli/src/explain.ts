import { formatExplanation, loadConfig } from 'llm-router';
import type { Environment } from './environment.ts';
import type { ExplainOptions } from './explain-options.ts';
import { lookOf } from './look.ts';
import { openRouter } from './open-router.ts';
import { readRequest } from './read-request.ts';

/** Shows what a router would decide for a request, and sends nothing; answers the exit code. */
export async function explain(options: ExplainOptions, environment: Environment): Promise<number> {
  const { variables, stdout } = environment;
  const { environment: name } = options;
  const config = loadConfig(options.config, {
    variables,
    ...(name !== undefined && { environment: name }),
  });
  const request = await readRequest(options.from, environment);
  const ledger = await openRouter(config, environment).explain(request);
  const text = options.json
    ? JSON.stringify(ledger, null, 2)
    : formatExplanation(ledger, lookOf(environment));
  stdout.write(`${text}\n`);
  return ledger.candidates.some(({ verdict }) => verdict === 'chosen') ? 0 : 1;
}
