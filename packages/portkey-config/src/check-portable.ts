import { invalidConfig, isSecret } from '@llm-router/core';
import type { PortableConfig } from './portable-config.ts';
import { isRecord } from './record.ts';

/** What a value has to be, and how to say so. */
interface Kind {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

const isText = (value: unknown) => typeof value === 'string';
const isListOf = (fits: Kind['fits']) => (value: unknown) =>
  Array.isArray(value) && value.every(fits);
const isRecordOf = (fits: Kind['fits']) => (value: unknown) =>
  isRecord(value) && Object.values(value).every(fits);

const text: Kind = { expected: 'text', fits: isText };
const key: Kind = {
  expected: 'text or a Secret',
  fits: (value) => isText(value) || isSecret(value),
};
const headers: Kind = { expected: 'an object of names and texts', fits: isRecordOf(key.fits) };
const amount: Kind = { expected: 'a number of at least 0', fits: isAmount };
const place: Kind = { expected: 'a number', fits: Number.isFinite };
const count: Kind = {
  expected: 'a whole number of at least 1',
  fits: (value) => Number.isInteger(value) && isAmount(value) && value !== 0,
};
const codes: Kind = { expected: 'a list of statuses', fits: isListOf(Number.isInteger) };
const object: Kind = { expected: 'an object', fits: isRecord };
const aliases: Kind = {
  expected: 'an object of names and lists of ids',
  fits: isRecordOf(isListOf(isText)),
};
const objectOrFalse: Kind = {
  expected: 'an object or false',
  fits: (value) => value === false || isRecord(value),
};

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

type Shape = Readonly<Record<string, Kind>>;

const deploymentShape: Shape = {
  id: text,
  apiKey: key,
  baseUrl: text,
  headers,
  priority: place,
  weight: amount,
  timeoutMs: amount,
};
const configShape: Shape = {
  models: aliases,
  defaultModel: text,
  retry: object,
  fallback: object,
  cache: objectOrFalse,
  breaker: objectOrFalse,
};
const retryShape: Shape = { maxAttempts: count, onStatusCodes: codes, backoff: object };

/**
 * Refuses a configuration that cannot be meant, before it is taken apart.
 *
 * @throws RouterError `invalid_config` naming the place; no message shows a key
 */
export function checkPortable(config: PortableConfig): void {
  const where = 'toPortkeyConfig: ';
  if (!isRecord(config)) throw invalidConfig(`${where}the configuration`, config, 'an object');
  const { deployments } = config;
  if (!Array.isArray(deployments) || deployments.length === 0) {
    throw invalidConfig(`${where}deployments`, deployments, 'a list of at least one deployment');
  }
  // Not `forEach`, which passes over holes.
  for (const [index, deployment] of deployments.entries()) {
    const own = `${where}deployments[${index}]`;
    if (!isRecord(deployment))
      throw invalidConfig(own, deployment, 'an object { provider, model }');
    checkNeeded(deployment, `${own}.`);
    checkFields(deployment, deploymentShape, `${own}.`);
  }
  checkFields(config, configShape, where);
  checkFields(config.retry, retryShape, `${where}retry.`);
  checkFields(config.fallback, { onStatusCodes: codes }, `${where}fallback.`);
  checkFields(config.cache, { ttlMs: amount }, `${where}cache.`);
}

function checkNeeded(deployment: object, where: string): void {
  for (const name of ['provider', 'model']) {
    const value: unknown = Reflect.get(deployment, name);
    if (!isText(value)) throw invalidConfig(where + name, value, 'text');
  }
}

/** Absent fields are left to their defaults. */
function checkFields(value: unknown, shape: Shape, where: string): void {
  if (!isRecord(value)) return;
  for (const [name, { fits, expected }] of Object.entries(shape)) {
    const field: unknown = Reflect.get(value, name);
    if (field !== undefined && !fits(field)) throw invalidConfig(where + name, field, expected);
  }
}
