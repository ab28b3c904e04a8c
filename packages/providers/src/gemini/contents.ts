import type { ChatMessage, ToolMessage } from '@llm-router/core';
import { isObject, parseJson } from '../json.ts';
import { Untranslatable } from '../untranslatable.ts';
import { toParts } from './content-parts.ts';
import type { GeminiTraits } from './gemini-traits.ts';
import { toModelParts } from './model-parts.ts';
import type { Part } from './part.ts';

/** A turn of the conversation; roles never come twice in a row. */
export interface Content {
  readonly role: 'user' | 'model';
  readonly parts: Part[];
}

export interface Conversation {
  /** The system messages at the beginning. */
  readonly system: readonly Part[];
  readonly contents: readonly Content[];
}

/**
 * A conversation as Gemini takes it. System messages at the beginning go to `systemInstruction`,
 * later ones become a user's words.
 *
 * @throws Untranslatable
 */
export function buildContents(
  messages: readonly ChatMessage[],
  traits: Pick<GeminiTraits, 'system' | 'signedCalls'>,
  losses: Set<string>,
): Conversation {
  const names = new Map<string, string>();
  const system: Part[] = [];
  const contents: Content[] = [];
  for (const message of messages) {
    if ('name' in message && message.name) losses.add('name of a message was left out');
    const isSystem = message.role === 'system' || message.role === 'developer';
    if (isSystem && contents.length === 0) {
      system.push(...toParts(message.content, losses));
      continue;
    }
    if (isSystem) losses.add('a system message inside the conversation was sent as a user message');
    addContent(contents, toContent(message, names, traits, losses));
  }
  if (system.length === 0 || (traits.system && contents.length > 0)) return { system, contents };
  losses.add(
    traits.system
      ? 'the system message was sent as a user message: there is no other'
      : 'the system message was sent as a user message: this model takes none',
  );
  const opening: Content[] = [{ role: 'user', parts: system }];
  for (const content of contents) addContent(opening, content);
  return { system: [], contents: opening };
}

function toContent(
  message: ChatMessage,
  names: Map<string, string>,
  { signedCalls }: Pick<GeminiTraits, 'signedCalls'>,
  losses: Set<string>,
): Content {
  switch (message.role) {
    case 'system':
    case 'developer':
    case 'user':
      return { role: 'user', parts: orEmptyText(toParts(message.content, losses)) };
    case 'assistant':
      for (const call of message.tool_calls ?? []) {
        names.set(call.id, call.type === 'custom' ? call.custom.name : call.function.name);
      }
      return { role: 'model', parts: orEmptyText(toModelParts(message, signedCalls, losses)) };
    case 'tool':
      return { role: 'user', parts: [toResult(message, names, losses)] };
    default:
      throw new Untranslatable(
        `a message of role '${String(message.role)}' cannot be sent: use the role tool for results`,
      );
  }
}

/** A turn in which nothing was said stays a turn: without it, others would run together. */
function orEmptyText(parts: Part[]): Part[] {
  return parts.length > 0 ? parts : [{ text: '' }];
}

/** Gemini knows a result by the name of its tool, which only the call tells. */
function toResult(
  { tool_call_id: id, content }: ToolMessage,
  names: ReadonlyMap<string, string>,
  losses: Set<string>,
): Part {
  const name = names.get(id);
  if (name === undefined) {
    throw new Untranslatable('a tool message cannot be sent: no earlier call has its tool_call_id');
  }
  const parts = toParts(content, losses);
  const texts = parts.filter((part) => 'text' in part).map(({ text }) => String(text));
  const others = parts.filter((part) => !('text' in part));
  const response = toResponse(texts.join('\n'));
  return { functionResponse: { id, name, response, ...(others.length > 0 && { parts: others }) } };
}

/** A result must be an object; anything else is its output. */
function toResponse(text: string): object {
  const value = parseJson(text);
  return isObject(value) ? value : { output: text };
}

const isResult = (part: Part): boolean => 'functionResponse' in part;

/** Adds to the last turn where the role is the same; results go before everything else. */
function addContent(contents: Content[], { role, parts }: Content): void {
  const last = contents.at(-1);
  if (last?.role !== role) {
    contents.push({ role, parts: [...parts] });
    return;
  }
  const all = [...last.parts, ...parts];
  const sorted = [...all.filter(isResult), ...all.filter((part) => !isResult(part))];
  last.parts.splice(0, last.parts.length, ...sorted);
}
