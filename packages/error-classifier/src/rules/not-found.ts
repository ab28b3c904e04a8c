import { type PreparedRule, prepareRules } from '../rule.ts';

/** Models, deployments and other things that are not there. */
export const notFoundRules: readonly PreparedRule[] = prepareRules([
  // It is there, but not for this project.
  { words: ['model_not_found'], status: [403], category: 'permission' },
  {
    words: [
      'model_not_found',
      'ModelNotFound',
      'model_not_supported',
      'model_not_available',
      'model_decommissioned',
      'model_deprecated',
      'invalid_model',
      'unknown_model',
      'unavailable_model',
      'DeploymentNotFound',
      'no_endpoints',
    ],
    category: 'not_found',
  },
  {
    // A file or an earlier answer lives in one account: no other has it.
    words: [
      'previous_response_not_found',
      'fine_tune_not_found',
      'file_not_found',
      'thread_not_found',
      'assistant_not_found',
      'batch_not_found',
    ],
    category: 'not_found',
    failover: false,
  },
  {
    text: /^(?:could not find (?!.{0,20}model)|no (?:such )?(?:file|batch|thread|assistant|run|job|vector store|fine-?tun\w+|tool output|response|container|conversation|message|upload|item)\b|(?:file|batch|thread|assistant|run|job|vector store|response|completion|dataset|container|conversation|item|message)s?\b.{0,120}\bnot found|not found: cache|(?:.{0,20} )?tuned model )/im,
    status: [404],
    category: 'not_found',
    failover: false,
  },
  {
    text: [
      /not (?:a )?supported in the v1\//i,
      /supported in v1\//i,
      /only supported in/i,
      /does not support (?:chat|completions|embeddings|this (?:endpoint|operation))/i,
    ],
    status: [404],
    category: 'invalid_request',
    failover: true,
  },
  {
    text: [
      /^.{0,60}\b(?:unknown|invalid|unsupported|no such|unrecognized) model\b(?! (?:parameter|output|response))/im,
      /^.{0,30}\bmodels?\b(?! (?:response|output)).{0,160}?\b(?:does ?n.t exist|does not exist|not exist|(?:is |was |be )?not found|not available|has been (?:deprecated|decommissioned|removed)|is not supported(?=[.,;]|$| by any)|is not a valid model|unavailable|identifier is invalid)/im,
      /\bnot a valid model\b/i,
      /unable to access model/i,
      /model identifier is invalid/i,
      /reached the end of its life/i,
      /模型不存在/i,
    ],
    status: [400, 422],
    category: 'not_found',
  },
]);
