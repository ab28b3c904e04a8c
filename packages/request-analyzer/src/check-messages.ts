import { RouterError } from '@llm-router/core';
import { misshapenPart } from './misshapen-part.ts';

/**
 * Refuses messages that cannot be read.
 *
 * @throws RouterError `invalid_request` naming the place and the mend
 */
export function checkMessages(request: unknown): void {
  const messages = (request as { messages?: unknown } | null | undefined)?.messages;
  if (!Array.isArray(messages)) {
    throw unreadable('messages', messages, "a list such as [{ role: 'user', content: '...' }]");
  }
  for (let index = 0; index < messages.length; index++) checkMessage(messages[index], index);
}

function checkMessage(message: unknown, index: number): void {
  if (typeof message !== 'object' || message === null) {
    throw unreadable(`messages[${index}]`, message, "{ role: 'user', content: '...' }");
  }
  const { content, tool_calls: calls } = message as { content?: unknown; tool_calls?: unknown };
  checkCalls(calls, `messages[${index}].tool_calls`);
  if (typeof content === 'string' || content === undefined || content === null) return;
  const where = `messages[${index}].content`;
  if (!Array.isArray(content)) throw unreadable(where, content, 'text or a list of parts');
  for (let place = 0; place < content.length; place++) {
    const part: unknown = content[place];
    if (typeof part !== 'object' || part === null) {
      throw unreadable(`${where}[${place}]`, part, "a part such as { type: 'text', text: '...' }");
    }
    const fault = misshapenPart(part);
    if (fault) throw unreadable(`${where}[${place}].${fault.field}`, fault.value, fault.expected);
  }
}

function checkCalls(calls: unknown, where: string): void {
  if (calls === undefined || calls === null) return;
  if (!Array.isArray(calls)) throw unreadable(where, calls, 'a list of tool calls');
  for (let place = 0; place < calls.length; place++) {
    const call = calls[place] as { function?: unknown; custom?: unknown } | null | undefined;
    const body = (call?.custom ?? call?.function) as Record<string, unknown> | null | undefined;
    const input = body?.['arguments'] ?? body?.['input'];
    if (typeof body?.['name'] !== 'string' || typeof input !== 'string') {
      throw unreadable(
        `${where}[${place}]`,
        call,
        'a tool call with a name and its arguments as text',
      );
    }
  }
}

function unreadable(where: string, value: unknown, expected: string): RouterError {
  const kind =
    value === null ? 'null' : Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
  return new RouterError('invalid_request', `request.${where} is ${kind}; expected ${expected}.`);
}
