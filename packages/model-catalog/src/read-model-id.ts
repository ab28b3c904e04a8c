import { makerOf, readHost, readMaker } from './provider-names.ts';

/** An id of a model, taken apart. */
export interface ModelId {
  /** The host that the id names, for example `groq` in `groq/llama-…`. */
  readonly host?: string;
  /** The maker that the id names, for example `anthropic` in `anthropic/claude-…`. */
  readonly maker?: string;
  /** Another word stands where a host or a maker should: the model may be anyone's. */
  readonly stranger: boolean;
  /** The name without host and maker, in lower case. */
  readonly name: string;
  /** The name with one spelling for `3.1`, `3-1` and `-3`. */
  readonly key: string;
  /** The key without date and without words that name no other model. */
  readonly plainKey: string;
  /** The date in the name, digits only: `20240806`. */
  readonly date?: string;
  /** OpenRouter's `:free`. */
  readonly free: boolean;
}

const longest = 256;

/** Parts of a path that say nothing about the model. */
const pathNoise = new Set(['models', 'accounts', 'publishers', 'deployments', 'foundation-model']);

/** What stands before the model in the paths of Google and AWS. */
const pathHead = /^(?:projects\/[^/]+\/locations\/[^/]+\/|arn:aws[\w-]*:bedrock:[^/]*\/)/;

const bedrockRegion = /^(?:us-gov|us|eu|apac|ap|jp|au|ca|sa|global)\.(?=[a-z0-9]+\.)/;
const bedrockVersion = /-(?:v\d+(?::\d+)?|\d+:\d+)(?::\d+k)?$/;

/** Snapshots of four digits are other models, but for these, which their short names mean. */
const sameModel: Readonly<Record<string, string>> = {
  'gpt-35-turbo': 'gpt-3.5-turbo',
  'gpt-35-turbo-0125': 'gpt-3.5-turbo',
  'gpt-3.5-turbo-0125': 'gpt-3.5-turbo',
  'gpt-4-0613': 'gpt-4',
};

/** OpenRouter's ways to route, which name no other model. */
const variants = new Set([
  'free',
  'nitro',
  'floor',
  'online',
  'extended',
  'exacto',
  'beta',
  'thinking',
]);
/** Hugging Face's ways to choose a host. */
const policies = new Set(['fastest', 'cheapest', 'preferred']);

const dated = /-(20\d{2})-?([01]\d)-?([0-3]\d)$/;
/** Weights that were made smaller, and the ways that hosts call the one model they have of a size. */
const quantised = /-(?:fp8|fp16|bf16|awq|gptq|gguf|int[48]|q\d(?:_[0-9a-z]+)*)(?:-fast|-dynamic)?$/;
const instructed = /-(?:instruct(?:-turbo)?|it|versatile|instant)$/;

/**
 * Takes an id of a model apart, whichever way it is spelt: with a host, a maker, a path, a Bedrock
 * region and version, a Vertex date, an OpenRouter variant or an Ollama tag. `undefined` for what can be no id.
 */
export function readModelId(id: string): ModelId | undefined {
  if (typeof id !== 'string' || id.length > longest) return undefined;
  const text = id.trim().toLowerCase().replace(pathHead, '');
  const parts = text.split('/').filter((part) => !pathNoise.has(part));
  const last = parts.pop();
  if (last === undefined || last === '') return undefined;
  const path = readPath(parts, text);
  const bedrock = readBedrock(last);
  const tag = readTag(bedrock?.name ?? last);
  const host = path.host ?? bedrock?.host ?? tag.host;
  const maker = bedrock?.maker ?? path.maker;
  const spelt = tag.name.replace(/@default$|-maas$/, '').replace(/(?:-v\d)?@/, '-');
  const name = Object.hasOwn(sameModel, spelt) ? (sameModel[spelt] as string) : spelt;
  return {
    ...(host !== undefined && { host }),
    ...(maker !== undefined && { maker }),
    stranger: path.stranger,
    ...readName(host === 'fireworks' ? name.replace(/(\d)p(?=\d)/g, '$1.') : name),
    free: tag.free,
  };
}

function readPath(parts: readonly string[], text: string) {
  let host: string | undefined;
  let maker: string | undefined;
  let stranger = false;
  for (const part of parts) {
    const named = part.startsWith('@') && part.length > 1 ? part.slice(1) : readHost(part);
    const made = readMaker(part);
    if (named !== undefined) host ??= named;
    else if (made !== undefined) maker = made;
    else stranger = true;
  }
  return { host, maker, stranger: stranger || text.startsWith('/') };
}

/** `us.anthropic.claude-…-v1:0`: region, maker, name and version. */
function readBedrock(text: string): { host: string; maker: string; name: string } | undefined {
  const rest = text.replace(bedrockRegion, '');
  const dot = rest.indexOf('.');
  const maker = dot > 0 ? readMaker(rest.slice(0, dot)) : undefined;
  if (maker === undefined) return undefined;
  return { host: 'bedrock', maker, name: rest.slice(dot + 1).replace(bedrockVersion, '') };
}

/** What stands after a colon: a variant, a host, or a size of Ollama's. */
function readTag(text: string): { name: string; host?: string; free: boolean } {
  const colon = text.indexOf(':');
  if (colon < 0) return { name: text, free: false };
  const base = text.slice(0, colon);
  const tag = text.slice(colon + 1);
  if (variants.has(tag)) return { name: base, host: 'openrouter', free: tag === 'free' };
  if (policies.has(tag)) return { name: base, host: 'huggingface', free: false };
  const host = readHost(tag);
  if (host !== undefined) return { name: base, host, free: false };
  return { name: tag === 'latest' ? base : `${base}-${tag}`, host: 'ollama', free: false };
}

function readName(name: string): Pick<ModelId, 'name' | 'key' | 'plainKey' | 'date'> {
  const date = dated.exec(name);
  const plain = name
    .replace(dated, '')
    .replace(/^(.+)-latest$/, (whole, rest) => (makerOf(rest) === undefined ? whole : rest))
    .replace(/(?<=^gemini.*)-00\d$/, '')
    .replace(quantised, '')
    .replace(instructed, '')
    .replace(/^meta-(?=llama)/, '');
  return {
    name,
    key: toKey(name),
    plainKey: toKey(plain),
    ...(date && { date: `${date[1]}${date[2]}${date[3]}` }),
  };
}

/** `llama-3.2`, `llama3-2` and `llama-3-2` are one key. */
function toKey(name: string): string {
  return name.replace(/(?<=\d)\.(?=\d)/g, '-').replace(/(?<=[a-z])-(?=\d)/g, '');
}
