import { createSecret, type Price, type Secret } from '@llm-router/core';
import type { Environment } from './environment.ts';
import type { Fleet } from './fleet.ts';
import { modelPrices } from './model-prices.ts';

/** One model of a provider whose key is in the environment. */
export interface RealModel {
  readonly provider: string;
  readonly model: string;
  readonly keyVariable: string;
  readonly apiKey: Secret;
  readonly baseUrl?: string;
  /** US dollars per million tokens; absent where it is not known. */
  readonly price?: Price;
}

/** The start of a provider's variables, where it is not its own name. */
const variableNames: Readonly<Record<string, string>> = { zhipu: 'ZAI' };

const providers = Object.keys(modelPrices).map((provider) => ({
  provider,
  variable: variableNames[provider] ?? provider.toUpperCase(),
}));

/** The variables that a key is looked for in. */
export const keyVariables: readonly string[] = providers.map(
  ({ variable }) => `${variable}_API_KEY`,
);

/** The models of all providers whose keys are set, the cheapest first and unknown prices last. */
export function findRealModels(variables: Environment['variables']): readonly RealModel[] {
  const read = (name: string) => variables[name]?.trim() || undefined;
  const found = providers.flatMap(({ provider, variable }) => {
    const keyVariable = `${variable}_API_KEY`;
    const apiKey = read(keyVariable);
    if (apiKey === undefined) return [];
    const prices = modelPrices[provider] ?? {};
    const model = read(`${variable}_MODEL`) ?? Object.keys(prices)[0] ?? '';
    const price = Object.hasOwn(prices, model) ? prices[model] : undefined;
    const baseUrl = read(`${variable}_BASE_URL`);
    return [
      {
        provider,
        model,
        keyVariable,
        apiKey: createSecret(apiKey),
        ...(baseUrl !== undefined && { baseUrl }),
        ...(price && { price }),
      },
    ];
  });
  return found.sort((a, b) => dollarsOf(a) - dollarsOf(b));
}

/** For comparison only: as much in as out. */
function dollarsOf({ price }: RealModel): number {
  return price === undefined ? Number.MAX_VALUE : price.input + price.output;
}

/** Describes them to a router. Their limits are learned from their answers. */
export function useRealModels(models: readonly RealModel[]): Fleet {
  return {
    kind: 'real',
    deployments: models.map(({ provider, model, apiKey, baseUrl, price }) => ({
      provider,
      model,
      apiKey,
      ...(baseUrl !== undefined && { baseUrl }),
      ...(price && { price }),
    })),
    // Nobody has told their limits: a volley of all prompts would mostly collect refusals.
    concurrency: 100,
    close: async () => {},
  };
}
