import type { ChatRequest } from '@llm-router/core';
import { Untranslatable } from './untranslatable.ts';

/** What happens to a field of a request on a wire that is not OpenAI's. */
export type FieldRule =
  | { readonly is: 'spoken' }
  | {
      /** `lost`: left out and reported. `refused`: the request is not sent. */
      readonly is: 'lost' | 'refused';
      readonly because: string;
      /** Values that ask for nothing. */
      readonly unless?: (value: unknown) => boolean;
    };

/** How one vendor's wire takes the fields of a request. */
export interface FieldRules {
  /** Whose wire it is, as a person would say it. */
  readonly vendor: string;
  /** One rule for each field that {@link ChatRequest} has; the compiler sees that none is missing. */
  readonly rules: Readonly<Record<keyof ChatRequest, FieldRule>>;
  /** The vendor's own fields, which go out as they are. */
  readonly own: readonly string[];
  /** The vendor's own fields that are merged with what is translated. */
  readonly merged: readonly string[];
}

/**
 * Judges every field of a request: what cannot be said is added to `losses`, and what must not be
 * left out throws. Answers the vendor's own fields.
 *
 * @throws Untranslatable
 */
export function judgeFields(
  request: ChatRequest,
  { vendor, rules, own, merged }: FieldRules,
  losses: Set<string>,
): Readonly<Record<string, unknown>> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(request)) {
    if (value === undefined || value === null || merged.includes(name)) continue;
    if (own.includes(name)) {
      kept[name] = value;
      continue;
    }
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof ChatRequest] : undefined;
    if (rule === undefined) losses.add(`${name} was left out: ${vendor} does not know this field`);
    else if (rule.is !== 'spoken' && !rule.unless?.(value)) {
      if (rule.is === 'refused')
        throw new Untranslatable(`${name} cannot be sent: ${rule.because}`);
      losses.add(`${name} was left out: ${rule.because}`);
    }
  }
  return kept;
}
