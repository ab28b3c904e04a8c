import type { FieldReader } from './field-reader.ts';
import type { PortableBreaker } from './portable-config.ts';

/** A breaker and where it stands. */
export interface Breaker {
  readonly place: string;
  readonly options: PortableBreaker;
}

/** Reads `cb_config`, which stands at the top or in a strategy; both are documented. */
export function readBreaker(reader: FieldReader, onBreaker: (breaker: Breaker) => void): void {
  const given = reader.record('cb_config');
  if (given === undefined) return;
  const failures = given.number('failure_threshold');
  const percentage = given.number('failure_threshold_percentage');
  const volume = given.number('minimum_requests');
  const openMs = given.number('cooldown_interval');
  given.end({ failure_status_codes: 'is not understood: what speaks against a provider does' });
  const rate = percentage !== undefined && percentage < 100;
  onBreaker({
    place: given.place,
    options: {
      ...(failures !== undefined && failures >= 1 && { failureThreshold: Math.floor(failures) }),
      ...(rate && {
        failureThreshold: { percentage, ...(volume && { volume: Math.ceil(volume) }) },
      }),
      ...(openMs && { openMs, maxOpenMs: openMs }),
    },
  });
  const unused = {
    failure_threshold: failures !== undefined && (rate || failures < 1),
    failure_threshold_percentage: percentage !== undefined && !rate,
    minimum_requests: volume !== undefined && !(rate && volume > 0),
    cooldown_interval: openMs === 0,
  };
  for (const [name, isUnused] of Object.entries(unused)) {
    if (isUnused) given.warn(name, 'has no use beside the others, or as it is. It is left out');
  }
}
