import type { Ask, Reading } from './wire.ts';

/** A mistake in a request. It never leaves {@link readOrRefuse}. */
export class Mistake extends Error {
  /** The field that it is in; `null` where it is in none. */
  readonly field: string | null;
  /** A machine code, on wires that have them. */
  readonly code: string | null;

  constructor(message: string, field: string | null = null, code: string | null = null) {
    super(message);
    this.field = field;
    this.code = code;
  }
}

/** What was read, or the refusal of what could not be. */
export function readOrRefuse(read: () => Ask): Reading {
  try {
    return { kind: 'ask', ask: read() };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const { message, field, code } = error;
    return { kind: 'refusal', refusal: { reason: 'invalid-request', message, field, code } };
  }
}
