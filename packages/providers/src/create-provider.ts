import { invalidConfig, type KnownProvider, type Provider, RouterError } from '@llm-router/core';
import { createChatWire } from './chat-wire.ts';
import { checkedProvider } from './checked-provider.ts';
import { geminiProfiles } from './gemini/gemini-profiles.ts';
import { createGeminiWire } from './gemini/gemini-wire.ts';
import { isObject } from './json.ts';
import { vertexPlace } from './messages/messages-place.ts';
import { messagesProfiles } from './messages/messages-profiles.ts';
import { createMessagesWire } from './messages/messages-wire.ts';
import { readOpenRouterOptions } from './openrouter/openrouter-options.ts';
import { withPreferences } from './openrouter/with-preferences.ts';
import { createPortkey } from './portkey/create-portkey.ts';
import { type ProviderOptions, readProviderOptions } from './provider-options.ts';
import { providerProfiles } from './provider-profiles.ts';
import { withClaude } from './with-claude.ts';

/**
 * Makes the client of one provider: one call is one request, without retries and time-outs of its
 * own. Answers and streams come in OpenAI's shape, whatever the server's dialect.
 *
 * @throws RouterError `invalid_config` for an unknown provider, a missing key or a bad option.
 * @example
 * const groq = createProvider('groq', { apiKey: 'gsk_…' });
 * const completion = await groq.chat({ model: 'llama-3.3-70b-versatile', messages });
 */
export function createProvider(
  name: KnownProvider | (string & {}),
  options: ProviderOptions = {},
): Provider {
  if (typeof name !== 'string') {
    throw invalidConfig('createProvider: the name', name, "a provider such as 'openai'");
  }
  if (!isObject(options)) {
    throw invalidConfig(`createProvider('${name}')`, options, 'an object of options');
  }
  return checkedProvider(createUnchecked(name, options));
}

function createUnchecked(name: string, options: ProviderOptions): Provider {
  const chat = find(providerProfiles, name);
  if (chat !== undefined) {
    if (name === 'portkey') return createPortkey(chat, options);
    const provider = createChatWire(name, chat, readProviderOptions(name, options, chat));
    if (options.openrouter === undefined) return provider;
    const where = `createProvider('${name}'): openrouter`;
    return withPreferences(provider, readOpenRouterOptions(where, options.openrouter));
  }
  const messages = find(messagesProfiles, name);
  if (messages !== undefined) {
    return createMessagesWire(name, readProviderOptions(name, options, messages));
  }
  const gemini = find(geminiProfiles, name);
  if (gemini !== undefined) {
    const settings = readProviderOptions(name, options, gemini);
    const own = createGeminiWire(name, gemini, settings);
    if (!gemini.servesClaude) return own;
    return withClaude(own, createMessagesWire(name, settings, vertexPlace));
  }
  return refuse(name);
}

function find<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function refuse(name: string): never {
  const supported = [providerProfiles, messagesProfiles, geminiProfiles]
    .flatMap((profiles) => Object.keys(profiles))
    .join(', ');
  throw new RouterError(
    'invalid_config',
    `createProvider: unknown provider '${String(name)}'. It knows ${supported}; for any other server that speaks OpenAI's wire use 'openai-compatible' with a baseUrl.`,
  );
}
