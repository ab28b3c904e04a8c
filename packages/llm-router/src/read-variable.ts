import { RouterError } from '@llm-router/core';
import type { Variables } from './expand-references.ts';
import { findJsonError } from './find-json-error.ts';

/** A variable's text; an empty one is as good as none. */
export function readText(variables: Variables, name: string): string | undefined {
  return variables[name]?.trim() || undefined;
}

/** A number of at least 0, if there is one. */
export function readNumber(
  variables: Variables,
  name: string,
  expected: string,
): number | undefined {
  const text = readText(variables, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw wrong(name, `is '${text}'`, expected);
  return value;
}

/** A truth value, if there is one. */
export function readFlag(variables: Variables, name: string): boolean | undefined {
  const text = readText(variables, name)?.toLowerCase();
  if (!text) return undefined;
  if (['true', '1', 'yes', 'on'].includes(text)) return true;
  if (['false', '0', 'no', 'off'].includes(text)) return false;
  throw wrong(name, `is '${text}'`, 'true or false');
}

/** What a variable's JSON holds. The error names the place, and shows nothing of the text. */
export function readJson(name: string, text: string, example: string): unknown {
  const error = findJsonError(text);
  if (error === undefined) return JSON.parse(text);
  const place = `at character ${error.at + 1}, where ${error.expected} was expected`;
  throw wrong(name, `is not JSON ${place}`, `JSON such as ${example}`);
}

/** The error for a variable that cannot be meant. */
export function wrong(place: string, problem: string, expected: string): RouterError {
  return new RouterError('invalid_config', `${place} ${problem}; expected ${expected}.`);
}

/** The error for a key that is not there. */
export function missing(variable: string, because: string): RouterError {
  return new RouterError(
    'invalid_config',
    `${variable} is missing though ${because}. Set it to the key of your account.`,
  );
}
