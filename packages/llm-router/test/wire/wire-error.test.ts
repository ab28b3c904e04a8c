import {
  type ErrorCategory,
  type Ledger,
  RouterError,
  type RouterErrorCode,
} from '@llm-router/core';
import { toWireError } from 'llm-router';

function ledgerOf(categories: readonly ErrorCategory[], by?: 'limit' | 'context'): Ledger {
  const attempts = categories.map((category, index) => ({
    number: index + 1,
    deployment: 'd',
    startedAt: 1,
    durationMs: 1,
    outcome: 'error' as const,
    error: {
      category,
      retryable: false,
      failover: true,
      severity: 'low' as const,
      action: '',
      message: '',
    },
  }));
  return {
    version: 1,
    id: 'req_1',
    at: 1,
    tenant: 'default',
    request: { inputTokens: 1, stream: false },
    cache: 'off',
    candidates: by === undefined ? [] : [{ deployment: 'd', rank: 0, verdict: 'refused', by }],
    waits: [],
    attempts,
    cost: { nanoUsd: 0, exactness: 'priced' },
    losses: [],
    durationMs: 1,
    overheadMs: 0,
  };
}

it.each<[RouterErrorCode, number]>([
  ['invalid_request', 400],
  ['model_not_found', 404],
  ['deadline_exceeded', 504],
  ['queue_full', 429],
  ['budget_exceeded', 429],
  ['circuit_open', 503],
  ['closed', 503],
  ['aborted', 499],
  ['stream_broken', 502],
  ['invalid_config', 500],
])('%s has the status %i and its own code', (code, status) => {
  expect(toWireError(new RouterError(code, 'Words.'))).toEqual({ status, code, message: 'Words.' });
});

it.each<[ErrorCategory, number, string]>([
  ['rate_limit', 429, 'rate_limit'],
  ['server_error', 502, 'server_error'],
  ['overloaded', 503, 'overloaded'],
  ['auth', 401, 'auth'],
  ['timeout', 504, 'timeout'],
  ['quota_exhausted', 429, 'quota_exhausted'],
  ['unknown', 502, 'all_failed'],
])('attempts of which %s says most come to %i', (category, status, code) => {
  const error = new RouterError('all_failed', 'Words.', { category });
  expect(toWireError(error)).toMatchObject({ status, code });
});

it('a deadline that only limits stood before is a 429 with the wait; one that ran out on the wire is a 504', () => {
  const details = { retryAfterMs: 2500, ledger: ledgerOf([]) };
  expect(toWireError(new RouterError('deadline_exceeded', 'Words.', details))).toMatchObject({
    status: 429,
    retryAfterMs: 2500,
  });
  const tried = { retryAfterMs: 2500, ledger: ledgerOf(['timeout']) };
  expect(toWireError(new RouterError('deadline_exceeded', 'Words.', tried)).status).toBe(504);
  const refused = { ...tried, category: 'rate_limit' } as const;
  expect(toWireError(new RouterError('deadline_exceeded', 'Words.', refused)).status).toBe(429);
});

it('nobody to serve it is a 503 where time mends it, else a 400', () => {
  const by = (one: 'limit' | 'context') =>
    toWireError(new RouterError('no_candidate', 'Words.', { ledger: ledgerOf([], one) })).status;
  expect([by('limit'), by('context')]).toEqual([503, 400]);
});

it('what is no error of the router is a 500 that shows nothing of it', () => {
  const { status, message } = toWireError(new Error('secret inside'));
  expect(status).toBe(500);
  expect(message).not.toContain('secret');
});
