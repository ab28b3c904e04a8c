import { type Failure, longestText, plainWord } from './failure.ts';

/** What the walk over an error has found so far. */
export interface Notes {
  status: number | undefined;
  /** The first machine word under a key other than `name`. */
  code: string | undefined;
  name: string | undefined;
  readonly words: Set<string>;
  readonly quotaIds: string[];
  readonly stated: Map<string, string>;
  readonly headers: Map<string, string>;
  readonly messages: string[];
  textLength: number;
  /** Whether anything of a provider's answer was found. */
  reported: boolean;
}

const longestWord = 120;

/** Words that say nothing about what happened. */
const emptyWords = new Set(['', 'object', 'type', 'none', 'null', 'failure', 'responsefailed']);

/** Where Python keeps the class of an error: `httpx.ConnectError`. */
const pythonModule = /^(?:[a-z_]\w{0,40}\.){1,5}(?=[A-Z])/;

/** Makes an empty collection. */
export function createNotes(): Notes {
  return {
    status: undefined,
    code: undefined,
    name: undefined,
    words: new Set(),
    quotaIds: [],
    stated: new Map(),
    headers: new Map(),
    messages: [],
    textLength: 0,
    reported: false,
  };
}

/** The first that is an error status counts. */
export function noteStatus(notes: Notes, value: unknown): void {
  notes.status ??= asErrorStatus(value);
}

/** A machine word; the first under a key other than `name` is the one shown. */
export function noteWord(notes: Notes, value: unknown, key?: string): void {
  if (typeof value !== 'string' && typeof value !== 'number') return;
  const given = String(value).trim();
  if (given.length > longestWord || asErrorStatus(value) !== undefined) return;
  const own = key === 'name' ? given.replace(pythonModule, '') : given;
  const word = plainWord(own.slice(own.lastIndexOf('#') + 1));
  if (emptyWords.has(word)) return;
  notes.words.add(word);
  if (key === 'name') notes.name ??= given;
  else if (key !== undefined) notes.code ??= given;
}

/** A message that others do not say already. */
export function noteMessage(notes: Notes, value: unknown): void {
  const line = asLine(value);
  if (line === '' || notes.textLength > longestText) return;
  if (notes.messages.some((said) => said.includes(line))) return;
  notes.messages.push(line);
  notes.textLength += line.length;
}

/** A message that comes before all others. */
export function noteFirstMessage(notes: Notes, value: string): void {
  const line = asLine(value);
  if (line !== '') notes.messages.unshift(line);
}

/** A field that holds a wait or a moment. */
export function noteStated(notes: Notes, key: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number') notes.stated.set(key, String(value));
}

/** The id of a quota of Google's. */
export function noteQuota(notes: Notes, value: unknown): void {
  if (typeof value === 'string') notes.quotaIds.push(value.slice(0, longestWord));
}

/** Of each header the value that was found first counts. */
export function noteHeaders(notes: Notes, headers: ReadonlyMap<string, string>): void {
  for (const [key, value] of headers) if (!notes.headers.has(key)) notes.headers.set(key, value);
}

/** What the notes amount to. */
export function toFailure(notes: Notes): Failure {
  const { status, words, quotaIds, stated, headers, reported } = notes;
  const text = notes.messages.join('\n').slice(0, longestText);
  const code = notes.code ?? notes.name;
  return { status, words, code, quotaIds, stated, headers, text, reported };
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
  const isWritten = typeof value === 'string' && /^[45]\d\d$/.test(value);
  const status = isWritten ? Number(value) : value;
  const isStatus = typeof status === 'number' && status >= 400 && status < 600;
  return isStatus && Number.isInteger(status) ? status : undefined;
}
