import {
  type Credits,
  type Provider,
  type ProviderCall,
  type ProviderResponse,
  toNanoUsd,
} from '@llm-router/core';
import { fieldsOf, isObject, listOf } from './json.ts';
import { isProviderError } from './provider-error.ts';
import type { ProviderSettings } from './provider-options.ts';
import type { Transport } from './transport.ts';
import { type AnswerReading, readWholeAnswer } from './whole-answer.ts';

/** What asking for credits needs of a wire. */
export interface CreditsWire extends AnswerReading {
  readonly settings: ProviderSettings;
  readonly transport: Transport;
}

/** Asks for a path and answers its JSON. */
type Ask = (path: string) => Promise<unknown>;

/** `undefined` where the answer tells nothing of money. */
type ReadCredits = (ask: Ask, baseUrl: URL) => Promise<Credits | undefined>;

/** The providers that tell what is left, and how each does. */
const readers: Readonly<Record<string, ReadCredits>> = {
  openrouter: readOpenRouter,
  deepseek: readDeepSeek,
  moonshot: readMoonshot,
};

/** `credits` for a provider that tells; nothing for any other. */
export function creditsOf(name: string, wire: CreditsWire): Pick<Provider, 'credits'> {
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
  return read === undefined ? {} : { credits: (call = {}) => askCredits(read, wire, call) };
}

async function askCredits(
  read: ReadCredits,
  wire: CreditsWire,
  { signal, onResponse }: ProviderCall,
): Promise<Credits> {
  let head: ProviderResponse | undefined;
  const call: ProviderCall = {
    ...(signal && { signal }),
    onResponse: (response) => {
      head = response;
    },
  };
  const ask = async (path: string) =>
    (await readWholeAnswer(wire, await wire.transport.get(path, call), call)).answer;
  try {
    const credits = await read(ask, wire.settings.baseUrl);
    if (credits !== undefined) return credits;
  } finally {
    // Once, though there may have been two.
    if (head !== undefined) onResponse?.(head);
  }
  const nothing = { status: 200, headers: new Map<string, string>() };
  throw wire.failures.unusable(head ?? nothing, 'The answer tells no balance.');
}

/** Only a management key may see the account; any other sees what it may spend itself. */
async function readOpenRouter(ask: Ask): Promise<Credits | undefined> {
  try {
    const { data } = fieldsOf<'data'>(await ask('/credits'));
    const account = fieldsOf<'total_credits' | 'total_usage'>(data);
    const [bought, used] = [amountOf(account.total_credits), amountOf(account.total_usage)];
    if (bought === null || used === null) return undefined;
    return { balanceNanoUsd: bought - used, usedNanoUsd: used };
  } catch (error) {
    if (!isProviderError(error) || error.status !== 403) throw error;
  }
  const { data } = fieldsOf<'data'>(await ask('/key'));
  if (!isObject(data)) return undefined;
  const key = fieldsOf<'limit_remaining' | 'usage'>(data);
  return { balanceNanoUsd: amountOf(key.limit_remaining), usedNanoUsd: amountOf(key.usage) };
}

/** An account has a balance in each of its currencies; yuan are not converted. */
async function readDeepSeek(ask: Ask): Promise<Credits | undefined> {
  const { balance_infos: infos } = fieldsOf<'balance_infos'>(await ask('/user/balance'));
  if (!Array.isArray(infos)) return undefined;
  const balances = listOf(infos).map((info) => fieldsOf<'currency' | 'total_balance'>(info));
  const dollars = balances.find(({ currency }) => currency === 'USD');
  return { balanceNanoUsd: amountOf(dollars?.total_balance), usedNanoUsd: null };
}

/** The Chinese platform counts in yuan, in the same fields. */
async function readMoonshot(ask: Ask, { hostname }: URL): Promise<Credits | undefined> {
  const { data } = fieldsOf<'data'>(await ask('/users/me/balance'));
  if (!isObject(data)) return undefined;
  const { available_balance: available } = fieldsOf<'available_balance'>(data);
  const balanceNanoUsd = hostname.endsWith('.cn') ? null : amountOf(available);
  return { balanceNanoUsd, usedNanoUsd: null };
}

/** US dollars, as a number or as text; `null` where that is none. */
function amountOf(value: unknown): number | null {
  const isText = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  if (typeof value !== 'number' && !isText) return null;
  const nanoUsd = toNanoUsd(Number(value));
  return Number.isSafeInteger(nanoUsd) ? nanoUsd : null;
}
