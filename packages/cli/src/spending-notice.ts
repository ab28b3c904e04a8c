import {
  type Clock,
  type Cost,
  formatUsd,
  type Price,
  priceUsage,
  unknownCost,
} from '@llm-router/core';
import { formatCount, formatPrice, formatTable } from './format.ts';
import { assumedOutputTokens, type Survey } from './prompt-source.ts';
import type { RealModel } from './real-providers.ts';

/** Time to think better of it, in seconds. */
const noticeSeconds = 5;

/** What is about to be sent to whom, and what it may cost, in lines. It shows no key. */
export function describeSpending(models: readonly RealModel[], survey: Survey): readonly string[] {
  const rows = models.map(({ provider, model, keyVariable, baseUrl, price }) => [
    `  ${provider}/${model}`,
    `key from ${keyVariable}`,
    price ? formatPrice(price) : 'price unknown',
    price ? `${formatUsd(estimate(survey, price))} if it answers all` : 'cost unknown',
    baseUrl === undefined ? '' : `at ${withoutQuery(baseUrl)}`,
  ]);
  return [
    'Real providers will be asked, and they cost money:',
    ...formatTable(rows, 'left'),
    `${formatCount(survey.prompts)} prompts: about ${formatCount(survey.inputTokens)} tokens in and ${formatCount(survey.outputTokens)} out, assuming ${assumedOutputTokens} for an answer where the prompt sets no lower maximum.`,
    'The cheapest goes first; the others answer what it cannot. Retries and long reasoning cost more.',
    'Prices are list prices of November 2026. Answers are counted, not kept. --simulated spends nothing.',
  ];
}

function estimate({ inputTokens, outputTokens }: Survey, price: Price): Cost {
  const usage = { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
  const { nanoUsd } = priceUsage(usage, price);
  return nanoUsd === null ? unknownCost : { nanoUsd, exactness: 'estimated' };
}

/** Waits before anything is spent; `false` where the signal came first. */
export async function waitForSecondThoughts(
  clock: Clock,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<boolean> {
  say(`Starting in ${noticeSeconds} seconds; Ctrl-C stops it before anything is spent.`);
  return clock.sleep(noticeSeconds * 1000, signal).then(
    () => true,
    () => false,
  );
}

/** Some put a key into the query. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '');
}
