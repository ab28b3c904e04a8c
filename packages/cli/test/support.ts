import {
  addCosts,
  type Cost,
  type Ledger,
  type LedgerAttempt,
  RouterError,
} from '@llm-router/core';
import type { BatchItem, ChatResult } from 'llm-router';
import type { Environment, Output } from '../src/environment.ts';
import { run } from '../src/index.ts';

/** An output that remembers what was written. */
export function createCapture(isTerminal = false): Output & { readonly text: () => string } {
  const pieces: string[] = [];
  return {
    isTerminal,
    write: (text) => {
      pieces.push(text);
    },
    text: () => pieces.join(''),
  };
}

/** Runs a command in surroundings of its own: no variables, no Ctrl-C. */
export async function runWith(
  argv: readonly string[],
  given: Partial<Environment> = {},
  seen: Pick<Output, 'isTerminal' | 'columns'> = { isTerminal: false },
): Promise<{ exitCode: number; out: string; err: string }> {
  const stdout = { ...createCapture(), ...seen };
  const stderr = createCapture();
  const own = {
    variables: {},
    stdout,
    stderr,
    onInterrupt: () => () => {},
    onOutputLost: () => {},
  };
  const exitCode = await run(argv, { ...own, ...given });
  return { exitCode, out: stdout.text(), err: stderr.text() };
}

export const priced = (nanoUsd: number): Cost => ({ nanoUsd, exactness: 'priced' });

/** `'small'` answered; `'small 500'` failed with that status. */
export function ledgerOf(
  steps: readonly string[],
  more: Partial<Ledger> & { readonly nanoUsd?: number } = {},
): Ledger {
  const { nanoUsd = 100, ...given } = more;
  const attempts = steps.map((step, index) => attemptOf(step, index + 1, nanoUsd));
  const last = attempts.at(-1);
  const isAnswered = last?.outcome === 'ok';
  return {
    version: 1,
    id: 'req_test',
    at: 1_000_000,
    tenant: 'default',
    request: { inputTokens: 10, stream: false },
    cache: 'off',
    candidates: [],
    waits: [],
    attempts,
    ...(isAnswered && { servedBy: last.deployment, usage: last.usage ?? usage }),
    cost: addCosts(attempts.flatMap(({ cost }) => cost ?? [])),
    losses: [],
    outcome: isAnswered ? 'ok' : 'all_failed',
    durationMs: 500,
    overheadMs: 0.5,
    ...given,
  };
}

const usage = { inputTokens: 10, outputTokens: 20, totalTokens: 30 };

function attemptOf(step: string, number: number, nanoUsd: number): LedgerAttempt {
  const [deployment = '', status] = step.split(' ');
  const common = { number, deployment, startedAt: 1_000_000, durationMs: 100 };
  if (status === undefined) {
    return { ...common, outcome: 'ok', usage, cost: priced(nanoUsd) };
  }
  const category = status === '429' ? 'rate_limit' : 'server_error';
  return {
    ...common,
    outcome: 'error',
    error: {
      category,
      status: Number(status),
      retryable: true,
      failover: true,
      severity: 'low',
      action: 'Try again.',
      message: 'It broke',
    },
    decision: { do: 'next' },
  };
}

export function answered(ledger: Ledger): BatchItem {
  const result: ChatResult = {
    text: 'Yes.',
    completion: { id: '1', object: 'chat.completion', created: 1, model: 'm', choices: [] },
    usage: ledger.usage,
    cost: ledger.cost,
    model: 'm',
    provider: 'p',
    deployment: ledger.servedBy ?? '',
    cached: false,
    latencyMs: ledger.durationMs,
    ledger,
  };
  return { index: 0, request: 'Is it?', ok: true, result };
}

export function failed(
  ledger: Ledger | undefined,
  details: Partial<Pick<RouterError, 'code' | 'category' | 'status' | 'message'>> = {},
): BatchItem {
  const { code = 'all_failed', message = 'It broke', ...rest } = details;
  const error = new RouterError(code, message, { ...rest, ...(ledger && { ledger }) });
  return { index: 0, request: 'Is it?', ok: false, error };
}
