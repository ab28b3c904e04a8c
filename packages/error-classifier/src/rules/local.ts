import { type PreparedRule, prepareRules } from '../rule.ts';

/** Servers on one's own machine: Ollama, LM Studio, llama.cpp and vLLM. */
export const localRules: readonly PreparedRule[] = prepareRules([
  // It stays down until somebody starts it again.
  {
    words: ['EngineDeadError', 'AsyncEngineDeadError'],
    category: 'server_error',
    retryable: false,
  },
  { words: ['exceed_context_size_error'], category: 'context_length' },
  // It stays too large for this machine.
  {
    text: /requires more system memory|out of memory|insufficient (?:vram|system resources)/i,
    status: [400, 500],
    category: 'server_error',
    retryable: false,
  },
  {
    text: /^no models? (?:is |are )?loaded|model is not loaded/im,
    status: [400, 404],
    category: 'not_found',
  },
  {
    text: /model (?:has |is )?(?:crashed|unloaded)|runner process/i,
    status: [400, 500],
    category: 'server_error',
  },
  {
    text: /trying to keep the first \d+ tokens|\bn_ctx\b|is too large to process/i,
    status: [400, 500],
    category: 'context_length',
  },
]);
