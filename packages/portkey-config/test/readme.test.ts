import { parsePortkeyConfig, toPortkeyConfig } from '../src/index.ts';

it('does what its README says', () => {
  const { config, warnings } = parsePortkeyConfig({
    strategy: { mode: 'fallback', on_status_codes: [429, 503] },
    retry: { attempts: 1 },
    targets: [
      { provider: 'openai', api_key: 'sk-1', override_params: { model: 'gpt-4o' } },
      { provider: 'x-ai', api_key: 'xai-2', override_params: { model: 'grok-4', seed: 7 } },
    ],
  });
  expect(config.retry?.maxAttempts).toBe(4);
  expect(String(config.deployments?.[1]?.apiKey)).toBe('***');
  expect(warnings[0]).toBe(
    'targets[1].override_params.seed: can only be given with the request. It is left out.',
  );
  const written = toPortkeyConfig({ deployments: config.deployments ?? [] });
  expect(written['strategy']).toEqual({ mode: 'fallback' });
});
