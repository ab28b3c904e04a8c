import { isSecret } from '@llm-router/core';
import fc from 'fast-check';
import {
  byPriority,
  findPortkeyRefusal,
  type PortableConfig,
  type PortableDeployment,
  parsePortkeyConfig,
  toPortkeyConfig,
} from '../src/index.ts';

const providers = ['openai', 'groq', 'xai', 'mistral', 'anthropic', 'openrouter', 'moonshot'];
const statuses = fc.uniqueArray(fc.integer({ min: 400, max: 599 }), { maxLength: 5 });

const deployment = fc.record(
  {
    provider: fc.constantFrom(...providers),
    model: fc.stringMatching(/^[a-z]{1,12}$/),
    apiKey: fc.stringMatching(/^sk-[a-z]{8}$/),
    timeoutMs: fc.integer({ min: 1, max: 1e6 }),
    weight: fc.integer({ min: 1, max: 100 }),
    headers: fc.record({ 'openai-project': fc.stringMatching(/^[a-z]{1,9}$/) }),
  },
  { requiredKeys: ['provider', 'model', 'apiKey'] },
);

/** All that both sides can say, as this side says it. */
const config: fc.Arbitrary<PortableConfig> = fc
  .record({
    deployments: fc.array(deployment, { minLength: 1, maxLength: 5 }),
    kind: fc.constantFrom('fallback', 'loadbalance', 'drawn', 'tiers'),
    attempts: fc.integer({ min: 0, max: 5 }),
    retryOn: statuses,
    fallBackOn: fc.option(statuses, { nil: undefined }),
    ttlSeconds: fc.option(fc.integer({ min: 1, max: 1e6 }), { nil: undefined }),
  })
  .map(({ deployments, kind, attempts, retryOn, fallBackOn, ttlSeconds }) => {
    const one = deployments.length === 1;
    const named = deployments.map((each, index) => ({ ...each, id: `no-${index}` }));
    const { tiered, strategy, steps } = arrange(named, kind, fallBackOn);
    const onStatusCodes = kind === 'drawn' ? [] : fallBackOn;
    return {
      deployments: tiered,
      ...(strategy !== undefined && { strategy }),
      ...(!one && onStatusCodes && { fallback: { onStatusCodes } }),
      ...(ttlSeconds !== undefined && { cache: { ttlMs: ttlSeconds * 1000 } }),
      retry:
        attempts === 0
          ? { maxAttempts: steps, onStatusCodes: [] }
          : {
              maxAttempts: steps * (attempts + 1),
              onStatusCodes: retryOn,
              backoff: { baseMs: 1000, factor: 2, jitter: 'none' },
            },
    };
  });

function arrange(
  deployments: readonly PortableDeployment[],
  kind: string,
  fallBackOn: readonly number[] | undefined,
): {
  tiered: readonly PortableDeployment[];
  strategy: PortableConfig['strategy'];
  steps: number;
} {
  const count = deployments.length;
  if (count === 1) return { tiered: deployments, strategy: undefined, steps: 1 };
  if (kind === 'fallback') {
    const tiered = deployments.map((each, priority) => ({ ...each, priority }));
    return { tiered, strategy: 'fallback', steps: count };
  }
  if (kind === 'tiers' && count > 2) {
    const tiered = deployments.map((each, index) => ({
      ...each,
      priority: index < 2 ? 0 : index - 1,
    }));
    return { tiered, strategy: byPriority, steps: count + 1 };
  }
  const isDrawn = kind === 'drawn' || fallBackOn?.length === 0;
  return { tiered: deployments, strategy: 'loadbalance', steps: isDrawn ? 1 : count + 1 };
}

/** Keys as text, so that they can be compared. */
function revealed({ deployments = [], ...rest }: Partial<PortableConfig>): object {
  const shown = deployments.map(({ apiKey, ...others }) => ({
    ...others,
    apiKey: isSecret(apiKey) ? apiKey.reveal() : apiKey,
  }));
  return { ...rest, deployments: shown };
}

test('what both can say comes back as it was, without a warning but for the unit of the cache', () => {
  fc.assert(
    fc.property(config, (given) => {
      const { config: read, warnings } = parsePortkeyConfig(toPortkeyConfig(given));
      expect(revealed(read)).toEqual(revealed(given));
      expect(warnings.filter((text) => !text.startsWith('cache.max_age'))).toEqual([]);
    }),
  );
});

test('what is written, the gateway takes, and written again it is the same', () => {
  fc.assert(
    fc.property(config, (given) => {
      const written = toPortkeyConfig(given);
      expect(findPortkeyRefusal(written)).toBeUndefined();
      const again = parsePortkeyConfig(written).config as PortableConfig;
      expect(toPortkeyConfig(again)).toEqual(written);
    }),
  );
});

const word = fc.constantFrom(
  ...'strategy targets mode fallback conditional loadbalance retry attempts cache provider openai api_key override_params model weight conditions query then default name cb_config on_status_codes __proto__ constructor'.split(
    ' ',
  ),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    word,
    fc.double(),
    fc.constant(null),
    fc.boolean(),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 6 }),
  ),
}));

test('nothing that looks like a configuration makes it throw, and no unread key goes unnamed', () => {
  fc.assert(
    fc.property(fc.dictionary(word, tree, { maxKeys: 8 }), (json) => {
      const { warnings } = parsePortkeyConfig({ ...json, 'not known': 1 });
      expect(warnings.length).toBeGreaterThan(0);
      expect(() => findPortkeyRefusal(json)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

const leftOut =
  'virtual_key prompt_id passthrough default_params drop_params forward_headers on_status_codes before_request_hooks input_guardrails aws_region vertex_region resource_name surprise'.split(
    ' ',
  );

test('each key that cannot be taken over has a warning of its own', () => {
  fc.assert(
    fc.property(fc.subarray(leftOut), fc.subarray(leftOut), (atTop, inTarget) => {
      const some = (names: readonly string[]) =>
        Object.fromEntries(names.map((name) => [name, 'any']));
      const target = { provider: 'openai', api_key: 'k', override_params: { model: 'm' } };
      const { warnings } = parsePortkeyConfig({
        ...some(atTop),
        strategy: { mode: 'fallback' },
        targets: [{ ...target, ...some(inTarget) }],
      });
      const places = warnings.map((text) => text.split(':')[0]);
      expect(places.sort()).toEqual(
        [...atTop, ...inTarget.map((name) => `targets[0].${name}`)].sort(),
      );
    }),
  );
});
