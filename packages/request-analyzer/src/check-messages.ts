import { RouterError } from '@llm-router/core';

/**
 * Refuses messages whose text cannot be read.
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
  const { content } = message as { content?: unknown };
  if (typeof content === 'string' || content === undefined || content === null) return;
  const where = `messages[${index}].content`;
  if (!Array.isArray(content)) throw unreadable(where, content, 'text or a list of parts');
  for (let place = 0; place < content.length; place++) {
    const part: unknown = content[place];
    if (typeof part !== 'object' || part === null) {
      throw unreadable(`${where}[${place}]`, part, "a part such as { type: 'text', text: '...' }");
    }
    const { type, text } = part as { type?: unknown; text?: unknown };
    if (type === 'text' && typeof text !== 'string') {
      throw unreadable(`${where}[${place}].text`, text, 'text');
    }
  }
}

function unreadable(where: string, value: unknown, expected: string): RouterError {
  const kind =
    value === null ? 'null' : Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
  return new RouterError('invalid_request', `request.${where} is ${kind}; expected ${expected}.`);
}
