import { type ChatRequest, RouterError } from '@llm-router/core';

const roles = ['system', 'developer', 'user', 'assistant', 'tool', 'function'];

/**
 * Makes a request of a plain prompt, and refuses what no provider could answer.
 *
 * @throws RouterError `invalid_request` naming the place and the mend
 */
export function checkRequest(request: ChatRequest | string): ChatRequest {
  if (typeof request === 'string') {
    if (request.trim() === '') throw invalid('the prompt', 'is empty', 'give it some text');
    return { messages: [{ role: 'user', content: request }] };
  }
  if (typeof request !== 'object' || request === null) {
    throw invalid('the request', `is ${String(request)}`, 'give a prompt or { messages: [...] }');
  }
  const { messages } = request;
  if (!Array.isArray(messages)) {
    throw invalid(
      'request.messages',
      'is not a list',
      "give it as [{ role: 'user', content: '...' }]",
    );
  }
  if (messages.length === 0) {
    throw invalid('request.messages', 'is empty', 'give at least one message');
  }
  messages.forEach((message, index) => {
    checkMessage(message, `request.messages[${index}]`);
  });
  return request;
}

function checkMessage(message: unknown, where: string): void {
  if (typeof message !== 'object' || message === null) {
    throw invalid(where, 'is not an object', "give it as { role: 'user', content: '...' }");
  }
  const { role, content } = message as { role?: unknown; content?: unknown };
  if (typeof role !== 'string' || !roles.includes(role)) {
    throw invalid(`${where}.role`, `is ${JSON.stringify(role)}`, `use one of ${roles.join(', ')}`);
  }
  const isText = typeof content === 'string';
  const isList = Array.isArray(content);
  const mayBeAbsent = role === 'assistant' || role === 'function';
  if (isText || isList || (mayBeAbsent && (content === undefined || content === null))) return;
  throw invalid(
    `${where}.content`,
    `is ${content === null ? 'null' : typeof content}`,
    'give text or a list of parts',
  );
}

function invalid(what: string, problem: string, mend: string): RouterError {
  return new RouterError('invalid_request', `${what} ${problem}: ${mend}.`);
}
