/** The caller's doing, or what limits and quotas already answer for: no sign that the provider is down. */
const notTheProvider: ReadonlySet<unknown> = new Set([
  'aborted',
  'auth',
  'permission',
  'not_found',
  'invalid_request',
  'context_length',
  'content_policy',
  'rate_limit',
  'quota_exhausted',
]);

/**
 * Whether an error speaks against the provider, by its `category` (a classification, or any error that
 * carries one). An `AbortError` does not count; anything else without a category does.
 */
export function countsAsFailure(error: unknown): boolean {
  try {
    const { category, name } = error as { readonly category?: unknown; readonly name?: unknown };
    return category === undefined ? name !== 'AbortError' : !notTheProvider.has(category);
  } catch {
    // What has no fields, or none that can be read, says nothing in its defence.
    return true;
  }
}
