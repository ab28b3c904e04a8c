import { parsePortkeyConfig } from '../src/index.ts';

const targetOf = (model: string) => ({
  provider: 'openai',
  api_key: 'k',
  override_params: { model },
});
const condition = Object.fromEntries([
  ['query', { 'metadata.plan': 'free' }],
  ['then', 'x'],
]);

/** Every documented key, with a value that says something. */
const keys: readonly (readonly [
  where: 'top' | 'strategy' | 'target',
  key: string,
  value: unknown,
])[] = [
  ['strategy', 'mode', 'loadbalance'],
  ['strategy', 'on_status_codes', [429]],
  ['strategy', 'conditions', [condition]],
  ['strategy', 'default', 'x'],
  ['strategy', 'cb_config', { failure_threshold: 2, cooldown_interval: 40_000 }],
  ['strategy', 'sticky', { enabled: true }],
  ['top', 'cb_config', { failure_threshold_percentage: 20, minimum_requests: 9 }],
  ['top', 'cb_config', { failure_status_codes: [500] }],
  ['top', 'cb_config', { failure_threshold: 0 }],
  ['top', 'cb_config', { failure_threshold_percentage: 100 }],
  ['top', 'cb_config', { minimum_requests: 9 }],
  ['top', 'cb_config', { cooldown_interval: 0 }],
  ['top', 'retry', { attempts: 2 }],
  ['target', 'retry', { attempts: 0, use_retry_after_header: false }],
  ['target', 'retry', { attempts: 0, use_retry_after_headers: true }],
  ['target', 'retry', { attempts: 1, on_status_codes: [429] }],
  ['top', 'cache', { mode: 'simple', max_age: 60 }],
  ['top', 'cache', { mode: 'semantic' }],
  ['top', 'options', [{}]],
  ['top', 'provider', 'openai'],
  ['top', 'api_key', 'k'],
  ['target', 'name', 'x'],
  ['target', 'provider', 'groq'],
  ['target', 'api_key', ''],
  ['target', 'weight', 3],
  ['target', 'request_timeout', 900],
  ['target', 'custom_host', 'http://localhost:9/v1'],
  ['target', 'override_params', { model: 'another' }],
  ['target', 'override_params', { model: 'a', top_p: 1 }],
  ['target', 'strategy', { mode: 'single' }],
  ['target', 'targets', []],
  ['target', 'openai_organization', 'o'],
  ['target', 'openai_project', 'p'],
  ['target', 'azure_model_name', 'n'],
  ['target', 'deployment_id', 'd'],
  ['target', 'deployments', [{ deployment_id: 'd', alias: 'x' }]],
  ['target', 'strict_open_ai_compliance', false],
  ...'virtual_key on_status_codes forward_headers default_params drop_params passthrough prompt_id before_request_hooks after_request_hooks input_guardrails output_guardrails input_mutators output_mutators aws_access_key_id aws_secret_access_key aws_session_token aws_region vertex_project_id vertex_region vertex_service_account_json azure_auth_mode resource_name api_version id'
    .split(' ')
    .map((key) => ['target', key, 'any'] as const),
];

function parse(where?: string, key = '', value?: unknown) {
  const extra = (place: string) => (place === where ? { [key]: value } : {});
  const { config, warnings } = parsePortkeyConfig({
    ...extra('top'),
    strategy: { mode: 'fallback', ...extra('strategy') },
    targets: [{ ...targetOf('a'), ...extra('target') }, targetOf('b')],
  });
  return { text: JSON.stringify(config), warnings };
}

test('the configuration without any of the keys has no warning', () => {
  expect(parse().warnings).toEqual([]);
});

test.each(keys)('at the %s, %s as %j is taken over or named', (where, key, value) => {
  const { text, warnings } = parse(where, key, value);
  const place = { top: key, strategy: `strategy.${key}`, target: `targets[0].${key}` }[where];
  const isNamed = warnings.some((warning) => warning.startsWith(place));
  expect(isNamed || text !== parse().text).toBe(true);
});

test.each([
  ['retry.jitter', { retry: { attempts: 1, jitter: 1 } }],
  ['retry.exponential', { retry: { attempts: 1, exponential: true } }],
  ['strategy', { strategy: { mode: 'fallback', on_status_codes: [429] } }],
  ['strategy.targets', { strategy: { mode: 'single', targets: [{}] }, targets: [targetOf('c')] }],
  ['cache', { cache: true }],
  ['cache.size', { cache: { mode: 'simple', size: 3 } }],
])('of a single target, %s is named where it means nothing', (place, more) => {
  const { warnings } = parsePortkeyConfig({ ...targetOf('a'), ...more });
  expect(warnings.map((text) => text.split(':')[0])).toContain(place);
});

test('conditions below the top are named', () => {
  const inner = { strategy: { mode: 'conditional', default: 'x' }, targets: [targetOf('a')] };
  const { warnings } = parsePortkeyConfig({ strategy: { mode: 'fallback' }, targets: [inner] });
  expect(warnings.join()).toContain('targets[0].strategy: only the outermost');
});
