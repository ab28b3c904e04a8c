const rfc3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const httpDate = /^[A-Z][a-z]{2,8},? [\w :-]+$/;
const zone = /(?:GMT|UTC|[+-]\d{4})$/;

const longest = 64;

/**
 * Reads a moment as epoch milliseconds: an HTTP date in any of its three forms, or an RFC 3339
 * timestamp with its offset. Anything else is `undefined`.
 *
 * @example
 * parseMoment('Wed, 21 Oct 2026 07:28:00 GMT'); // 1792567680000
 */
export function parseMoment(text: string): number | undefined {
  const given = text.trim();
  if (given.length > longest) return undefined;
  if (rfc3339.test(given)) return finite(Date.parse(given.replace(' ', 'T')));
  if (!httpDate.test(given)) return undefined;
  // The asctime form names no zone and would be read as local time; HTTP means UTC.
  return finite(Date.parse(zone.test(given) ? given : `${given} GMT`));
}

function finite(ms: number): number | undefined {
  return Number.isFinite(ms) ? ms : undefined;
}
