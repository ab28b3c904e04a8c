/** Hosts that the gateway trusts unless its `TRUSTED_CUSTOM_HOSTS` says otherwise. */
const trusted = ['localhost', '127.0.0.1', '::1', 'host.docker.internal'];
const refusedHosts = [
  '0.0.0.0',
  '169.254.169.254',
  'metadata.google.internal',
  'metadata',
  'metadata.azure.com',
  'instance-data',
];
const refusedEndings =
  '.local .localdomain .internal .intranet .lan .home .corp .test .invalid .onion .localhost'.split(
    ' ',
  );
/** Private, shared, loopback, link-local, multicast and reserved blocks: the first octets of each. */
const refusedBlocks: readonly RegExp[] = [
  /^(0|10|127)\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^169\.254\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^(22[4-9]|2[3-5]\d)\./,
];
const hasControls = new RegExp(`[${String.fromCharCode(0)}-${String.fromCharCode(31, 127)}]`);

/**
 * Whether Portkey's gateway 1.15.2, as it is installed, would send a request to this `custom_host`.
 * It is its guard against configurations that point at the inside of a network.
 */
export function isAllowedHost(customHost: string): boolean {
  if (!URL.canParse(customHost) || hasControls.test(customHost)) return false;
  const { protocol, hostname, port } = new URL(customHost);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  if (customHost.includes('@') || customHost.toLowerCase().includes('api.portkey')) return false;
  if (!/^[a-z0-9.-]+$/.test(hostname) || hostname.endsWith('.')) return false;
  if (hostname.split('.').length > 10 || port === '0') return false;
  if (trusted.includes(hostname) || hostname.endsWith('.localhost')) return true;
  return (
    !refusedHosts.includes(hostname) &&
    !refusedEndings.some((ending) => hostname.endsWith(ending)) &&
    !(isAddress(hostname) && refusedBlocks.some((block) => block.test(hostname)))
  );
}

/** Every odd spelling of an IPv4 address has become this one in the parser of URLs. */
function isAddress(hostname: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(hostname);
}
