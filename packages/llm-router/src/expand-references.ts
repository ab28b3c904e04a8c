import { RouterError } from '@llm-router/core';

/** Names → values, such as `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** `${NAME}`, `${NAME:-otherwise}`, and `$${` for a literal `${`. */
const reference = /\$(\$\{|\{([^}]*)\})/g;
const name = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Replaces references to environment variables in every text of a configuration.
 *
 * @param where what is being read, for errors
 * @throws RouterError `invalid_config` naming the place, the variable and the mend
 */
export function expandReferences(value: unknown, variables: Variables, where: string): unknown {
  return expand(value, variables, where, '');
}

function expand(value: unknown, variables: Variables, where: string, path: string): unknown {
  if (typeof value === 'string') return expandText(value, variables, `${where}: ${path}`);
  if (Array.isArray(value)) {
    return value.map((item, index) => expand(item, variables, where, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      expand(item, variables, where, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

function expandText(text: string, variables: Variables, place: string): string {
  return text.replace(reference, (_, whole: string, inside: string | undefined) => {
    if (whole === '${') return '${';
    const [variable = '', otherwise] = splitOnce(inside ?? '', ':-');
    if (!name.test(variable)) {
      throw new RouterError(
        'invalid_config',
        `${place} refers to '\${${inside}}', which names no environment variable. Write \${NAME} or \${NAME:-otherwise}; for a literal \${ write $\${.`,
      );
    }
    const value = variables[variable];
    if (value !== undefined && value !== '') return value;
    if (otherwise !== undefined) return otherwise;
    throw new RouterError(
      'invalid_config',
      `${place} needs the environment variable ${variable}, which is ${value === '' ? 'empty' : 'not set'}. Set it, or write \${${variable}:-otherwise}.`,
    );
  });
}

function splitOnce(text: string, by: string): [string, string | undefined] {
  const at = text.indexOf(by);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + by.length)];
}
