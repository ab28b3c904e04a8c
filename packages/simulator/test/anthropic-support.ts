import { createVirtualClock, type VirtualClock } from '@llm-router/core';
import {
  createSimulator,
  type Fault,
  type SimulatedModel,
  type Simulator,
} from '@llm-router/simulator';
import { messages } from './support.ts';

/** Headers that every request of the messages wire carries. */
export const version = { 'anthropic-version': '2023-06-01' };

/** A short request of invented wording. */
export const request = { model: 'oak', max_tokens: 64, messages };

export const transports = ['fetch', 'http'] as const;

/** A simulator behind one of its transports. */
export interface Stage {
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  send(path: string, init?: RequestInit): Promise<Response>;
  /** One messages request; what `extra` gives as undefined is left out. */
  ask(extra?: object, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** Answers take no time, so that HTTP needs no sleep either. */
const quick = { latency: { medianMs: 0 }, outputTokens: { min: 12, max: 12 } };

export async function openStage(
  transport: (typeof transports)[number],
  model: Partial<SimulatedModel> = {},
  faults: readonly Fault[] = [],
): Promise<Stage> {
  const clock = createVirtualClock();
  const models = [{ name: 'oak', ...quick, ...model }];
  const simulator = createSimulator({ models, faults, clock });
  const server = transport === 'http' ? await simulator.listen() : undefined;
  const send = (path: string, init?: RequestInit) =>
    server ? fetch(server.url + path, init) : simulator.fetch(`http://any.host${path}`, init);
  return {
    simulator,
    clock,
    send,
    ask: (extra = {}, headers = version) =>
      send('/v1/messages', {
        method: 'POST',
        headers,
        body: JSON.stringify({ ...request, ...extra }),
      }),
    close: async () => server?.close(),
  };
}

/** One messages request through the injected `fetch`. */
export function askMessages(
  simulator: Pick<Simulator, 'fetch'>,
  extra: object = {},
  init: RequestInit = {},
): Promise<Response> {
  return simulator.fetch('http://simulator.test/v1/messages', {
    method: 'POST',
    headers: version,
    body: JSON.stringify({ ...request, ...extra }),
    ...init,
  });
}

export interface Block {
  readonly type: string;
  readonly id?: string;
  readonly name?: string;
  readonly text?: string;
  readonly thinking?: string;
  readonly signature?: string;
  readonly input?: { readonly text?: string };
}

export interface Message {
  readonly id: string;
  readonly content: readonly Block[];
  readonly stop_reason: string | null;
  readonly usage: Readonly<Record<string, unknown>>;
}

export interface ErrorAnswer {
  readonly type: string;
  readonly error: { readonly type: string; readonly message: string; readonly details?: object };
  readonly request_id?: string;
}

export async function messageOf(response: Response): Promise<Message> {
  expect(response.status).toBe(200);
  return (await response.json()) as Message;
}

export async function errorOf(response: Response): Promise<ErrorAnswer> {
  expect(response.headers.get('content-type')).toBe('application/json');
  return (await response.json()) as ErrorAnswer;
}

export interface MessageEvent {
  readonly type: string;
  readonly index?: number;
  readonly message?: Message;
  readonly content_block?: Block;
  readonly delta?: {
    readonly type?: string;
    readonly text?: string;
    readonly partial_json?: string;
    readonly thinking?: string;
    readonly signature?: string;
    readonly stop_reason?: string;
  };
  readonly usage?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly type: string; readonly message: string };
}

/** The events of an SSE text, strictly: a name, one line of data that says the same name, an empty line. */
export function readMessageEvents(text: string): MessageEvent[] {
  if (text === '') return [];
  if (!text.endsWith('\n\n')) throw new Error(`the text ends inside an event: ${text.slice(-40)}`);
  return text
    .slice(0, -2)
    .split('\n\n')
    .map((block) => {
      const parts = /^event: (\w+)\ndata: (.*)$/.exec(block);
      if (parts === null) throw new Error(`no event: ${block}`);
      const event = JSON.parse(parts[2] ?? '') as MessageEvent;
      if (event.type !== parts[1]) throw new Error(`two names: ${block}`);
      return event;
    });
}

/** The names of events, neighbours of one name told once. */
export function outline(events: readonly MessageEvent[]): string[] {
  const names = events.map(({ type }) => type);
  return names.filter((name, index) => name !== names[index - 1]);
}
