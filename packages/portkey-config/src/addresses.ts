/** Providers whose base URL ends in `/v1` here, while at Portkey the path that follows it has that. */
const versionInPath: ReadonlySet<string> = new Set([
  'ollama',
  'openrouter',
  'together-ai',
  'moonshot',
]);
/** Providers whose base URL has the version at Portkey, and has it not here. */
const versionInBase: ReadonlySet<string> = new Set(['anthropic']);

/** Where the gateway and the router mean different servers by the same name. */
const differentServers: ReadonlyMap<string, { readonly theirs: string; readonly ours: string }> =
  new Map([
    ['moonshot', { theirs: 'https://api.moonshot.cn/v1', ours: 'https://api.moonshot.ai/v1' }],
    ['zhipu', { theirs: 'https://open.bigmodel.cn/api/paas/v4', ours: '' }],
  ]);

/** The base URL of a target's `provider` and `custom_host`; `undefined`: the provider's public one. */
export function baseUrlOf(slug: string, customHost: string | undefined): string | undefined {
  const different = differentServers.get(slug);
  if (!customHost) return different?.theirs;
  const host = trimmed(customHost);
  const own = versionInPath.has(slug)
    ? `${host}/v1`
    : versionInBase.has(slug)
      ? host.replace(/\/v1$/, '')
      : host;
  return own === different?.ours ? undefined : own;
}

/** The other way. */
export function customHostOf(slug: string, baseUrl: string | undefined): string | undefined {
  const own = baseUrl ?? differentServers.get(slug)?.ours;
  if (!own) return undefined;
  const base = trimmed(own);
  if (versionInPath.has(slug)) return base.replace(/\/v1$/, '');
  return versionInBase.has(slug) ? `${base}/v1` : base;
}

function trimmed(address: string): string {
  let end = address.length;
  while (address[end - 1] === '/') end -= 1;
  return address.slice(0, end);
}
