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
