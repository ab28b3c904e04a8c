import { isRouterError, RouterError } from '@llm-router/core';
import { isSecretPlace } from './place-of.ts';

/** Names → values, such as `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** A place in a configuration, from the outside in. */
export type Path = readonly PropertyKey[];

/** `${NAME}`, `${NAME:-otherwise}`, and `$${` for a literal `${`. */
const reference = /\$(\$\{|\{([^}]*)(\}?))/g;
const name = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Replaces references to environment variables in every text of a configuration.
 *
 * @param where names a place, for errors
 * @param onExpanded is told what became of a text that held references
 * @param onFault is told what is wrong with a text, which then stays as it is; throws it by default
 * @throws RouterError `invalid_config` naming the place, the variable and the mend
 */
export function expandReferences(
  value: unknown,
  variables: Variables,
  where: (path: Path) => string,
  onExpanded: (value: string, written: string) => void = () => {},
  onFault: (fault: RouterError, path: Path) => void = rethrow,
): unknown {
  return expand(value, [], (text, path) => {
    const place = () => where(path);
    try {
      if (isSecretPlace(path)) refuseBare(text, place);
      const expanded = expandText(text, variables, place);
      if (expanded !== text) onExpanded(expanded, text);
      return expanded;
    } catch (error) {
      if (!isRouterError(error)) throw error;
      onFault(error, path);
      return text;
    }
  });
}

function rethrow(fault: RouterError): never {
  throw fault;
}

const bareReference = /(?:^|\s)\$([A-Za-z_][A-Za-z0-9_]*)$/;

/** A key that is sent as it stands would be refused far from here, and be shown there. */
function refuseBare(text: string, place: () => string): void {
  const [, variable] = bareReference.exec(text) ?? [];
  if (variable === undefined) return;
  throw wrong(place(), `has $${variable} without braces. Write \${${variable}}.`);
}

type ExpandText = (text: string, path: Path) => string;

function expand(value: unknown, path: Path, text: ExpandText): unknown {
  if (typeof value === 'string') return text(value, path);
  if (Array.isArray(value)) {
    return value.map((item, index) => expand(item, [...path, index], text));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, expand(item, [...path, key], text)]),
  );
}

function expandText(text: string, variables: Variables, place: () => string): string {
  return text.replace(reference, (_, whole: string, inside = '', closed = '') => {
    if (whole === '${') return '${';
    const [variable, otherwise] = splitOnce(inside, ':-');
    // What stands inside is not shown: it may be a key that was written there by mistake.
    if (closed === '') {
      throw wrong(place(), `has a \${ without its }. Close it; for a literal \${ write $\${.`);
    }
    if (!name.test(variable)) {
      throw wrong(
        place(),
        `has a \${…} that names no environment variable. Write \${NAME} or \${NAME:-otherwise}; for a literal \${ write $\${.`,
      );
    }
    if (otherwise?.includes('${')) {
      throw wrong(place(), `has a reference inside of \${${variable}:-…}. Write plain text there.`);
    }
    // Not `Object.prototype`'s own, whatever the variable is called.
    const value = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
    if (value !== undefined && value !== '') return value;
    if (otherwise !== undefined) return otherwise;
    throw wrong(
      place(),
      `needs the environment variable ${variable}, which is ${value === '' ? 'empty' : 'not set'}. Set it, or write \${${variable}:-otherwise}.`,
    );
  });
}

function wrong(place: string, problem: string): RouterError {
  return new RouterError('invalid_config', `${place} ${problem}`);
}

function splitOnce(text: string, by: string): [string, string | undefined] {
  const at = text.indexOf(by);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + by.length)];
}
