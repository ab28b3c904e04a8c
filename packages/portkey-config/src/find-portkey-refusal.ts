import { readOptions } from '@llm-router/core';
import { isAllowedHost } from './custom-host.ts';
import { portkeySlugs } from './provider-slugs.ts';
import { type Fields, isRecord, kindOf, own, readJson } from './record.ts';

/** What Portkey's gateway answers with status 400 to a configuration that it does not take. */
export interface PortkeyRefusal {
  readonly message: string;
  /** One text for each wrong key: its path and what was expected, never its value. */
  readonly errors: readonly string[];
}

export interface RefusalOptions {
  /** What the request's header `x-portkey-provider` says. */
  readonly provider?: string;
}

type Path = readonly (string | number)[];

/** Collects what is wrong. A wrong type ends the checks of everything around it; a wrong value does not. */
interface Report {
  wrongType(path: Path, message: string): false;
  wrongValue(path: Path, message: string): true;
}

/** Answers whether the value has its type, so that rules about the whole may look at it. */
type Check = (value: unknown, path: Path, report: Report) => boolean;

/** More than anyone nests; a guard against values without end. */
const deepest = 50;

/**
 * Why Portkey's gateway 1.15.2 would refuse a configuration; `undefined` where it would take it. The
 * texts are those of its own check.
 */
export function findPortkeyRefusal(
  json: unknown,
  options: RefusalOptions = {},
): PortkeyRefusal | undefined {
  readOptions('findPortkeyRefusal', options, ['provider']);
  const { provider } = options;
  const config = readJson(json)?.value;
  if (config === undefined || config === null) {
    return { message: 'Invalid config passed. You need to pass a valid json', errors: [] };
  }
  const fields: Fields = isRecord(config) ? config : {};
  if (!provider && !own(fields, 'provider') && !own(fields, 'targets')) {
    const message =
      'Either x-portkey-provider needs to be passed. Or the x-portkey-config header should have a valid config with provider details in it.';
    return { message, errors: [] };
  }
  const errors: string[] = [];
  const add = (path: Path, message: string) => {
    errors.push(`path: ${path.join(',')}, message: ${message}`);
  };
  const report: Report = {
    wrongType(path, message) {
      add(path, message);
      return false;
    },
    wrongValue(path, message) {
      add(path, message);
      return true;
    },
  };
  checkConfig(config, [], report);
  if (errors.length > 0) return { message: 'Invalid config passed', errors };
  if (!own(fields, 'options')) return undefined;
  const message =
    'This version of config is not supported in this route. Please migrate to the latest version';
  return { message, errors: [] };
}

const expected =
  (kind: string): Check =>
  (value, path, report) =>
    kindOf(value) === kind || report.wrongType(path, `Expected ${kind}, received ${kindOf(value)}`);
const text = expected('string');
const number = expected('number');
const flag = expected('boolean');
const object = expected('object');

const listOf =
  (check: Check): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return expected('array')(value, path, report);
    return everyOf(value.map((item, index) => check(item, [...path, index], report)));
  };

const oneOf =
  (allowed: readonly string[], what: string): Check =>
  (value, path, report) => {
    if (typeof value !== 'string') return text(value, path, report);
    if (allowed.includes(value)) return true;
    return report.wrongValue(
      path,
      `Invalid '${what}' value. Must be one of: ${allowed.join(', ')}`,
    );
  };

const shape =
  (checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, path, report) => {
    if (!isRecord(value)) return object(value, path, report);
    return everyOf(
      Object.entries(checks).map(([name, check]) => {
        const field = own(value, name);
        if (field !== undefined) return check(field, [...path, name], report);
        return required.includes(name) ? report.wrongType([...path, name], 'Required') : true;
      }),
    );
  };

/** All of them, since each tells of what it finds. */
const everyOf = (results: readonly boolean[]): boolean => results.every((isGood) => isGood);

const isGuardrails: Check = (value, path, report) => {
  const isList = (kind: string) =>
    Array.isArray(value) && value.every((item) => kindOf(item) === kind);
  return isList('string') || isList('object') || report.wrongType(path, 'Invalid input');
};

