import type { ErrorCategory, ErrorClassification } from '@llm-router/core';
import type { Failure } from './failure.ts';

type LimitKind = NonNullable<ErrorClassification['limit']>;

/** Which limit the words of a refusal name; the first that fits. */
const patterns: readonly (readonly [LimitKind, RegExp])[] = [
  ['day', /per[ _-]?day\b|\/ ?day\b|\bdaily\b|for the day\b|\b[RT]PD\b|per 86,?400 ?s|ByDay\b/i],
  ['concurrency', /concurren|in[- ]flight|simultaneous/i],
  ['burst', /\bburst|acceleration|increase rate/i],
  ['tokens', /\btokens?[ _-](?:per|rate|quota|count)|\b[IO]?TPM\b|too many tokens|tokens?\/min/i],
  [
    'requests',
    /\brequests?[ _-](?:per|rate|quota)|\bRPM\b|call rate|calls ?\/|too many requests|requests?\/min/i,
  ],
];

/** Vendors that say it in a machine word. */
const words: readonly (readonly [LimitKind, string])[] = [
  ['tokens', 'tokens'],
  ['requests', 'requests'],
];

/** Money; only asked of an exhausted quota, for rate limits advertise the paid plan. */
const spend = /\bspend|\bcredits?\b|\bbalance\b|\bbilling\b|\bbudget\b|余额|额度/i;

/** A limit that lasts longer than a day, which has no name of its own. */
const longWindow =
  /(?:per|\/)[ _-]?(?:week|month)\b|\b(?:weekly|monthly) (?:\w+ )?(?:limit|quota|cap|usage)/i;

/** Which limit refused, as far as it says. */
export function limitKind(failure: Failure, category: ErrorCategory): LimitKind | undefined {
  const byText = patterns.find(([, pattern]) => pattern.test(failure.text))?.[0];
  const kind = byText ?? words.find(([, word]) => failure.words.has(word))?.[0];
  if (kind !== undefined || category !== 'quota_exhausted') return kind;
  return spend.test(failure.text) ? 'spend' : undefined;
}

/** Whether the limit that refused is a week's or a month's. */
export function isLongWindow(failure: Failure): boolean {
  return longWindow.test(failure.text);
}

const moment =
  /(?:requests|tokens|calls) ?(?:\/|per)[ _]?(?:minute|min|second)\b|\bconcurrent (?:requests|calls)\b/i;

/** Whether a refusal speaks of a limit of the moment, whatever it is called, and of nothing to be paid. */
export function isOfTheMoment(failure: Failure): boolean {
  const { text } = failure;
  return (
    moment.test(text) && !spend.test(text) && !isLongWindow(failure) && !/\bday\b|daily/i.test(text)
  );
}
