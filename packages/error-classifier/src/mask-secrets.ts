const masked = '***';

/** Each pattern keeps what its first group holds and hides the rest. */
const patterns: readonly RegExp[] = [
  /\b(sk-|rk-|pk-|gsk_|xai-|hf_|fw_|pplx-|csk-|r8_|nvapi-|AIza|AKIA|ASIA|ABSK|ghp_|glpat-)[\w*.-]{6,}/g,
  /\b((?:Bearer|Basic) )[\w.~+/=-]{16,}/gi,
  /\b(eyJ)[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*)?/g,
  /([?&](?:api[_-]?key|key|token|access_token|sig|signature|secret|code)=)[^&\s"'<>]+/gi,
  /((?:api[ _-]?key|authorization|secret|password|access[_-]?token)["']?\s?[:=]\s?["'])[^"'\n]{6,200}(?=["'])/gi,
  /((?:api[ _-]?key(?: provided)?|authorization|secret|password|access[_-]?token)["']?\s?[:=]\s?["']?)(?!Bearer|Basic)[^\s"',;&<>]{6,}/gi,
  /(:\/\/)[^\s/@:]{1,200}:[^\s/@]{1,200}(?=@)/g,
];

/** One look for all: most messages hold none. */
const anySecret = new RegExp(patterns.map(({ source }) => source).join('|'), 'i');

/** Hides keys, tokens and passwords that a message may hold. */
export function maskSecrets(text: string): string {
  if (!anySecret.test(text)) return text;
  return patterns.reduce(
    (shown, pattern) => shown.replace(pattern, (_, kept: string) => `${kept}${masked}`),
    text,
  );
}

const longestMessage = 500;

/** A text as it may be shown: without secrets, on one line, at most 500 characters. */
export function showMessage(text: string): string {
  const shown = maskSecrets(text.slice(0, 4 * longestMessage)).replaceAll('\n', ': ');
  return shown.length <= longestMessage ? shown : `${shown.slice(0, longestMessage - 1)}…`;
}
