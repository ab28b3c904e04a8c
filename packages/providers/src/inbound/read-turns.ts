import type { AssistantMessage, ChatMessage, ContentPart, ToolCall } from '@llm-router/core';
import { fieldsOf, isObject, textOf } from '../json.ts';
import { redactedDetail, thinkingDetail } from '../messages/thinking-details.ts';
import { contentOf, markerOf, readPart, readParts, splitParts } from './read-parts.ts';
import { unreadable } from './unreadable.ts';

/**
 * The turns of a messages request, as messages of OpenAI's shape: a tool's results become messages of
 * their own, before what else the user says.
 *
 * @throws RouterError `invalid_request` naming the place
 */
export function readTurns(turns: unknown, losses: Set<string>): ChatMessage[] {
  if (!Array.isArray(turns) || turns.length === 0) {
    const mend = "give it as [{ role: 'user', content: '...' }]";
    throw unreadable('messages', 'is no list of at least one message', mend);
  }
  return turns.flatMap((turn, index) => readTurn(turn, `messages[${index}]`, losses));
}

function readTurn(turn: unknown, place: string, losses: Set<string>): ChatMessage[] {
  const { role, content } = fieldsOf<'role' | 'content'>(turn);
  const where = `${place}.content`;
  if (role === 'user') return readUser(content, where, losses);
  if (role === 'assistant') return [readAssistant(content, where, losses)];
  if (role === 'system') return readSystem(content, where, losses);
  const shown = typeof role === 'string' ? `'${role.slice(0, 40)}'` : typeof role;
  throw unreadable(`${place}.role`, `is ${shown}`, 'use user, assistant or system');
}

/** System text, at the top of a request or inside the conversation. */
export function readSystem(content: unknown, place: string, losses: Set<string>): ChatMessage[] {
  const { texts, others } = splitParts(readParts(content, place, losses));
  if (others.length > 0) throw unreadable(place, 'holds what is no text', 'give text blocks only');
  return texts.length === 0 ? [] : [{ role: 'system', content: contentOf(texts) }];
}

function readUser(content: unknown, place: string, losses: Set<string>): ChatMessage[] {
  if (!Array.isArray(content)) {
    const parts = readParts(content, place, losses);
    return [{ role: 'user', content: contentOf(parts) }];
  }
  const results: ChatMessage[] = [];
  const said: ContentPart[] = [];
  for (const [index, block] of content.entries()) {
    const where = `${place}[${index}]`;
    if (fieldsOf<'type'>(block).type === 'tool_result') {
      const { message, images } = readResult(block, where, losses);
      results.push(message);
      said.push(...images);
    } else said.push(...readPart(block, where, losses));
  }
  return said.length === 0 && results.length > 0
    ? results
    : [...results, { role: 'user', content: contentOf(said) }];
}

/** A result in OpenAI's shape is text; images in it are shown by the user instead. */
function readResult(block: unknown, place: string, losses: Set<string>) {
  const raw = fieldsOf<'tool_use_id' | 'content' | 'is_error' | 'cache_control'>(block);
  const id = textOf(raw.tool_use_id);
  if (!id) throw unreadable(`${place}.tool_use_id`, 'is missing', 'give the id of the tool call');
  const given = raw.content === undefined || raw.content === null ? '' : raw.content;
  const { texts, others } = splitParts(readParts(given, `${place}.content`, losses));
  if (raw.is_error === true) losses.add('is_error of a tool result was left out');
  if (others.length > 0) losses.add('images in a tool result were sent as a user message');
  const marker = markerOf(raw.cache_control);
  const last = texts.at(-1);
  if (marker.cache_control && last) texts.splice(-1, 1, { ...last, ...marker });
  const message: ChatMessage = { role: 'tool', tool_call_id: id, content: contentOf(texts) };
  return { message, images: others };
}

function readAssistant(content: unknown, place: string, losses: Set<string>): AssistantMessage {
  const blocks = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  if (!Array.isArray(blocks)) {
    throw unreadable(place, 'is no content', 'give text or a list of blocks');
  }
  const said: ContentPart[] = [];
  const calls: ToolCall[] = [];
  const details: object[] = [];
  const unsigned: string[] = [];
  for (const [index, block] of blocks.entries()) {
    const where = `${place}[${index}]`;
    const raw = fieldsOf<'type' | 'thinking' | 'signature' | 'data'>(block);
    if (raw.type === 'tool_use') calls.push(readCall(block, where));
    else if (raw.type === 'thinking') {
      const text = textOf(raw.thinking) ?? '';
      const signature = textOf(raw.signature);
      // Without a signature nobody but its own issuer would take it back.
      if (signature) details.push({ ...thinkingDetail(index, { text }), signature });
      else unsigned.push(text);
    } else if (raw.type === 'redacted_thinking') {
      details.push(redactedDetail(index, textOf(raw.data) ?? ''));
    } else said.push(...readPart(block, where, losses));
  }
  const { texts, others } = splitParts(said);
  if (others.length > 0) throw unreadable(place, 'holds what no answer holds', 'give text blocks');
  return {
    role: 'assistant',
    content: texts.length === 0 ? null : contentOf(texts),
    ...(calls.length > 0 && { tool_calls: calls }),
    ...(unsigned.length > 0 && { reasoning_content: unsigned.join('\n') }),
    ...(details.length > 0 && { reasoning_details: details }),
  };
}

function readCall(block: unknown, place: string): ToolCall {
  const raw = fieldsOf<'id' | 'name' | 'input'>(block);
  const [id, name] = [textOf(raw.id), textOf(raw.name)];
  if (!id || !name || !isObject(raw.input)) {
    const mend = "give it as { type: 'tool_use', id, name, input } with an object as input";
    throw unreadable(place, 'is no tool call', mend);
  }
  return { id, type: 'function', function: { name, arguments: JSON.stringify(raw.input) } };
}
