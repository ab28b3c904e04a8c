import type { Hit } from '@llm-router/simulator';
import type { RouterConfig } from 'llm-router';

/** The models that answer a run. */
export interface Fleet {
  readonly kind: 'simulated' | 'real';
  /** The best first. */
  readonly deployments: RouterConfig['deployments'];
  /** Prompts in progress at once. */
  readonly concurrency: number;
  /** The simulated models' own record; absent where providers are real. */
  readonly hits?: () => readonly Hit[];
  close(): Promise<void>;
}
