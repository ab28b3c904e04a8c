import {
  type Clock,
  createSecret,
  invalidConfig,
  isSecret,
  RouterError,
  readOptions,
  type Secret,
  systemClock,
} from '@llm-router/core';
import { secretsIn, showAddress } from './address-secrets.ts';
import type { OpenRouterOptions } from './openrouter/openrouter-options.ts';
import type { PortkeyOptions } from './portkey/portkey-headers.ts';
import type { ProviderAccess } from './provider-profile.ts';
import type { Fetch } from './transport.ts';

/** Options of `createProvider`. */
export interface ProviderOptions {
  /**
   * Where the wire is served: what the vendor's own SDK calls its base URL.
   * @defaultValue the provider's public address; required for `azure`, `bedrock`, `vertex` and
   * `openai-compatible`
   */
  readonly baseUrl?: string;
  /** Sent in the header that the provider expects. Local servers need none. */
  readonly apiKey?: string | Secret;
  /** The transport. @defaultValue the global `fetch`, looked up at each request */
  readonly fetch?: Fetch;
  /** Sent with every request; wrap a value in `createSecret` to keep it out of errors. */
  readonly headers?: Readonly<Record<string, string | Secret>>;
  /**
   * Whether a stream is asked to report its usage; on OpenAI's wire only.
   * @defaultValue true where the server understands it
   */
  readonly includeUsage?: boolean;
  /**
   * The output limit of requests that set none, in tokens, from 1; on Anthropic's wire only, which
   * cannot do without one.
   * @defaultValue by the model's family, 4,096 to 128,000
   */
  readonly defaultMaxTokens?: number;
  /**
   * What moments in errors are reckoned from, and how long the body of an error is read.
   * @defaultValue `systemClock`
   */
  readonly clock?: Clock;
  /** Fallback models and hosts that may serve; of `openrouter` only. */
  readonly openrouter?: OpenRouterOptions;
  /** What the gateway is to do; of `portkey` only. */
  readonly portkey?: PortkeyOptions;
  /** Largest answer that is read whole, in bytes, from 1,024. @defaultValue 33 554 432 */
  readonly maxResponseBytes?: number;
  /** Largest event of a stream, in characters, from 1,024. @defaultValue 8 388 608 */
  readonly maxEventCharacters?: number;
}

/** The options, checked and completed. */
export interface ProviderSettings {
  readonly baseUrl: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Values that must not appear in any error. */
  readonly secrets: readonly string[];
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** `undefined` where the caller leaves it to the provider's profile. */
  readonly includeUsage: boolean | undefined;
  /** `undefined` where the caller leaves it to the model's family. */
  readonly defaultMaxTokens: number | undefined;
  readonly maxResponseBytes: number;
  readonly maxEventCharacters: number;
}

const optionNames = [
  'baseUrl',
  'apiKey',
  'fetch',
  'headers',
  'clock',
  'maxResponseBytes',
  'maxEventCharacters',
] as const;

/** @throws RouterError `invalid_config`; no message shows a key or a header's value. */
export function readProviderOptions(
  name: string,
  options: ProviderOptions,
  access: ProviderAccess,
): ProviderSettings {
  const where = `createProvider('${name}')`;
  const read = readOptions(where, options, [...optionNames, ...access.wireOptions]);
  const headers = readExtraHeaders(where, options.headers ?? {});
  const key = readKey(where, options, access, headers);
  const baseUrl = readBaseUrl(where, options.baseUrl ?? access.baseUrl, access.exampleUrl);
  const secrets = Object.values(options.headers ?? {}).filter(isSecret);
  return {
    baseUrl,
    headers: { ...access.headers, ...keyHeaderOf(key, access), ...headers },
    secrets: [
      ...(key === undefined ? [] : [key]),
      ...secrets.map((secret) => secret.reveal()),
      ...secretsIn(baseUrl),
    ],
    fetch: read.callback<Fetch>('fetch', (url, init) => globalThis.fetch(url, init)),
    clock: read.object('clock', ['now', 'sleep'], systemClock),
    includeUsage:
      options.includeUsage === undefined ? undefined : read.boolean('includeUsage', true),
    defaultMaxTokens: read.optionalNumber('defaultMaxTokens', { min: 1, integer: true }),
    maxResponseBytes: read.number('maxResponseBytes', {
      default: 32 * 1024 * 1024,
      min: 1024,
      integer: true,
    }),
    maxEventCharacters: read.number('maxEventCharacters', {
      default: 8 * 1024 * 1024,
      min: 1024,
      integer: true,
    }),
  };
}

const printable = /^[\x21-\x7e]+$/;

function readKey(
  where: string,
  { apiKey }: ProviderOptions,
  { keyVariable, keyHeader }: ProviderAccess,
  headers: Readonly<Record<string, string>>,
): string | undefined {
  if (apiKey === undefined || apiKey === '') {
    if (keyVariable === undefined || 'authorization' in headers || keyHeader in headers)
      return undefined;
    throw new RouterError(
      'invalid_config',
      `${where}: apiKey is missing; give the key that is usually kept in the environment variable ${keyVariable}.`,
    );
  }
  if (typeof apiKey !== 'string' && !isSecret(apiKey)) {
    throw invalidConfig(`${where}: apiKey`, apiKey, 'a string or a Secret');
  }
  const key = createSecret(apiKey).reveal();
  // fetch refuses such a header with an error that repeats it.
  if (!printable.test(key)) {
    throw new RouterError(
      'invalid_config',
      `${where}: apiKey holds white space or characters that no HTTP header can carry; remove them (a line end after the key is common).`,
    );
  }
  return key;
}

function keyHeaderOf(
  key: string | undefined,
  { keyHeader }: ProviderAccess,
): Readonly<Record<string, string>> {
  if (key === undefined) return {};
  return { [keyHeader]: keyHeader === 'authorization' ? `Bearer ${key}` : key };
}

const headerName = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;
const headerValue = /^[\x20-\x7e]*$/;

function readExtraHeaders(
  where: string,
  headers: Readonly<Record<string, string | Secret>>,
): Readonly<Record<string, string>> {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) {
    throw invalidConfig(`${where}: headers`, headers, 'an object of header names and values');
  }
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = isSecret(value) ? value.reveal() : value;
    const isGood =
      headerName.test(name.toLowerCase()) && typeof text === 'string' && headerValue.test(text);
    if (!isGood) {
      throw new RouterError(
        'invalid_config',
        `${where}: the header '${name}' is not usable; expected an HTTP header name and a value of printable ASCII characters.`,
      );
    }
    read[name.toLowerCase()] = text;
  }
  return read;
}

function readBaseUrl(
  where: string,
  baseUrl: string | undefined,
  example = 'https://api.example.com/v1',
): URL {
  const expected = `an http or https URL, for example '${example}'`;
  if (baseUrl === undefined) {
    throw new RouterError('invalid_config', `${where}: baseUrl is missing; expected ${expected}.`);
  }
  if (typeof baseUrl !== 'string') throw invalidConfig(`${where}: baseUrl`, baseUrl, expected);
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw invalidConfig(`${where}: baseUrl`, showAddress(baseUrl), expected);
  }
  if (url.username !== '' || url.password !== '') {
    throw new RouterError(
      'invalid_config',
      `${where}: baseUrl holds a user name or a password; give the key as apiKey or in headers.`,
    );
  }
  return url;
}
