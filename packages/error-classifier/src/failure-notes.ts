import { type Failure, longestText, plainWord } from './failure.ts';

/** Collects what the walk over an error finds. */
export interface Notes {
  /** Whether anything of a provider's answer was found. */
  readonly reported: boolean;
  report(): void;
  status(value: unknown): void;
  /** A machine word; the first under a key other than `name` is the one shown. */
  word(value: unknown, key?: string): void;
  message(value: unknown): void;
  stated(key: string, value: unknown): void;
  quota(value: unknown): void;
  headers(headers: ReadonlyMap<string, string>): void;
  /** Removes the first message, so that what it quotes can take its place. */
  takeFirstMessage(): string;
  /** Notes a message before all others. */
  firstMessage(value: string): void;
  toFailure(): Failure;
}

const longestWord = 120;

/** Words that say nothing about what happened. */
const emptyWords = new Set(['', 'object', 'type', 'none', 'null', 'failure', 'responsefailed']);

/** Makes an empty collection. */
export function createNotes(): Notes {
  const words = new Set<string>();
  const quotaIds: string[] = [];
  const stated = new Map<string, string>();
  const headers = new Map<string, string>();
  const messages: string[] = [];
  let textLength = 0;
  let status: number | undefined;
  let code: string | undefined;
  let name: string | undefined;
  let reported = false;

  return {
    get reported() {
      return reported;
    },
    report() {
      reported = true;
    },
    status(value) {
      status ??= asErrorStatus(value);
    },
    word(value, key) {
      if (typeof value !== 'string' && typeof value !== 'number') return;
      const given = String(value).trim();
      if (given.length > longestWord || asErrorStatus(value) !== undefined) return;
      const word = plainWord(given.slice(given.lastIndexOf('#') + 1));
      if (emptyWords.has(word)) return;
      words.add(word);
      if (key === 'name') name ??= given;
      else if (key !== undefined) code ??= given;
    },
    message(value) {
      const line = asLine(value);
      if (line === '' || textLength > longestText) return;
      if (messages.some((said) => said.includes(line))) return;
      messages.push(line);
      textLength += line.length;
    },
    takeFirstMessage: () => messages.shift() ?? '',
    firstMessage(value) {
      const line = asLine(value);
      if (line !== '') messages.unshift(line);
    },
    stated(key, value) {
      if (typeof value === 'string' || typeof value === 'number') stated.set(key, String(value));
    },
    quota(value) {
      if (typeof value === 'string') quotaIds.push(value.slice(0, longestWord));
    },
    headers(read) {
      for (const [key, value] of read) if (!headers.has(key)) headers.set(key, value);
    },
    toFailure() {
      const text = messages.join('\n').slice(0, longestText);
      const shown = code ?? name;
      return {
        words,
        quotaIds,
        stated,
        headers,
        text,
        reported,
        ...(status !== undefined && { status }),
        ...(shown !== undefined && { code: shown }),
      };
    },
  };
}

/** Most messages have none, and need not be written anew. */
const unevenSpace = /[^\S ]| {2}/;

/** A bounded text on one line, so that `^` in a pattern means the head of a message. */
function asLine(value: unknown): string {
  if (typeof value !== 'string') return '';
  const text = value.slice(0, longestText).trim();
  return unevenSpace.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** 400 to 599, as a number or in digits. */
function asErrorStatus(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  return /^[45]\d\d$/.test(String(value)) ? Number(value) : undefined;
}