const isTextRecord: Check = (value, path, report) => {
  if (!isRecord(value)) return object(value, path, report);
  return everyOf(
    Object.entries(value).map(([name, field]) => text(field, [...path, name], report)),
  );
};

const texts = Object.fromEntries(
  'api_key aws_secret_access_key aws_access_key_id aws_session_token aws_region custom_host vertex_project_id vertex_region openai_project openai_organization azure_model_name azure_auth_mode'
    .split(' ')
    .map((name) => [name, text]),
);

/** By names, since what has a method `then` would pass for a promise. */
const condition = shape(
  Object.fromEntries([
    ['query', object],
    ['then', text],
  ]),
  ['query', 'then'],
);

const configShape: Check = shape({
  ...texts,
  strategy: shape(
    {
      mode: oneOf(['single', 'loadbalance', 'fallback', 'conditional'], 'mode'),
      on_status_codes: listOf(number),
      conditions: listOf(condition),
      default: text,
    },
    ['mode'],
  ),
  provider: oneOf(portkeySlugs, 'provider'),
  cache: shape({ mode: oneOf(['simple', 'semantic'], 'cache.mode'), max_age: number }, ['mode']),
  retry: shape(
    { attempts: number, on_status_codes: listOf(number), use_retry_after_header: flag },
    ['attempts'],
  ),
  weight: number,
  on_status_codes: listOf(number),
  targets: (value, path, report) => listOf(checkConfig)(value, path, report),
  request_timeout: number,
  forward_headers: listOf(text),
  after_request_hooks: listOf(object),
  before_request_hooks: listOf(object),
  input_guardrails: isGuardrails,
  output_guardrails: isGuardrails,
  vertex_service_account_json: isTextRecord,
  strict_open_ai_compliance: flag,
});

function checkConfig(value: unknown, path: Path, report: Report): boolean {
  if (path.length > deepest) return report.wrongType(path, 'nested too deeply');
  if (!configShape(value, path, report) || !isRecord(value)) return false;
  if (!isComplete(value)) report.wrongValue(path, incomplete);
  const host = own(value, 'custom_host');
  if (typeof host === 'string' && host !== '' && !isAllowedHost(host)) {
    report.wrongValue(path, 'Invalid custom host');
  }
  if (own(value, 'provider') === 'vertex-ai' && !isVertex(value)) {
    report.wrongValue(path, vertexIncomplete);
  }
  return true;
}

const incomplete =
  "Invalid configuration. It must have either 'provider' and 'api_key', or 'strategy' and 'targets', or 'cache', or 'retry', or 'request_timeout'";
const vertexIncomplete =
  "Invalid configuration. ('vertex_project_id' and 'vertex_region') or ('vertex_service_account_json' and 'vertex_region') are required for 'vertex-ai' provider. Example: { 'provider': 'vertex-ai', 'vertex_project_id': 'my-project-id', 'vertex_region': 'us-central1', api_key: 'ya29...' }";

/** Any one of these is enough of a configuration. */
const enough =
  'cache retry request_timeout after_request_hooks before_request_hooks input_guardrails output_guardrails'.split(
    ' ',
  );

function isComplete(config: Fields): boolean {
  const has = (name: string) => own(config, name) !== undefined;
  const provider = own(config, 'provider');
  return (
    (has('provider') && has('api_key')) ||
    (has('strategy') && has('targets')) ||
    enough.some((name) => Boolean(own(config, name))) ||
    provider === 'ollama' ||
    provider === 'triton' ||
    (Boolean(own(config, 'aws_access_key_id')) && Boolean(own(config, 'aws_secret_access_key'))) ||
    (provider === 'vertex-ai' && isVertex(config)) ||
    (provider === 'azure-openai' && Boolean(own(config, 'azure_auth_mode')))
  );
}

function isVertex(config: Fields): boolean {
  const account = own(config, 'vertex_service_account_json') ?? own(config, 'vertex_project_id');
  return Boolean(own(config, 'vertex_region')) && Boolean(account);
}
