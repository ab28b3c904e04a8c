import type { ConcurrencyManager } from '@llm-router/concurrency-manager';
import type {
  Alarms,
  AnalyzeRequest,
  CallOptions,
  ChatRequest,
  ClassifyError,
  Clock,
  Deployment,
  Emitter,
  LoadBalancer,
  ModelSelector,
  Provider,
  Random,
  RouterEvent,
} from '@llm-router/core';
import type { ProbingHealthChecker } from '@llm-router/health-checker';
import type { DecisionPolicy } from '@llm-router/retry';
import type { Access } from './access.ts';
import type { Account } from './account.ts';
import type { Circuits } from './circuits.ts';
import type { BegunAnswer } from './continue-stream.ts';
import type { DeploymentStats } from './deployment-stats.ts';
import type { Hedging } from './hedge.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { RouterConfig, Timeouts } from './router-config.ts';
import type { AnswerCache } from './share-loads.ts';
import type { Totals } from './totals.ts';

/** A deployment with what is needed to call it. */
export interface Room {
  readonly deployment: Deployment;
  readonly provider: Provider;
  /** The same as long as its key, address and headers are. */
  readonly access: Access;
  /** One attempt, in milliseconds. */
  readonly attemptMs: number;
  readonly stats: DeploymentStats;
  readonly domains: Domains;
}

/** What a deployment shares with others, and what fails for all of them. */
export interface Domains {
  readonly account: Account;
  readonly endpoint: Endpoint;
}

/** An address. */
export interface Endpoint {
  /** A host, or the provider where it has only its usual one. */
  readonly name: string;
  /** All deployments behind it. */
  readonly deployments: string[];
  /** Those of them that have timed out since any of them answered. */
  readonly silent: Set<string>;
}

/** What the houses of one router have in common, one after the other. */
export interface Live {
  /** The one that calls enter now; none before anyone has moved in. */
  house?: House;
}

/**
 * Everything that a request passes through, wired once from the configuration. A request keeps the
 * house that it entered, whatever is configured meanwhile.
 */
export interface House {
  readonly live: Live;
  /** How a request that sees less than the whole house sees another one. */
  readonly view?: (house: House) => House;
  readonly totals: Totals;
  readonly config: RouterConfig;
  readonly rooms: ReadonlyMap<string, Room>;
  /** Alias → deployment or model ids. */
  readonly models: Readonly<Record<string, readonly string[]>>;
  readonly defaultModel: string | undefined;
  readonly selector: ModelSelector;
  readonly balancer: LoadBalancer;
  readonly admission: ConcurrencyManager;
  readonly analyze: AnalyzeRequest;
  /** `undefined`: nothing is cached. */
  readonly cache: AnswerCache | undefined;
  /** `undefined`: nothing is ever left alone. */
  readonly circuits: Circuits | undefined;
  readonly health: ProbingHealthChecker;
  /** Agent type → model. */
  readonly agents: Readonly<Record<string, string>>;
  readonly classify: ClassifyError;
  readonly policy: DecisionPolicy;
  readonly maxAttempts: number;
  /** Whether an account that can pay for part of an answer is asked for that. */
  readonly shrinksOutput: boolean;
  /** `undefined`: retries are not counted. */
  readonly retryBudget: RetryBudget | undefined;
  /** `undefined`: nobody is asked beside another. */
  readonly hedging: Hedging | undefined;
  readonly fallbacks: Fallbacks;
  readonly fallsBack: boolean;
  readonly spillAfterMs: number;
  readonly timeouts: Required<Timeouts>;
  /** Keys with a limit of money: nobody of unknown price takes from them. */
  readonly moneyKeys: ReadonlySet<string>;
  /** Keys of limits that every request of a tenant takes from. */
  readonly sharedPools: (tenant: string) => readonly string[];
  readonly clock: Clock;
  readonly random: Random;
  readonly alarms: Alarms;
  readonly events: Emitter<RouterEvent>;
}

/** Where else requests go after failures of some kinds. */
export interface Fallbacks {
  readonly contextLength: readonly string[] | undefined;
  readonly contentPolicy: 'fail' | 'next' | readonly string[];
  readonly default: readonly string[] | undefined;
  /** What who continues a broken stream is told; `undefined`: nobody does. */
  readonly goOnPrompt: string | undefined;
}

/** One call on its way through the house. */
export interface Call {
  readonly request: ChatRequest;
  readonly options: CallOptions;
  readonly tenant: string;
  /** Names that count in the place of the request's model, best first. */
  readonly models?: readonly string[];
  /** It asks for less than the caller did, as an account can pay for no more. */
  readonly isShrunk?: boolean;
  /** An answer of which only the rest is wanted. */
  readonly begun?: BegunAnswer;
  /** Epoch milliseconds; `Infinity` for none. */
  readonly deadline: number;
}

/** The house that is configured now. */
export function currentHouse(house: House): House {
  const { live, view } = house;
  if (live.house === undefined) return house;
  return view === undefined ? live.house : view(live.house);
}
