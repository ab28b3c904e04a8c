/** Where a status stands in a message: at its head, or after a word that announces it. */
const statusPatterns = [
  /^\W{0,3}([45]\d\d)(?=$|[\s:,-])(?! (?:tokens?|requests?|characters?|ms|seconds?|messages?)\b)/,
  /\b(?:error code|status code|http|status|error|exhausted|failed with)[\s:=(]{1,4}(?:status[\s:=]{1,3})?([45]\d\d)\b/i,
  /\b([45]\d\d) (?:client|server) error\b/i,
];

/** Where the name of an error stands in a message. */
const wordPatterns = [
  /\((\w{1,60}(?:Exception|Error))\)/,
  /^(?:[\w ]{1,40}[:-] ?){0,3}?(?:\w{1,40}\.){0,5}(\w{1,60}(?:Exception|Error|Exhausted|_error))(?=[:( -]|$)/,
  /^(?:\w{1,40}\.){1,5}(\w{1,60}):/,
  // What a client gave up over, by the reason phrase of its status.
  /\blast error: ([A-Z][A-Za-z ]{2,40})$/i,
  /\((?:\w{1,20}: )?(\w{1,60}_(?:exceeded|error|quota))\)/,
];

/** What a message says before it comes to the point; later text may quote the user. */
const headLength = 240;

/** The HTTP status that a client wrote into its message: `Error code: 429 - …`, `429 …`. */
export function readQuotedStatus(message: string): string | undefined {
  return firstMatch(message, statusPatterns)[0];
}

/** Names of errors that a client wrote into its message: `(ThrottlingException)`, `openai.RateLimitError: …`. */
export function readQuotedWords(message: string): readonly string[] {
  return firstMatch(message, wordPatterns);
}

/** How many tokens the account can still pay for: `You requested up to 800 tokens, but can only afford 120`. */
export function readAffordableTokens(message: string): number | undefined {
  const found = /\bcan only afford (\d{1,9})\b/i.exec(message.slice(0, 4 * headLength))?.[1];
  return found === undefined ? undefined : Number(found);
}

function firstMatch(message: string, patterns: readonly RegExp[]): string[] {
  const head = message.slice(0, headLength);
  return patterns.flatMap((pattern) => pattern.exec(head)?.[1] ?? []);
}
