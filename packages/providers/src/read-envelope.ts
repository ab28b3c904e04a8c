import type { ChatCompletion } from '@llm-router/core';
import { countOf, fieldsOf, textOf } from './json.ts';

/** What an answer and each of its chunks say around their choices. */
export interface Envelope {
  id: string;
  created: number;
  model: string;
  service_tier?: NonNullable<ChatCompletion['service_tier']>;
  system_fingerprint?: string;
}

const serviceTiers = ['auto', 'default', 'flex', 'scale', 'priority', 'fast'] as const;

/** Reads the envelope; what is missing is taken from `known`: an earlier chunk, or the request. */
export function readEnvelope(answer: object, known: Envelope): Envelope {
  const raw = fieldsOf<'id' | 'created' | 'model' | 'service_tier' | 'system_fingerprint'>(answer);
  const tier = serviceTiers.find((one) => one === raw.service_tier) ?? known.service_tier;
  const fingerprint = textOf(raw.system_fingerprint) ?? known.system_fingerprint;
  return {
    id: textOf(raw.id) || known.id,
    created: countOf(raw.created) || known.created,
    model: textOf(raw.model) || known.model,
    ...(tier !== undefined && { service_tier: tier }),
    ...(fingerprint && { system_fingerprint: fingerprint }),
  };
}

/** The envelope of an answer of which nothing has arrived. */
export function emptyEnvelope(model = ''): Envelope {
  return { id: '', created: 0, model };
}
