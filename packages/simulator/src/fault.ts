import { invalidConfig, readOptions } from '@llm-router/core';

/** Everything that can be made to go wrong. */
export const faultKinds = [
  'server-error',
  'overloaded',
  'quota-exhausted',
  'connection-reset',
  'stall',
  'cut-stream',
  'error-frame',
  'slow-first-token',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A request as the `matches` of a fault sees it. */
export interface SimulatedRequest {
  /** Counts the model's requests from 1. */
  readonly number: number;
  readonly model: string;
  readonly stream: boolean;
  readonly inputTokens: number;
  /** The parsed body, as it came. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** When a fault strikes: all of these have to hold. */
export interface FaultCondition {
  /** 0 to 1. @defaultValue 1 */
  readonly probability?: number;
  /** Active from then on, in milliseconds since the simulator was made. @defaultValue 0 */
  readonly fromMs?: number;
  /** Active before then, in milliseconds since the simulator was made. @defaultValue Infinity */
  readonly untilMs?: number;
  /** Picks requests. @defaultValue all */
  readonly matches?: (request: SimulatedRequest) => boolean;
}

/** A 500, or a 503 that is a 529 on Anthropic's wire. */
export interface StatusFault extends FaultCondition {
  readonly kind: 'server-error' | 'overloaded';
  /** `'html'` is a proxy's error page. @defaultValue `'json'` */
  readonly body?: 'json' | 'html';
  /** Milliseconds before it strikes. @defaultValue 0 */
  readonly delayMs?: number;
}

/** A 429 for want of money, or a connection that breaks before any answer. */
export interface EarlyFault extends FaultCondition {
  readonly kind: 'quota-exhausted' | 'connection-reset';
  /** Milliseconds before it strikes. @defaultValue 0 */
  readonly delayMs?: number;
}

/** Silence, until the client gives up. */
export interface StallFault extends FaultCondition {
  readonly kind: 'stall';
  /** Frames of a stream before the silence. Absent, and for JSON: the headers never come. */
  readonly afterChunks?: number;
}

/** A stream that ends without saying so; it strikes streams only. */
export interface CutFault extends FaultCondition {
  readonly kind: 'cut-stream';
  /**
   * Frames before the cut. The first of OpenAI's carries only the role, the first three of
   * Anthropic's no content. @defaultValue 3
   */
  readonly afterChunks?: number;
  /** `'quiet'`: the body ends as if it were whole; `'reset'`: the socket breaks. @defaultValue `'quiet'` */
  readonly ending?: 'quiet' | 'reset';
}

/** An error inside a stream whose status was 200; it strikes streams only. */
export interface ErrorFrameFault extends FaultCondition {
  readonly kind: 'error-frame';
  /** Frames before the error. @defaultValue 3 */
  readonly afterChunks?: number;
}

/** The headers come in time, the first token late; a JSON answer is late as a whole. */
export interface SlowFault extends FaultCondition {
  readonly kind: 'slow-first-token';
  /** Milliseconds on top of the model's own latency. */
  readonly delayMs: number;
}

export type Fault = StatusFault | EarlyFault | StallFault | CutFault | ErrorFrameFault | SlowFault;

/** A checked fault with its defaults. */
export interface FaultSettings extends Required<FaultCondition> {
  readonly kind: FaultKind;
  readonly delayMs: number;
  readonly body: 'json' | 'html';
  /** Absent: before the headers. */
  readonly afterChunks?: number;
  readonly ending: 'quiet' | 'reset';
}

type FaultField = 'delayMs' | 'body' | 'afterChunks' | 'ending';

const fieldsOf: Readonly<Record<FaultKind, readonly FaultField[]>> = {
  'server-error': ['delayMs', 'body'],
  overloaded: ['delayMs', 'body'],
  'quota-exhausted': ['delayMs'],
  'connection-reset': ['delayMs'],
  stall: ['afterChunks'],
  'cut-stream': ['afterChunks', 'ending'],
  'error-frame': ['afterChunks'],
  'slow-first-token': ['delayMs'],
};

/**
 * Checks a list of faults and fills in their defaults.
 *
 * @throws RouterError `invalid_config`
 */
export function readFaults(where: string, faults: readonly Fault[]): readonly FaultSettings[] {
  if (!Array.isArray(faults)) throw invalidConfig(where, faults, 'a list of faults');
  return faults.map((fault: Fault, index) => readFault(`${where}[${index}]`, fault));
}

function readFault(where: string, fault: Fault): FaultSettings {
  const kind = faultKinds.find((known) => known === fault?.kind);
  if (kind === undefined) {
    throw invalidConfig(`${where}: kind`, fault?.kind, `one of ${faultKinds.join(', ')}`);
  }
  const read = readOptions<FaultCondition & { readonly kind: FaultKind } & FaultExtras>(
    where,
    fault,
    ['kind', 'probability', 'fromMs', 'untilMs', 'matches', ...fieldsOf[kind]],
  );
  const fromMs = read.number('fromMs', { default: 0, min: 0 });
  const delayMs = read.optionalNumber('delayMs', { min: 0 });
  if (kind === 'slow-first-token' && delayMs === undefined) {
    read.fail('delayMs', 'milliseconds of at least 0');
  }
  const afterChunks =
    read.optionalNumber('afterChunks', { min: 0, integer: true }) ??
    (kind === 'stall' ? undefined : 3);
  return {
    kind,
    probability: read.number('probability', { default: 1, min: 0, max: 1 }),
    fromMs,
    untilMs: read.number('untilMs', {
      default: Number.POSITIVE_INFINITY,
      min: fromMs,
      infinite: true,
    }),
    matches: read.callback('matches', () => true),
    delayMs: delayMs ?? 0,
    body: read.oneOf('body', ['json', 'html'], 'json'),
    ...(afterChunks !== undefined && { afterChunks }),
    ending: read.oneOf('ending', ['quiet', 'reset'], 'quiet'),
  };
}

type FaultExtras = { readonly [field in FaultField]?: unknown };
