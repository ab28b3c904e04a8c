import { readBlocks } from './anthropic-blocks.ts';
import { type Fields, isFields } from './fields.ts';
import { Mistake } from './mistake.ts';

/** One message; text that stood alone is a block. */
export interface Turn {
  readonly role: 'user' | 'assistant' | 'system';
  readonly blocks: readonly Fields[];
  /** The path of the message. */
  readonly where: string;
}

/**
 * Reads the messages of a request. Refused is what a translation from another wire gets wrong:
 * strange roles, empty content, tool calls and results that do not belong together.
 */
export function readTurns(messages: unknown): readonly Turn[] {
  if (!Array.isArray(messages) || messages.length === 0) {
    throw new Mistake('a list of at least one message is required.', 'messages');
  }
  const turns = messages.map((message, index) => readTurn(message, `messages.${index}`));
  const last = turns.length - 1;
  const empty = turns.find(({ role, blocks }, index) => {
    return blocks.length === 0 && !(index === last && role === 'assistant');
  });
  if (empty !== undefined) {
    throw new Mistake('only a final assistant message may be empty.', empty.where);
  }
  checkEnd(turns[last]);
  checkCalls(joinTurns(turns));
  return turns;
}

function readTurn(message: unknown, where: string): Turn {
  if (!isFields(message)) throw new Mistake('a message is expected.', where);
  const role = (['user', 'assistant', 'system'] as const).find((one) => one === message['role']);
  if (role === undefined) {
    throw new Mistake("'user', 'assistant' or 'system' is expected.", `${where}.role`);
  }
  return { role, blocks: readBlocks(message['content'], `${where}.content`), where };
}

function checkEnd(turn: Turn | undefined): void {
  const text = turn?.role === 'assistant' ? turn.blocks.at(-1)?.['text'] : undefined;
  if (typeof text === 'string' && /\s$/.test(text)) {
    throw new Mistake('final assistant text must not end in white space.', turn?.where);
  }
}

/** Neighbours of one role count as one message; a system message between them is none of the talk. */
function joinTurns(turns: readonly Turn[]): readonly Turn[] {
  const joined: (Turn & { readonly blocks: Fields[] })[] = [];
  for (const { role, blocks, where } of turns) {
    const before = joined.at(-1);
    if (role === 'system') continue;
    if (before?.role !== role) joined.push({ role, blocks: [...blocks], where });
    else for (const block of blocks) before.blocks.push(block);
  }
  return joined;
}

/** Each call needs its result in the very next message, before anything else, and each result its call. */
function checkCalls(turns: readonly Turn[]): void {
  for (const [index, { role, blocks, where }] of turns.entries()) {
    const results = idsOf(blocks, 'tool_result', 'tool_use_id');
    const calls = idsOf(turns[index - 1]?.blocks ?? [], 'tool_use', 'id');
    const stray = [...results].find((id) => !calls.has(id));
    if (stray !== undefined) {
      throw new Mistake(`no tool_use in the message before has the id ${stray}.`, where);
    }
    const first = blocks.slice(0, results.size);
    if (first.some(({ type }) => type !== 'tool_result')) {
      throw new Mistake('tool_result blocks have to come first.', where);
    }
    const answered = idsOf(turns[index + 1]?.blocks ?? [], 'tool_result', 'tool_use_id');
    const open = [...idsOf(blocks, 'tool_use', 'id')].filter((id) => !answered.has(id));
    if (role === 'assistant' && open.length > 0) {
      const message = `the next message has no tool_result for the tool_use ${open.join(', ')}.`;
      throw new Mistake(message, where);
    }
  }
}

function idsOf(blocks: readonly Fields[], type: string, name: string): ReadonlySet<unknown> {
  return new Set(blocks.filter((block) => block['type'] === type).map((block) => block[name]));
}
