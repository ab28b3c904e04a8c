import { createLoadBalancer } from '../src/index.ts';

it('does what its README says', () => {
  const balancer = createLoadBalancer({ strategy: 'round-robin' });
  const candidates = ['openai/a', 'azure/a', 'groq/a'].map((id) => ({
    deployment: { id, provider: 'openai', model: 'a', pools: [], priority: 0, weight: 1, tags: [] },
    rank: 0,
    expected: { inputTokens: 20, outputTokens: 200, nanoUsd: null },
    reasons: [],
  }));
  const next = () => balancer.order(candidates, { group: 'chat' })[0]?.deployment.id;
  expect([next(), next(), next(), next()]).toEqual(['openai/a', 'azure/a', 'groq/a', 'openai/a']);
});
