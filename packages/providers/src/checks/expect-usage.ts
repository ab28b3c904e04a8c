import { fieldsOf, isObject } from '../json.ts';
import { isCount } from './read-answer.ts';

/** The counts that are part of another, by their place in the wire's usage. */
const parts = [
  ['prompt_tokens_details', ['cached_tokens', 'cache_write_tokens'], 'prompt_tokens'],
  ['completion_tokens_details', ['reasoning_tokens'], 'completion_tokens'],
] as const;

/** Throws where usage cannot be billed by: counts that are none, or parts beyond their whole. */
export function expectUsage(what: string, usage: unknown): void {
  if (!isObject(usage)) throw new Error(`${what}: the usage is no object`);
  const counts = fieldsOf<string>(usage);
  for (const name of ['prompt_tokens', 'completion_tokens', 'total_tokens']) {
    expectCount(what, name, counts[name]);
  }
  for (const [group, names, whole] of parts) {
    const details = fieldsOf<string>(counts[group]);
    let sum = 0;
    for (const name of names) {
      if (details[name] === undefined) continue;
      sum += expectCount(what, `${group}.${name}`, details[name]);
    }
    if (sum > Number(counts[whole])) {
      throw new Error(
        `${what}: ${names.join(' and ')} are ${sum}, more than the ${counts[whole]} ${whole} of which they are a part`,
      );
    }
  }
}

function expectCount(what: string, name: string, value: unknown): number {
  if (isCount(value)) return value;
  throw new Error(`${what}: ${name} is ${JSON.stringify(value)}, expected a whole number from 0`);
}
