import type { Cost, Ledger } from '@llm-router/core';

/** What became of a run. Plain data, in the order in which one asks. */
export interface Report {
  readonly prompts: number;
  readonly answered: number;
  readonly failed: number;
  /** Under way when the run was stopped. */
  readonly interrupted: number;
  readonly notStarted: number;
  /** Answered ÷ (answered + failed); `null` where nothing ended. */
  readonly successRate: number | null;
  readonly wallMs: number;
  /** Answers in a second. */
  readonly requestsPerSecond: number;
  /** Failed attempts included. The three averages are by answer; unknown without any. */
  readonly cost: {
    readonly total: Cost;
    readonly perItem: Cost;
    readonly perThousand: Cost;
    readonly perMillion: Cost;
  };
  /** Attempts that were cut off: their provider may bill them, and no one has said what. */
  readonly attemptsOfUnknownCost: number;
  /** Of the answers, as their providers reported them. */
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly averageInput: number | null;
    readonly averageOutput: number | null;
    /** Answers whose provider reported no usage: they are missing in the sums. */
    readonly answersWithoutUsage: number;
  };
  readonly results: {
    readonly firstAttempt: number;
    /** Another attempt at the deployment that had failed. */
    readonly afterRetry: number;
    /** Another deployment than the one first tried. */
    readonly byFallback: number;
    readonly failed: readonly FailureCount[];
  };
  readonly rateLimits: {
    /** 429s that reached the caller as an error. */
    readonly seenByCaller: number;
    /** 429s that providers sent, most of which nobody noticed. */
    readonly onWire: number;
  };
  readonly deployments: readonly DeploymentReport[];
  readonly fallbacks: readonly FallbackCount[];
  readonly spills: readonly SpillCount[];
  /** The most eventful request, with all that was decided for it. */
  readonly example?: Ledger;
}

/** Failures of one kind. */
export interface FailureCount {
  /** The category and status of the failure, or else the error's code. */
  readonly reason: string;
  readonly count: number;
  /** What the first of them said. */
  readonly message: string;
}

/** Who served what. */
export interface DeploymentReport {
  readonly deployment: string;
  /** On the wire, refused and failed ones included. */
  readonly attempts: number;
  readonly answers: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: Cost;
  /** From the prompt's arrival to its admission and between attempts, over the answers. */
  readonly medianWaitMs: number | null;
  /** On the wire, over the answers. */
  readonly medianLatencyMs: number | null;
}

/** Requests that failed at one deployment and went on to another. */
export interface FallbackCount {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly count: number;
}

/** Requests that went elsewhere because a better deployment was at its limit. */
export interface SpillCount {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** The median of the waits that this spared. */
  readonly medianSparedMs: number;
}
