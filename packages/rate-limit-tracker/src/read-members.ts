/** One member of a structured field: `"hourly";q=1000;w=3600` has an item and two parameters. */
export interface Member {
  /** What stands without a `=`, quotes removed. */
  readonly items: readonly string[];
  readonly parameters: ReadonlyMap<string, string>;
}

/** Nobody states so many limits; a longer text is rubbish. */
const longest = 2048;

/** What stands between commas or semicolons, which count as text inside quotes. */
const betweenCommas = /(?:"[^"]*"|[^",])+/g;
const betweenSemicolons = /(?:"[^"]*"|[^";])+/g;

/**
 * Splits the list form of HTTP's structured fields (RFC 9651), and forgives what servers get wrong:
 * Hugging Face writes two items into one member. A text that is too long has no members.
 */
export function readMembers(text: string | undefined): readonly Member[] {
  if (text === undefined || text.length > longest) return [];
  return (text.match(betweenCommas) ?? []).map(readMember);
}

function readMember(text: string): Member {
  const items: string[] = [];
  const parameters = new Map<string, string>();
  for (const piece of text.match(betweenSemicolons) ?? []) {
    const given = piece.trim();
    const equals = given.startsWith('"') ? -1 : given.indexOf('=');
    if (equals < 0) {
      items.push(unquote(given));
    } else {
      const name = given.slice(0, equals).trim().toLowerCase();
      parameters.set(name, unquote(given.slice(equals + 1).trim()));
    }
  }
  return { items, parameters };
}

function unquote(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
