import type { ProviderCall } from '@llm-router/core';
import { openBody } from './body-reader.ts';
import type { Transport } from './transport.ts';

/** Asks for something cheap and reads none of it; throws where the provider is not well. */
export async function probe(transport: Transport, path: string, call: ProviderCall): Promise<void> {
  const { response } = await transport.get(path, call);
  openBody(response, call.signal).cancel();
}
