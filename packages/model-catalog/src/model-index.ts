import type { ModelFacts } from './model-facts.ts';
import { makerOf, sellsAtListPrice } from './provider-names.ts';
import { type ModelId, readModelId } from './read-model-id.ts';

/** Finds facts by the spellings of their ids. */
export interface ModelIndex {
  find(id: string, provider: string | undefined): ModelFacts | undefined;
}

interface Entry {
  readonly facts: ModelFacts;
  readonly maker: string | undefined;
  readonly date: string | undefined;
}

/** Hosts in the order in which they speak for a model that its maker does not sell. */
const hostOrder = ['openrouter', 'together', 'groq', 'fireworks', 'cerebras', 'azure', 'bedrock'];

/**
 * Makes an index of facts by `provider/id`. An id is looked for as it is, then by its key, then by
 * its key without date and such; who makes it and when it was made must agree.
 */
export function createModelIndex(models: ReadonlyMap<string, ModelFacts>): ModelIndex {
  const byId = new Map<string, Entry[]>();
  const byKey = new Map<string, Entry[]>();
  const byPlainKey = new Map<string, Entry[]>();
  for (const facts of models.values()) {
    const id = readModelId(facts.id);
    if (id === undefined) continue;
    const entry = { facts, maker: id.maker ?? makerOf(id.name), date: id.date };
    add(byId, facts.id.toLowerCase(), entry);
    if (id.free) continue;
    add(byKey, id.key, entry);
    add(byPlainKey, id.plainKey, entry);
  }

  function candidates(id: ModelId): Entry[][] {
    const sameMaker = ({ maker }: Entry) => id.maker === undefined || maker === id.maker;
    return [
      (byKey.get(id.key) ?? []).filter(sameMaker),
      ofDate((byPlainKey.get(id.plainKey) ?? []).filter(sameMaker), id.date),
    ];
  }

  return {
    find(written, provider) {
      const id = readModelId(written);
      if (id === undefined) return undefined;
      const text = written.trim().toLowerCase();
      const exact = provider === undefined ? models.get(text) : models.get(`${provider}/${text}`);
      const listed = byId.get(text) ?? [];
      if (exact !== undefined) return exact;
      if (id.stranger || id.free) {
        const same = listed.filter(({ facts }) => (provider ?? facts.provider) === facts.provider);
        if (id.stranger || same.length > 0) return best(same)?.facts;
      }
      const [near = [], far = []] = candidates(id);
      const host = provider ?? id.host;
      const found = [...near, ...far].find(({ facts }) => facts.provider === host);
      const entry = found ?? best(near) ?? best(far);
      if (entry === undefined) return undefined;
      return asSold(entry, host, id.free);
    },
  };
}

function add(entries: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = entries.get(key);
  if (list === undefined) entries.set(key, [entry]);
  else list.push(entry);
}

/** Of that date; without any dated one, the undated. Another snapshot is another model. */
function ofDate(entries: readonly Entry[], date: string | undefined): Entry[] {
  if (date === undefined) return [...entries];
  const dates = entries.some((entry) => entry.date !== undefined);
  return entries.filter((entry) => entry.date === (dates ? date : undefined));
}

/** The maker's own offer, else the first host; undated before dated, newest first. */
function best(entries: readonly Entry[]): Entry | undefined {
  return [...entries].sort(
    (a, b) => place(a) - place(b) || (b.date ?? '9').localeCompare(a.date ?? '9'),
  )[0];
}

function place({ facts, maker }: Entry): number {
  if (facts.provider === maker) return -1;
  const place = hostOrder.indexOf(facts.provider);
  return place < 0 ? hostOrder.length : place;
}

/** Facts of the model as `host` sells it: a price that nobody stated is left out. */
function asSold({ facts, maker }: Entry, host: string | undefined, free: boolean): ModelFacts {
  if (free) {
    return Object.freeze({ ...facts, provider: 'openrouter', price: { input: 0, output: 0 } });
  }
  if (host === undefined || host === facts.provider) return facts;
  const { price, ...rest } = facts;
  const holds =
    maker !== undefined && maker === facts.provider && sellsAtListPrice(host, maker) && price;
  return Object.freeze({ ...rest, provider: host, ...(holds && { price }) });
}
