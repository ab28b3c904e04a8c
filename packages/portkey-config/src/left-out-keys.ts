const hosted = "is understood by Portkey's hosted service only";
const guardrail = 'is not understood: guardrails and mutators are not part of the router';
const credentials = 'is not understood: give what signs the request to a provider of your own';
const azure = 'is not understood: give the whole address as custom_host';

/** Keys of Portkey's configuration that the router cannot say, and why. */
export const leftOutKeys: Readonly<Record<string, string>> = {
  id: hosted,
  virtual_key: `${hosted}: give the provider's own key as api_key`,
  prompt_id: hosted,
  passthrough: hosted,
  default_params: `${hosted}: give them with the request`,
  drop_params: `${hosted}: what a provider refuses is left out anyway`,
  forward_headers: 'is not understood: give headers that are always the same in the deployment',
  on_status_codes:
    'has no effect here; neither has it at the gateway: it stands in strategy or retry',
  before_request_hooks: guardrail,
  after_request_hooks: guardrail,
  input_guardrails: guardrail,
  output_guardrails: guardrail,
  default_input_guardrails: guardrail,
  default_output_guardrails: guardrail,
  input_mutators: guardrail,
  output_mutators: guardrail,
  aws_access_key_id: credentials,
  aws_secret_access_key: credentials,
  aws_session_token: credentials,
  aws_region: credentials,
  vertex_project_id: credentials,
  vertex_region: credentials,
  vertex_service_account_json: credentials,
  azure_auth_mode: credentials,
  resource_name: azure,
  api_version: azure,
  deployments: azure,
  options: 'is of a form older than 1.0, which the gateway refuses too',
};

/** Keys of a single target that mean nothing beside `strategy` and `targets`. */
export const notOfGroups: Readonly<Record<string, string>> = {
  ...leftOutKeys,
  ...Object.fromEntries(
    'provider api_key azure_model_name deployment_id openai_project openai_organization'
      .split(' ')
      .map((name) => [name, 'has no effect beside targets']),
  ),
};
