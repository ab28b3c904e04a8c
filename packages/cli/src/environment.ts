import { type Clock, systemClock } from '@llm-router/core';

/** A place to write to. */
export interface Output {
  /** Whether a person is watching: only then are lines drawn over. */
  readonly isTerminal: boolean;
  /** Characters in a line, where there is a line. */
  readonly columns?: number | undefined;
  write(text: string): void;
}

/** What a command takes from its surroundings. */
export interface Environment {
  /** Environment variables. @defaultValue those of the process */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** What is piped in; read only where `-` asks for it. @defaultValue the process's own */
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /** @defaultValue the process's own */
  readonly stdout: Output;
  /** @defaultValue the process's own */
  readonly stderr: Output;
  /** @defaultValue `systemClock` */
  readonly clock: Clock;
  /** What `--version` prints. @defaultValue `'unknown'` */
  readonly version: string;
  /** Calls `listener` once, at Ctrl-C; answers the way to stop. @defaultValue listens to the process */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** Calls `listener` when what is written no longer arrives. @defaultValue listens to stdout */
  readonly onOutputLost: (listener: (reason: Error) => void) => void;
}

/** The process's surroundings, where the caller gives no others. */
export function completeEnvironment(given: Partial<Environment>): Environment {
  return {
    variables: given.variables ?? process.env,
    // Looked up late: the process's own begins to be read when it is touched.
    get stdin() {
      return given.stdin ?? process.stdin;
    },
    stdout: given.stdout ?? toOutput(process.stdout),
    stderr: given.stderr ?? toOutput(process.stderr),
    clock: given.clock ?? systemClock,
    version: given.version ?? 'unknown',
    onInterrupt: given.onInterrupt ?? onHostInterrupt,
    onOutputLost: given.onOutputLost ?? ((listener) => process.stdout.on('error', listener)),
  };
}

function toOutput(stream: NodeJS.WriteStream): Output {
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    write: (text) => stream.write(text),
  };
}

/** A second Ctrl-C meets no listener and ends the process at once, as it should. */
function onHostInterrupt(listener: () => void): () => void {
  process.once('SIGINT', listener);
  return () => {
    process.off('SIGINT', listener);
  };
}
