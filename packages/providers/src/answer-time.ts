import type { ProviderResponse } from '@llm-router/core';

/** When the server says that it answered, in epoch seconds, for wires that tell no time; 0 if unsaid. */
export function readAnswerTime({ headers }: ProviderResponse): number {
  const epochMs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(epochMs) ? 0 : Math.floor(epochMs / 1000);
}
