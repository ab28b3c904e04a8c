import type { ProviderAccess } from '../provider-profile.ts';

/** The providers of Anthropic's messages wire, and how each is reached. */
export const messagesProfiles: Readonly<Record<string, ProviderAccess>> = {
  anthropic: {
    baseUrl: 'https://api.anthropic.com',
    keyVariable: 'ANTHROPIC_API_KEY',
    keyHeader: 'x-api-key',
    headers: { 'anthropic-version': '2023-06-01' },
    wireOptions: ['defaultMaxTokens'],
  },
};
