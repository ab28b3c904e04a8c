import { createSecret, invalidConfig, isSecret, readOptions, type Secret } from '@llm-router/core';
import { isObject, parseJson } from '../json.ts';

/** What a Portkey gateway is told of each request; of `createProvider('portkey')` alone. */
export interface PortkeyOptions {
  /** Portkey's name of the provider behind the gateway, for example `openai`; not beside `config`. */
  readonly provider?: string;
  /** The key of the provider behind the gateway. `apiKey` is Portkey's own. */
  readonly providerKey?: string | Secret;
  /** A configuration, as `toPortkeyConfig` writes it, or the id of a saved one. */
  readonly config?: string | object;
  /** A key that Portkey's hosted service keeps. */
  readonly virtualKey?: string | Secret;
  readonly traceId?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The headers, and the keys inside of them. */
export interface PortkeyHeaders {
  readonly headers: Readonly<Record<string, string | Secret>>;
  readonly secrets: readonly string[];
}

const names = ['provider', 'providerKey', 'config', 'virtualKey', 'traceId', 'metadata'] as const;

/** @throws RouterError `invalid_config`; no message shows a key or a configuration */
export function portkeyHeaders(where: string, options: PortkeyOptions): PortkeyHeaders {
  const read = readOptions(where, options, names);
  const { provider, providerKey, config, virtualKey, traceId, metadata } = options;
  for (const name of ['provider', 'traceId'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'string') read.fail(name, 'a text');
  }
  if (metadata !== undefined && !isTextRecord(metadata))
    read.fail('metadata', 'an object of texts');
  const key = readKey(where, 'providerKey', providerKey);
  const virtual = readKey(where, 'virtualKey', virtualKey);
  return {
    headers: {
      ...(provider !== undefined && { 'x-portkey-provider': provider }),
      ...(key !== undefined && { authorization: createSecret(`Bearer ${key}`) }),
      ...(config !== undefined && { 'x-portkey-config': createSecret(write(where, config)) }),
      ...(virtual !== undefined && { 'x-portkey-virtual-key': createSecret(virtual) }),
      ...(traceId !== undefined && { 'x-portkey-trace-id': traceId }),
      ...(metadata && { 'x-portkey-metadata': asciiJson(metadata) }),
    },
    secrets: [...(key === undefined ? [] : [key]), ...keysIn(config)],
  };
}

function readKey(where: string, name: string, key: unknown): string | undefined {
  if (key === undefined) return undefined;
  if (isSecret(key)) return key.reveal();
  if (typeof key === 'string' && key !== '') return key;
  throw invalidConfig(`${where}: ${name}`, typeof key, 'a text or a Secret');
}

function write(where: string, config: string | object): string {
  if (typeof config === 'string' && config !== '') return config;
  if (isObject(config)) return asciiJson(config);
  throw invalidConfig(
    `${where}: config`,
    typeof config,
    'an object, JSON or the id of a saved one',
  );
}

/** JSON that a header can carry. */
function asciiJson(value: object): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isTextRecord(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((field) => typeof field === 'string');
}

const keyName = /key|secret|token/i;
const deepest = 12;

/** Stands for the key of a server that needs none, and is no secret. */
const noKey = 'none';

/** The keys in a configuration: a gateway that repeats one must not put it into an error. */
function keysIn(config: unknown, depth = 0): readonly string[] {
  if (typeof config === 'string') return depth === 0 ? keysIn(parseJson(config), 1) : [];
  if (typeof config !== 'object' || config === null || depth > deepest) return [];
  return Object.entries(config).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'string' || !keyName.test(name)) return keysIn(value, depth + 1);
    return value === noKey ? [] : [value];
  });
}
