import type { ExplanationOptions } from 'llm-router';
import type { Environment } from './environment.ts';

/** Less than this no explanation can be laid out in. */
const narrowest = 40;

/**
 * How text is written for whoever reads stdout: in colour on a terminal, unless the variable NO_COLOR
 * is set; as wide as the terminal, and with lines of any length elsewhere.
 */
export function lookOf({ stdout, variables }: Environment): ExplanationOptions {
  const { isTerminal, columns } = stdout;
  return {
    colour: isTerminal && !variables['NO_COLOR'],
    ...(columns !== undefined && { width: Math.max(narrowest, columns) }),
  };
}
