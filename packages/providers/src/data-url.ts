/** What a `data:` URL in base64 holds. */
export interface InlineData {
  /** In lower case. */
  readonly mediaType: string;
  /** In base64. */
  readonly data: string;
}

const head = /^data:([^;,]+)(?:;[^;,]+)*;base64,/i;

/** Reads a `data:` URL in base64; `undefined` for every other address. */
export function readDataUrl(url: string): InlineData | undefined {
  const found = head.exec(url);
  if (found === null) return undefined;
  return { mediaType: (found[1] ?? '').toLowerCase(), data: url.slice(found[0].length) };
}
