export {
  type Decision,
  type DecisionPolicy,
  type DecisionState,
  decideNext,
  failureCode,
} from './decide-next.ts';
export {
  type Attempt,
  type FailedAttempt,
  type RetryOptions,
  type RetryReport,
  retry,
} from './retry.ts';
