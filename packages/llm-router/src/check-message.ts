import { invalidRequest, isObject } from './invalid-request.ts';

const roles = ['system', 'developer', 'user', 'assistant', 'tool', 'function'];

/**
 * Refuses a message that no provider could read.
 *
 * @param where its place, for the error
 * @throws RouterError `invalid_request`
 */
export function checkMessage(message: unknown, where: string): void {
  if (!isObject(message)) {
    throw invalidRequest(where, 'is not an object', "give it as { role: 'user', content: '...' }");
  }
  const { role, content } = message;
  if (typeof role !== 'string' || !roles.includes(role)) {
    const shown = typeof role === 'string' ? `'${role.slice(0, 40)}'` : typeof role;
    throw invalidRequest(`${where}.role`, `is ${shown}`, `use one of ${roles.join(', ')}`);
  }
  if (role === 'assistant') checkCalls(message['tool_calls'], `${where}.tool_calls`);
  if (typeof content === 'string') return;
  if (Array.isArray(content)) {
    for (const [index, part] of content.entries()) checkPart(part, `${where}.content[${index}]`);
    return;
  }
  const mayBeAbsent = role === 'assistant' || role === 'function';
  if (mayBeAbsent && (content === undefined || content === null)) return;
  throw invalidRequest(
    `${where}.content`,
    `is ${content === null ? 'null' : typeof content}`,
    'give text or a list of parts',
  );
}

/** Where each kind of part keeps what it carries, and what that is; the path is within the part. */
const carried: { readonly [type: string]: readonly [path: string, type: 'string' | 'object'] } = {
  text: ['text', 'string'],
  refusal: ['refusal', 'string'],
  image_url: ['image_url.url', 'string'],
  input_audio: ['input_audio.data', 'string'],
  file: ['file', 'object'],
};

/** Parts of a type that is not known here are the provider's business. */
function checkPart(part: unknown, where: string): void {
  if (!isObject(part) || typeof part['type'] !== 'string') {
    throw invalidRequest(where, 'has no type', "give it as { type: 'text', text: '...' }");
  }
  const [path, type] = (Object.hasOwn(carried, part['type']) && carried[part['type']]) || [];
  if (path === undefined) return;
  let value: unknown = part;
  for (const name of path.split('.')) value = isObject(value) ? value[name] : undefined;
  const ok = type === 'string' ? typeof value === 'string' : isObject(value);
  if (ok) return;
  const found = value === null ? 'null' : typeof value;
  const expected = type === 'string' ? 'text' : 'an object';
  throw invalidRequest(`${where}.${path}`, `is ${found}`, `give ${expected}`);
}

function checkCalls(calls: unknown, where: string): void {
  if (calls === undefined || calls === null) return;
  if (!Array.isArray(calls)) throw invalidRequest(where, 'is not a list', 'give a list of calls');
  for (const [index, call] of calls.entries()) {
    const own = isObject(call)
      ? call['type'] === 'custom'
        ? call['custom']
        : call['function']
      : 0;
    const words = isObject(own) ? [own['name'], own['arguments'] ?? own['input']] : [undefined];
    if (words.every((word) => typeof word === 'string')) continue;
    throw invalidRequest(
      `${where}[${index}]`,
      'is not a call',
      "give it as { id, type: 'function', function: { name, arguments } } with arguments as text",
    );
  }
}
