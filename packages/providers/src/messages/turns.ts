import type { ChatMessage, ToolMessage } from '@llm-router/core';
import { Untranslatable } from '../untranslatable.ts';
import { toAssistantBlocks } from './assistant-blocks.ts';
import { type Block, toBlocks } from './content-blocks.ts';
import { createToolUseIds, type ToolUseIds } from './tool-use-ids.ts';

/** A turn of the conversation as Anthropic counts them: roles never come twice in a row. */
export interface Turn {
  readonly role: 'user' | 'assistant' | 'system';
  readonly content: Block[];
}

export interface Conversation {
  /** The system messages at the beginning. */
  readonly system: readonly Block[];
  readonly turns: readonly Turn[];
}

/**
 * A conversation as Anthropic takes it. System messages at the beginning go to the top. Later ones
 * stay in their place, as what they are where the model takes them there, else as a user's words.
 *
 * @throws Untranslatable
 */
export function buildTurns(
  messages: readonly ChatMessage[],
  options: { readonly lateSystem: boolean; readonly losses: Set<string> },
): Conversation {
  const { losses } = options;
  const ids = createToolUseIds();
  const system: Block[] = [];
  const turns: Turn[] = [];
  for (const message of messages) {
    if ('name' in message && message.name) losses.add('name of a message was left out');
    const turn = toTurn(message, ids, losses);
    if (turn.role === 'system' && turns.length === 0) system.push(...turn.content);
    else addTurn(turns, turn);
  }
  const settled = settleSystem(turns, options);
  if (settled.length > 0 || system.length === 0)
    return { system, turns: trimLast(settled, losses) };
  losses.add('the system message was sent as a user message: there is no other');
  return { system: [], turns: [{ role: 'user', content: system }] };
}

function toTurn(message: ChatMessage, ids: ToolUseIds, losses: Set<string>): Turn {
  switch (message.role) {
    case 'system':
    case 'developer':
      return { role: 'system', content: toBlocks(message.content, losses) };
    case 'user':
      return { role: 'user', content: toBlocks(message.content, losses) };
    case 'assistant':
      return { role: 'assistant', content: toAssistantBlocks(message, ids, losses) };
    case 'tool':
      return { role: 'user', content: [toToolResult(message, ids, losses)] };
    default:
      throw new Untranslatable(
        `a message of role '${String(message.role)}' cannot be sent: use the role tool for results`,
      );
  }
}

function toToolResult(message: ToolMessage, ids: ToolUseIds, losses: Set<string>): Block {
  const { content: written } = message;
  const blocks = toBlocks(written, losses);
  // A marker inside a result is refused; on the result it means the same.
  const marker = blocks.findLast((block) => block['cache_control'])?.['cache_control'];
  const bare = blocks.map(({ cache_control: _marker, ...block }) => block);
  const content = typeof written === 'string' ? written : bare;
  return {
    type: 'tool_result',
    tool_use_id: ids.result(message.tool_call_id),
    ...(content.length > 0 && { content }),
    ...(marker !== undefined && { cache_control: marker }),
  };
}

const isResult = (block: Block): boolean => block['type'] === 'tool_result';

/** Adds to the last turn where the role is the same; tool results go before everything else. */
function addTurn(turns: Turn[], turn: Turn): void {
  if (turn.content.length === 0) return;
  const last = turns.at(-1);
  if (last?.role !== turn.role) {
    turns.push({ role: turn.role, content: [...turn.content] });
    return;
  }
  const all = [...last.content, ...turn.content];
  const results = all.filter(isResult);
  const others = all.filter((block) => !isResult(block));
  last.content.splice(0, last.content.length, ...results, ...others);
}

function settleSystem(
  turns: readonly Turn[],
  { lateSystem, losses }: { readonly lateSystem: boolean; readonly losses: Set<string> },
): Turn[] {
  const settled: Turn[] = [];
  for (const [position, turn] of turns.entries()) {
    const before = turns[position - 1]?.role;
    const after = turns[position + 1]?.role;
    const fits = lateSystem && before === 'user' && after !== 'user';
    if (turn.role !== 'system' || fits) {
      addTurn(settled, turn);
      continue;
    }
    losses.add('a system message inside the conversation was sent as a user message');
    addTurn(settled, { role: 'user', content: turn.content });
  }
  return settled;
}

/** White space at the end of a last answer, which is to be continued, is refused. */
function trimLast(turns: readonly Turn[], losses: Set<string>): readonly Turn[] {
  const last = turns.at(-1);
  const block = last?.content.at(-1);
  if (last?.role !== 'assistant' || typeof block?.['text'] !== 'string') return turns;
  const text = block['text'].trimEnd();
  if (text === block['text']) return turns;
  losses.add('white space at the end of the last answer was left out');
  const content = [...last.content.slice(0, -1), { ...block, text }];
  return [...turns.slice(0, -1), { role: 'assistant', content }];
}
