/** What a provider of the caller's own did that no provider should: to others, a bad gateway. */
export function brokenAnswer(provider: string, what: string): Error {
  return Object.assign(new Error(`The provider '${provider}' ${what}.`), { status: 502 });
}
