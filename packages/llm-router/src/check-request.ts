import type { ChatRequest } from '@llm-router/core';
import { checkMessage } from './check-message.ts';
import { invalidRequest, isObject, shown } from './invalid-request.ts';

/**
 * Makes a request of a plain prompt, and refuses what no provider could answer.
 *
 * @throws RouterError `invalid_request` naming the place and the mend
 */
export function checkRequest(request: ChatRequest | string): ChatRequest {
  if (typeof request === 'string') {
    if (request.trim() === '') throw invalidRequest('the prompt', 'is empty', 'give it some text');
    return { messages: [{ role: 'user', content: request }] };
  }
  if (!isObject(request)) {
    const mend = 'give a prompt or { messages: [...] }';
    throw invalidRequest('the request', `is ${shown(request)}`, mend);
  }
  const { messages, model } = request;
  if (!Array.isArray(messages)) {
    const mend = "give it as [{ role: 'user', content: '...' }]";
    throw invalidRequest('request.messages', 'is not a list', mend);
  }
  if (messages.length === 0) {
    throw invalidRequest('request.messages', 'is empty', 'give at least one message');
  }
  // Not `forEach`, which passes over holes.
  for (const [index, message] of messages.entries()) {
    checkMessage(message, `request.messages[${index}]`);
  }
  if (typeof model !== 'string' && model !== undefined && model !== null) {
    throw invalidRequest('request.model', `is ${shown(model)}`, 'give the name of a model');
  }
  checkTools(request.tools, 'request.tools');
  checkTools(request.functions, 'request.functions');
  checkOutputLimit(request.max_tokens, 'request.max_tokens');
  checkOutputLimit(request.max_completion_tokens, 'request.max_completion_tokens');
  return request;
}

function checkTools(tools: unknown, where: string): void {
  if (tools === undefined || tools === null) return;
  if (!Array.isArray(tools)) throw invalidRequest(where, 'is not a list', 'give a list of tools');
  const wrong = tools.findIndex((tool) => !isObject(tool));
  if (wrong < 0) return;
  const mend = "give it as { type: 'function', function: { name, parameters } }";
  throw invalidRequest(`${where}[${wrong}]`, 'is not an object', mend);
}

/** A number below 0, or none at all, would spoil the account of the limits. */
function checkOutputLimit(limit: unknown, where: string): void {
  if (limit === undefined || limit === null) return;
  if (typeof limit === 'number' && limit >= 1 && Number.isFinite(limit)) return;
  throw invalidRequest(where, `is ${shown(limit)}`, 'give a number of at least 1');
}
