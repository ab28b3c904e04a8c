const secretName = /key|token|secret|password|auth|sig/i;

/** The keys that a base URL holds in its query, in every spelling that an error could repeat. */
export function secretsIn({ searchParams }: URL): readonly string[] {
  return [...searchParams]
    .filter(([name]) => secretName.test(name))
    .flatMap(([name, value]) => {
      const asSent = new URLSearchParams([[name, value]]).toString().slice(name.length + 1);
      return [value, encodeURIComponent(value), asSent];
    });
}

/** An address that cannot be used, as an error may show it: without user, password and query. */
export function showAddress(address: unknown): unknown {
  if (typeof address !== 'string') return address;
  const open = address.replace(/^([^/]*:\/\/)?.*@/s, '$1***@');
  return open.replace(/[?#].*$/s, '?***');
}
