import type { Cost, Ledger } from '@llm-router/core';

/** What the router did for an answer, as response headers. */
export function answerHeaders(
  ledger: Ledger,
  { deployment = deploymentOf(ledger), cost = ledger.cost }: AnswerFacts = {},
): Record<string, string> {
  return {
    'x-llm-router-deployment': headerSafe(deployment),
    'x-llm-router-attempts': String(ledger.attempts.length),
    'x-llm-router-cache': ledger.cache,
    'x-llm-router-cost': usdOf(cost),
    'x-llm-router-overhead-ms': String(ledger.overheadMs),
    'x-llm-router-ledger-id': ledger.id,
    // Where the SDKs look for an id to show.
    'x-request-id': ledger.id,
    'request-id': ledger.id,
  };
}

/** What the ledger does not say, or not yet. */
export interface AnswerFacts {
  readonly deployment?: string;
  readonly cost?: Cost;
}

/** Who answered, or who was asked last. */
function deploymentOf({ servedBy, attempts, cache }: Ledger): string {
  return servedBy ?? (cache === 'hit' ? 'cache' : (attempts.at(-1)?.deployment ?? 'none'));
}

/** US dollars, plain: headers hold no other letters. */
function usdOf({ nanoUsd }: Cost): string {
  if (nanoUsd === null) return 'unknown';
  return (nanoUsd / 1e9).toFixed(9).replace(/\.?0+$/, '');
}

/** Ids are the caller's own, and a header takes printable ASCII only. */
function headerSafe(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (letter) =>
    Buffer.from(letter).toString('hex').replace(/../g, '%$&'),
  );
}
