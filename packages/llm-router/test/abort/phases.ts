import type { Silence } from './hosts.ts';

/** Where a call stands when its caller leaves. */
export type Moment =
  | 'before sending'
  | 'in the queue'
  | 'while connecting'
  | 'before headers'
  | 'before content'
  | 'in mid-stream';

/** One way to leave a call. */
export interface Phase {
  readonly name: string;
  readonly moment: Moment;
  readonly kind: 'chat' | 'stream' | 'result';
  readonly by: 'signal' | 'loop';
  readonly model: Silence;
  /** Whether a request is under way upstream, which then has to be broken off. */
  readonly isUpstream: boolean;
}

function phase(
  moment: Moment,
  kind: Phase['kind'],
  model: Silence,
  by: Phase['by'] = 'signal',
): Phase {
  const isUpstream = !['before sending', 'in the queue', 'while connecting'].includes(moment);
  return { name: `${kind}, ${moment}, by ${by}`, moment, kind, by, model, isUpstream };
}

export const phases: readonly Phase[] = [
  phase('before sending', 'chat', 'no headers'),
  phase('before sending', 'stream', 'no headers'),
  phase('in the queue', 'chat', 'no headers'),
  phase('in the queue', 'stream', 'no headers'),
  phase('while connecting', 'chat', 'no headers'),
  phase('while connecting', 'stream', 'no headers'),
  phase('before headers', 'chat', 'no headers'),
  phase('before headers', 'stream', 'no headers'),
  phase('before content', 'chat', 'half an answer'),
  phase('before content', 'stream', 'headers'),
  phase('in mid-stream', 'stream', 'endless stream'),
  phase('in mid-stream', 'stream', 'endless stream', 'loop'),
  phase('in mid-stream', 'result', 'endless stream'),
];
