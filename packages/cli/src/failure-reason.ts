/** The kind of a failure in two words: `server_error (500)`. */
export function describeFailure(category: string, status: number | undefined): string {
  return status === undefined ? category : `${category} (${status})`;
}
