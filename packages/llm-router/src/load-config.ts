import { existsSync, readFileSync } from 'node:fs';
import { createSecret, RouterError } from '@llm-router/core';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { configFromEnvironment } from './config-from-environment.ts';
import { type ConfigProblem, findProblems, valueAt } from './config-schema.ts';
import { expandReferences, type Variables } from './expand-references.ts';
import { overlay } from './overlay.ts';
import type { RouterConfig } from './router-config.ts';

export interface LoadConfigOptions {
  /**
   * Which of the file's `environments` is laid over the rest.
   * @defaultValue the variable `LLM_ROUTER_ENVIRONMENT`, else none
   */
  readonly environment?: string;
  /** What `${NAME}` refers to. @defaultValue `process.env` */
  readonly variables?: Variables;
  /** Told of what is understood differently here. @defaultValue `process.emitWarning` */
  readonly onWarning?: (message: string) => void;
}

/**
 * Loads a configuration: from a YAML or JSON file, or, given variables instead of a path, from the
 * environment variables of OpenRouter and Portkey set-ups.
 *
 * @example
 * const router = createRouter(loadConfig('router.yaml', { environment: 'test' }));
 * const other = createRouter(loadConfig(process.env));
 *
 * @throws RouterError `invalid_config` naming file, line, place, value and mend
 */
export function loadConfig(
  from: string | Variables,
  options: LoadConfigOptions = {},
): RouterConfig {
  const { variables = process.env, onWarning = warn } = options;
  if (typeof from !== 'string') return configFromEnvironment(from, onWarning);
  const file = readFile(from);
  const environment = options.environment ?? variables['LLM_ROUTER_ENVIRONMENT'];
  const config = expandReferences(file.resolve(environment), variables, from);
  const problems = convertNumbers(config);
  if (problems.length > 0) {
    const texts = problems.map(({ path, text }) => `${file.locate(path, environment)}: ${text}`);
    throw new RouterError('invalid_config', texts.join(' '));
  }
  return hideKeys(config as RouterConfig);
}

const warn = (message: string) => process.emitWarning(message, 'llm-router');

interface ConfigFile {
  /** The configuration with the environment's overlay on it. */
  resolve(environment: string | undefined): unknown;
  /** `file:line:column` of a place. */
  locate(path: readonly PropertyKey[], environment: string | undefined): string;
}

function readFile(path: string): ConfigFile {
  if (!existsSync(path)) {
    throw new RouterError('invalid_config', `There is no configuration file '${path}'.`);
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error !== undefined) {
    const reason = error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? '';
    throw new RouterError(
      'invalid_config',
      `${at(error.pos[0])}: ${reason}. Mend the file's syntax.`,
    );
  }
  const given: unknown = document.toJS();
  const { environments = {}, ...base } = (given ?? {}) as Record<string, unknown>;

  return {
    resolve(environment) {
      if (environment === undefined) return base;
      const known = Object.keys(environments as object);
      if (known.includes(environment)) {
        return overlay(base, (environments as Record<string, unknown>)[environment]);
      }
      throw new RouterError(
        'invalid_config',
        `${path}: environments has no '${environment}'; it has ${known.join(', ') || 'none'}.`,
      );
    },
    locate(place, environment) {
      const offset =
        offsetOf(document, ['environments', environment, ...place]) ?? offsetOf(document, place);
      return offset === undefined ? path : at(offset);
    },
  };
}

/** Where a place stands, or the nearest one around it. */
function offsetOf(document: Document, place: readonly unknown[]): number | undefined {
  const isInOverlay = place[0] === 'environments';
  for (let length = place.length; length > (isInOverlay ? 2 : 0); length--) {
    const node = document.getIn(place.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

/**
 * A variable is always text: where a number or a truth value was expected and its text is one, it is
 * taken for it. Answers the problems that are left.
 */
function convertNumbers(config: unknown): readonly ConfigProblem[] {
  const problems = findProblems(config);
  let isChanged = false;
  for (const { path } of problems) {
    const value = valueAt(config, path);
    const parent = valueAt(config, path.slice(0, -1)) as Record<PropertyKey, unknown>;
    const last = path.at(-1);
    if (typeof value !== 'string' || last === undefined) continue;
    if (!/^(?:-?\d+(?:\.\d+)?|true|false)$/.test(value)) continue;
    parent[last] = JSON.parse(value);
    isChanged = true;
  }
  return isChanged ? findProblems(config) : problems;
}

/** From here on keys and header values do not print. */
function hideKeys(config: RouterConfig): RouterConfig {
  return {
    ...config,
    deployments: config.deployments.map(({ apiKey, headers, ...deployment }) => ({
      ...deployment,
      ...(apiKey !== undefined && { apiKey: createSecret(apiKey) }),
      ...(headers !== undefined && {
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, createSecret(value)]),
        ),
      }),
    })),
  };
}
