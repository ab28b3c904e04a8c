import type { Incoming } from './wire.ts';

/** The token of an `authorization: Bearer …` header. */
export function readBearerToken({ headers }: Incoming): string | undefined {
  return /^bearer\s+(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1];
}
