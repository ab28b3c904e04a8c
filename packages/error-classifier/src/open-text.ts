import { longestText } from './failure.ts';

/** What a text turned out to hold. */
export interface OpenedText {
  /** What it says in words. */
  readonly said: string;
  /** Structures found in it. */
  readonly enclosed: readonly unknown[];
}

/** Longest text that is parsed as JSON; of a longer one only the start is looked at. */
const longestJson = 262_144;

/** Most events of a stream that are looked at. */
const mostEvents = 16;

const fieldNames =
  'message|error|msg|error_msg|status_msg|code|type|status|reason|error_type|error_code|detail|quotaId|retryDelay|retry_after|resets_in_seconds|resets_at|estimated_time';
const doubleQuoted = new RegExp(
  `"(${fieldNames})"\\s*:\\s*(?:"((?:[^"\\\\]|\\\\.){0,4000})|(\\d{1,15}(?:\\.\\d{1,9})?))`,
  'g',
);
/** Python prints structures in single quotes. */
const singleQuoted = new RegExp(
  `'(${fieldNames})'\\s*:\\s*(?:'((?:[^'\\\\]|\\\\.){0,4000})|"([^"]{0,4000})|(\\d{1,15}(?:\\.\\d{1,9})?))`,
  'g',
);

/** What clients write before a body that they quote: `HTTP 429: {`, `Error code: 400 - {`, `Too busy: {"error":`. */
const quotingHead =
  /^[^{]{0,160}?(?:(?:\b[45]\d\d\b|Error|Exception)[^{]{0,60}\{|[:-] ?\{ ?["'](?:error|type|code|message|status|detail)["'])/;

/** Reads a body: JSON, cut-off JSON, server-sent events, HTML or plain text. */
export function openBody(body: string): OpenedText {
  const text = body.length > longestJson ? body.slice(0, longestText) : body.trim();
  if (looksLikeJson(text)) return { said: '', enclosed: [openJson(text)] };
  if (/^(?:event|data|id|retry)?:/.test(text)) return { said: '', enclosed: openEvents(text) };
  return { said: stripTags(text.slice(0, longestText)), enclosed: [] };
}

/** Reads the message of a thrown error, which may quote a body after a few words. */
export function openMessage(message: string): OpenedText {
  const text = message.slice(0, longestText);
  if (looksLikeJson(text)) return openBody(message);
  if (!quotingHead.test(text)) return { said: text, enclosed: [] };
  const start = text.indexOf('{');
  return { said: text.slice(0, start), enclosed: [openJson(message.slice(start, longestJson))] };
}

/** Also what Python prints, and what is cut off; but not `[Somebody] said`. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{|\[)\s*["'{[\]}]/.test(text);
}

function openJson(text: string): unknown {
  // A quoted body may have words after it.
  for (const candidate of [text, text.slice(0, text.lastIndexOf('}') + 1)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Cut off or not JSON: the next reading is more patient.
    }
  }
  return scanFields(text.slice(0, longestText));
}

/** The first value of each known field of a structure that cannot be parsed. */
function scanFields(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const pattern of [doubleQuoted, singleQuoted]) {
    for (const [, name = '', ...values] of text.matchAll(pattern)) {
      const value = values.find((given) => given !== undefined);
      // A frame that says no more than that it is an error has the kind of error further in.
      if (value !== undefined && value !== 'error') fields[name] ??= value;
    }
  }
  return fields;
}

function openEvents(text: string): unknown[] {
  return text
    .slice(0, longestText)
    .split('\n')
    .filter((line) => line.startsWith('data:') && line.includes('{'))
    .slice(0, mostEvents)
    .map((line) => openJson(line.slice('data:'.length).trim()));
}

function stripTags(text: string): string {
  if (!text.startsWith('<')) return text;
  return text.replace(/<(?:style|script)\b[^<]*/gi, ' ').replace(/<[^<>]*>/g, ' ');
}
