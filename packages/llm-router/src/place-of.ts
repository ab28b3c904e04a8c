/**
 * `deployments[0].limits`, as one would write it. Names of headers are left out: where a colon is
 * forgotten, the value is part of the name.
 */
export function placeOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part, index) => {
    if (typeof part === 'number') return `[${part}]`;
    return path[index - 1] === 'headers' ? '[…]' : `.${String(part)}`;
  });
  return parts.join('').replace(/^\./, '') || 'the configuration';
}

/** Whether a key stands at a place, or is likely to: it must not be shown. */
export function isSecretPlace(path: readonly PropertyKey[]): boolean {
  return path.some((part) => part === 'apiKey' || part === 'headers');
}
