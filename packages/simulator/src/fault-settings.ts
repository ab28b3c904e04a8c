import { invalidConfig, type OptionReader, readOptions } from '@llm-router/core';
import {
  type Fault,
  type FaultCondition,
  type FaultKind,
  faultKinds,
  type MalformedForm,
  malformedForms,
  type QuotaKind,
  quotaKinds,
  type RetryAfterForm,
  retryAfterForms,
} from './fault.ts';

/** A checked fault with its defaults. */
export interface FaultSettings extends Required<Omit<FaultCondition, 'times' | 'models'>> {
  readonly kind: FaultKind;
  /** Absent: all. */
  readonly models?: readonly string[];
  /** How many requests it may still strike. */
  readonly strikes: { left: number };
  readonly delayMs: number;
  readonly body: 'json' | 'html';
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly retryAfterForm: RetryAfterForm;
  /** Absent: the wire's own. */
  readonly quota?: QuotaKind;
  /** Absent: before the headers. */
  readonly afterChunks?: number;
  readonly keepAliveMs?: number;
  readonly ending: 'quiet' | 'reset';
  /** Only where the kind is `malformed`. */
  readonly form?: MalformedForm;
}

type FaultField =
  | 'delayMs'
  | 'body'
  | 'status'
  | 'retryAfterMs'
  | 'retryAfterForm'
  | 'quota'
  | 'afterChunks'
  | 'keepAliveMs'
  | 'ending'
  | 'form';

const conditions = ['probability', 'times', 'models', 'fromMs', 'untilMs', 'matches'] as const;
const hint = ['retryAfterMs', 'retryAfterForm'] as const;

const fieldsOf: Readonly<Record<FaultKind, readonly FaultField[]>> = {
  'server-error': ['delayMs', 'body', 'status', ...hint],
  overloaded: ['delayMs', 'body', 'status', ...hint],
  'rate-limit': ['delayMs', ...hint],
  'quota-exhausted': ['delayMs', 'quota'],
  auth: ['delayMs'],
  permission: ['delayMs'],
  'not-found': ['delayMs'],
  'invalid-request': ['delayMs'],
  'context-length': ['delayMs'],
  'content-policy': ['delayMs'],
  'request-timeout': ['delayMs'],
  'connection-reset': ['delayMs'],
  'connection-refused': ['delayMs'],
  'dns-error': ['delayMs'],
  stall: ['afterChunks', 'keepAliveMs'],
  'slow-first-token': ['delayMs'],
  'cut-stream': ['afterChunks', 'ending'],
  'error-frame': ['afterChunks'],
  malformed: ['form', 'afterChunks'],
};

type AnyFault = FaultCondition & { readonly kind: FaultKind } & {
  readonly [field in FaultField]?: unknown;
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
  const read = readOptions<AnyFault>(where, fault, ['kind', ...conditions, ...fieldsOf[kind]]);
  return {
    kind,
    ...readCondition(read, fault),
    ...readStrike(read, kind),
    ...readForm(read, fault),
  };
}

function readCondition(read: OptionReader<AnyFault>, { models }: FaultCondition) {
  const fromMs = read.number('fromMs', { default: 0, min: 0 });
  const unlimited = { default: Number.POSITIVE_INFINITY, infinite: true };
  if (models !== undefined && !isListOfNames(models)) {
    read.fail('models', 'a list of names of models');
  }
  return {
    probability: read.number('probability', { default: 1, min: 0, max: 1 }),
    strikes: { left: read.number('times', { ...unlimited, min: 1, integer: true }) },
    ...(models !== undefined && { models }),
    fromMs,
    untilMs: read.number('untilMs', { ...unlimited, min: fromMs }),
    matches: read.callback<FaultSettings['matches']>('matches', () => true),
  };
}

function readStrike(read: OptionReader<AnyFault>, kind: FaultKind) {
  const delayMs = read.optionalNumber('delayMs', { min: 0 });
  if (kind === 'slow-first-token' && delayMs === undefined) {
    read.fail('delayMs', 'milliseconds of at least 0');
  }
  const afterChunks =
    read.optionalNumber('afterChunks', { min: 0, integer: true }) ??
    (kind === 'stall' ? undefined : 3);
  const keepAliveMs = read.optionalNumber('keepAliveMs', { min: 0, exclusiveMin: true });
  if (keepAliveMs !== undefined && afterChunks === undefined) {
    read.fail('keepAliveMs', 'to stand beside afterChunks: signs of life need a stream');
  }
  return {
    delayMs: delayMs ?? 0,
    ...(afterChunks !== undefined && { afterChunks }),
    ...(keepAliveMs !== undefined && { keepAliveMs }),
    ending: read.oneOf('ending', ['quiet', 'reset'], 'quiet'),
  };
}

function readForm(read: OptionReader<AnyFault>, fault: Fault) {
  const status = read.optionalNumber('status', { min: 500, max: 599, integer: true });
  const retryAfterMs = read.optionalNumber('retryAfterMs', { min: 0 });
  const hasQuota = fault.kind === 'quota-exhausted' && fault.quota !== undefined;
  return {
    body: read.oneOf('body', ['json', 'html'], 'json'),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    retryAfterForm: read.oneOf('retryAfterForm', retryAfterForms, 'seconds'),
    ...(hasQuota && { quota: read.oneOf('quota', quotaKinds, 'openai') }),
    ...(fault.kind === 'malformed' && {
      form: read.oneOf('form', malformedForms, 'broken-json'),
    }),
  };
}

function isListOfNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
