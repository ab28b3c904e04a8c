import { createSecret, invalidConfig, RouterError, readOptions } from '@llm-router/core';
import { configFromEnvironment } from './config-from-environment.ts';
import { type ConfigProblem, findProblems, valueAt } from './config-schema.ts';
import { expandReferences, type Path, type Variables } from './expand-references.ts';
import { placeOf } from './place-of.ts';
import { readConfigFile } from './read-config-file.ts';
import type { RouterConfig } from './router-config.ts';
import { attachForms, createWrittenForms } from './written-forms.ts';

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
  const read = readOptions('loadConfig', options, ['environment', 'variables', 'onWarning']);
  if (typeof from === 'object' && from !== null) {
    return configFromEnvironment(from, read.callback('onWarning', warn));
  }
  if (typeof from !== 'string' || from === '') {
    throw invalidConfig('loadConfig: from', from, 'a path, or variables such as process.env');
  }
  const { environment } = options;
  if (environment !== undefined && typeof environment !== 'string') {
    read.fail('environment', 'the name of an environment');
  }
  const { config, faults } = readConfig(from, options);
  if (config === undefined) throw new RouterError('invalid_config', faults.join(' '));
  return config;
}

/** A configuration, or all that stands against it: a sentence each, which begins with its place. */
export interface ReadConfig {
  /** Absent where there are faults. */
  readonly config?: RouterConfig;
  readonly faults: readonly string[];
}

/**
 * Reads a configuration file.
 *
 * @throws RouterError `invalid_config` where it cannot be read at all
 */
export function readConfig(
  path: string,
  { variables = process.env, environment: wanted }: LoadConfigOptions,
): ReadConfig {
  // An empty variable is as good as none, as everywhere in the environment.
  const environment = wanted ?? (variables['LLM_ROUTER_ENVIRONMENT'] || undefined);
  const file = readConfigFile(path);
  const locate = (place: Path) => file.locate(place, environment);
  const forms = createWrittenForms();
  const unexpanded: { readonly path: Path; readonly text: string }[] = [];
  const config = expandReferences(
    file.resolve(environment),
    variables,
    (place) => `${locate(place)}: ${placeOf(place)}`,
    forms.note,
    ({ message }, place) => unexpanded.push({ path: place, text: message }),
  );
  const faults = [
    ...unexpanded.map(({ text }) => text),
    ...convertNumbers(config)
      // What a reference would have made of it, nobody knows.
      .filter((problem) => !unexpanded.some((fault) => isInside(fault.path, problem.path)))
      .map((problem) => `${locate(problem.path)}: ${forms.restore(problem.text)}`),
  ];
  if (faults.length > 0) return { faults };
  const loaded = hideKeys(config as RouterConfig);
  attachForms(loaded.deployments, forms);
  return { config: loaded, faults };
}

function isInside(path: Path, around: Path): boolean {
  return around.every((part, index) => path[index] === part);
}

const warn = (message: string) => process.emitWarning(message, 'llm-router');

/**
 * A variable is always text: where a number or a truth value was expected and its text is one, it is
 * taken for it. Answers the problems that are left.
 */
function convertNumbers(config: unknown): readonly ConfigProblem[] {
  const problems = findProblems(config, 'file');
  let isChanged = false;
  for (const { path } of problems) {
    const value = valueAt(config, path);
    const parent = valueAt(config, path.slice(0, -1)) as Record<PropertyKey, unknown>;
    const last = path.at(-1);
    if (typeof value !== 'string' || last === undefined) continue;
    const text = value.trim();
    if (!/^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false)$/.test(text)) continue;
    parent[last] = JSON.parse(text);
    isChanged = true;
  }
  if (!isChanged) return problems;
  return findProblems(config, 'file');
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
