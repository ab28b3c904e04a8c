import type { ProviderProfile } from './provider-profile.ts';

/** The ids of one request's tool calls, as the server wants them. */
export interface ToolCallIds {
  /** The id to send: the same for a call and its result. */
  sent(id: string): string;
}

const nineAlphanumerics = /^[a-zA-Z0-9]{9}$/;

/**
 * Makes the translation of tool call ids for one request. Mistral takes nine letters or digits only,
 * so that a conversation begun elsewhere needs others; they are counted, so that a longer
 * conversation begins with the same ones and its prompt stays cached.
 */
export function createToolCallIds(accepted: ProviderProfile['toolCallIds']): ToolCallIds {
  const renamed = new Map<string, string>();
  return {
    sent(id) {
      if (accepted === 'any' || nineAlphanumerics.test(id)) return id;
      const known = renamed.get(id) ?? `call${String(renamed.size).padStart(5, '0')}`;
      renamed.set(id, known);
      return known;
    },
  };
}
