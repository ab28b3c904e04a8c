import type { Provider } from '@llm-router/core';
import { createChatWire } from '../chat-wire.ts';
import { type ProviderOptions, readProviderOptions } from '../provider-options.ts';
import type { ProviderProfile } from '../provider-profile.ts';
import { portkeyHeaders } from './portkey-headers.ts';

/**
 * Makes the client of a Portkey gateway: OpenAI's wire, with what the gateway is to do in headers. The
 * hosted service needs Portkey's key; a gateway of one's own, at a `baseUrl`, none.
 */
export function createPortkey(profile: ProviderProfile, options: ProviderOptions): Provider {
  const { headers, secrets } = portkeyHeaders(
    "createProvider('portkey'): portkey",
    options.portkey ?? {},
  );
  const { keyVariable, ...withoutKey } = profile;
  const access = options.baseUrl === undefined ? profile : withoutKey;
  const given = { ...options, headers: { ...headers, ...options.headers } };
  const settings = readProviderOptions('portkey', given, access);
  return createChatWire('portkey', access, {
    ...settings,
    secrets: [...settings.secrets, ...secrets],
  });
}
