import { type Clock, isSecret, readOptions, type Secret, systemClock } from '@llm-router/core';
import {
  expectApart,
  expectCounts,
  expectSame,
  expectStreamedAnswer,
  expectUnchanged,
  expectWholeAnswer,
} from './checks/answer-checks.ts';
import { type CheckBench, createCheckBench } from './checks/check-bench.ts';
import {
  expectNoSecret,
  expectOneRequest,
  expectRateLimit,
  expectThrown,
  expectTold,
} from './checks/failure-checks.ts';
import { type ProviderTrials, type TrialName, trialNames } from './checks/provider-trials.ts';
import { settle, toError } from './checks/settle.ts';
import {
  expectLeaving,
  expectStoppedBefore,
  expectStoppedInStream,
  expectStoppedWaiting,
} from './checks/stop-checks.ts';
import { readTrialRequest, type TrialRequest } from './checks/trial-request.ts';

/** One promise of a provider, for any test framework. */
export interface ProviderCheck {
  readonly name: string;
  /** Rejects with an `Error` that says what was wrong. */
  run(): Promise<void>;
}

/** Options of {@link providerChecks}. */
export interface ProviderChecksOptions {
  /** What is asked. @defaultValue a short question with a system message and a part of text */
  readonly request?: TrialRequest;
  /**
   * The longest that a whole call, a first piece or a stop may take, in milliseconds, from 1.
   * @defaultValue 2000
   */
  readonly limitMs?: number;
  /** Measures the limit. @defaultValue the system's clock */
  readonly clock?: Clock;
  /**
   * Keys and tokens that no error may show. Let the servers repeat them, as careless ones do.
   * @defaultValue none
   */
  readonly secrets?: readonly (string | Secret)[];
  /** Whether there are HTTP responses, each to be told of; else one is told at most. @defaultValue true */
  readonly overHttp?: boolean;
}

/**
 * The promises that a provider keeps so that the router can rely on it, for one's own provider to be
 * tested against. Each server that is not given leaves its checks out.
 *
 * @throws RouterError `invalid_config` for a trial or an option that cannot be used.
 * @example
 * const trials = { answering: () => createMine(good), refusing: () => createMine(busy) };
 * for (const { name, run } of providerChecks(trials)) test(name, run);
 */
export function providerChecks(
  trials: ProviderTrials,
  options: ProviderChecksOptions = {},
): readonly ProviderCheck[] {
  readTrials(trials);
  const known = ['request', 'limitMs', 'clock', 'secrets', 'overHttp'] as const;
  const read = readOptions('providerChecks', options, known);
  const secrets = readSecrets(options.secrets ?? [], () =>
    read.fail('secrets', 'a list of strings and secrets, none of them empty'),
  );
  const request = readTrialRequest(options.request, () =>
    read.fail('request', 'a chat request with a list of messages, as JSON knows it'),
  );
  const overHttp = read.boolean('overHttp', true);
  const bench = createCheckBench({
    trials,
    request,
    limitMs: read.number('limitMs', { default: 2000, min: 1 }),
    clock: read.object<Clock>('clock', ['now', 'sleep'], systemClock),
  });
  return plan(overHttp, secrets)
    .filter(({ needs }) => needs === undefined || trials[needs] !== undefined)
    .map(({ name, expect }) => ({ name, run: () => runCheck(() => expect(bench)) }));
}

async function runCheck(expect: () => Promise<void>): Promise<void> {
  const outcome = await settle(expect);
  if (!outcome.ok) throw toError(outcome.error);
}

interface Planned {
  readonly name: string;
  /** The server without which there is nothing to check. */
  readonly needs?: TrialName;
  readonly expect: (bench: CheckBench) => Promise<void>;
}

function plan(overHttp: boolean, secrets: readonly string[]): readonly Planned[] {
  return [
    { name: 'gives a whole answer', expect: expectWholeAnswer },
    { name: 'streams an answer', expect: expectStreamedAnswer },
    { name: 'streams what it answers whole', expect: expectSame },
    { name: 'counts usage in whole numbers', expect: expectCounts },
    { name: 'does not change its request', expect: expectUnchanged },
    { name: 'keeps calls at the same time apart', expect: expectApart },
    { name: 'tells of its response once and in time', expect: (on) => expectTold(on, overHttp) },
    { name: 'sends one request for one call', expect: expectOneRequest },
    { name: 'sends nothing once it is stopped', expect: expectStoppedBefore },
    { name: 'stops while it waits', needs: 'silent', expect: expectStoppedWaiting },
    { name: 'stops in the middle of a stream', needs: 'stalled', expect: expectStoppedInStream },
    { name: 'lets its reader leave early', expect: expectLeaving },
    { name: 'rejects as a rate limit with its wait', needs: 'refusing', expect: expectRateLimit },
    {
      name: 'throws where its answer is cut',
      needs: 'cut',
      expect: (on) => expectThrown(on, 'cut'),
    },
    {
      name: 'throws where its answer is malformed',
      needs: 'broken',
      expect: (on) => expectThrown(on, 'broken'),
    },
    ...(secrets.length > 0
      ? [{ name: 'shows no key', expect: (on: CheckBench) => expectNoSecret(on, secrets) }]
      : []),
  ];
}

function readTrials(trials: ProviderTrials): void {
  const read = readOptions('providerChecks: trials', trials, trialNames);
  for (const name of trialNames) {
    const isMissing = trials[name] === undefined && name !== 'answering';
    if (!isMissing && typeof trials[name] !== 'function') {
      read.fail(name, 'a function that makes the provider before that server');
    }
  }
}

function readSecrets(
  secrets: readonly (string | Secret)[],
  refuse: () => never,
): readonly string[] {
  if (!Array.isArray(secrets)) return refuse();
  return secrets.map((secret) => {
    const text = isSecret(secret) ? secret.reveal() : secret;
    return typeof text === 'string' && text !== '' ? text : refuse();
  });
}
