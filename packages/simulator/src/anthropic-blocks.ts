import { type Fields, isFields, isPresent } from './fields.ts';
import { Mistake } from './mistake.ts';

/** Reads the content of a message: text, which becomes one block, or a list of blocks. */
export function readBlocks(content: unknown, where: string): readonly Fields[] {
  return readList(content, where, blockChecks);
}

/** Reads the content of a tool's result, in which no calls and no results are. */
export function readResult(content: unknown, where: string): readonly Fields[] {
  return readList(isPresent(content) ? content : '', where, contentChecks);
}

type Check = (block: Fields, where: string) => void;
type Checks = ReadonlyMap<string, Check>;

function readList(content: unknown, where: string, checks: Checks): readonly Fields[] {
  if (typeof content === 'string') return content === '' ? [] : [{ type: 'text', text: content }];
  if (!Array.isArray(content)) throw new Mistake('text or a list of blocks is expected.', where);
  return content.map((block, index) => readBlock(block, `${where}.${index}`, checks));
}

/** The blocks of server tools are many, and all end in one of two ways. */
const serverTool = /_tool_(use|result)$/;

function readBlock(block: unknown, where: string, checks: Checks): Fields {
  const type = isFields(block) ? block['type'] : undefined;
  if (!isFields(block) || typeof type !== 'string') {
    throw new Mistake('a content block with a type is expected.', where);
  }
  const check = checks.get(type);
  if (check !== undefined) check(block, where);
  else if (!serverTool.test(type)) {
    throw new Mistake(`there is no block of type '${type}' here.`, `${where}.type`);
  }
  return block;
}

const contentChecks: Checks = new Map<string, Check>([
  ['text', checkText],
  ['image', checkSource],
  ['document', checkSource],
  ['search_result', () => {}],
  ['tool_reference', () => {}],
]);

const blockChecks: Checks = new Map<string, Check>([
  ...contentChecks,
  ['tool_use', checkCall],
  ['tool_result', checkResult],
  ['thinking', checkThinking],
  ['redacted_thinking', (block, where) => void requireText(block, 'data', where)],
  ['container_upload', () => {}],
  ['compaction', () => {}],
]);

function checkText(block: Fields, where: string): void {
  if (requireText(block, 'text', where) === '') {
    throw new Mistake('a text block must not be empty.', `${where}.text`);
  }
}

function checkSource(block: Fields, where: string): void {
  const source = block['source'];
  if (!isFields(source) || typeof source['type'] !== 'string') {
    throw new Mistake('a source with a type is required.', `${where}.source`);
  }
}

function checkCall(block: Fields, where: string): void {
  requireId(block, 'id', where);
  requireText(block, 'name', where);
  if (!isFields(block['input'])) throw new Mistake('an object is required.', `${where}.input`);
}

function checkResult(block: Fields, where: string): void {
  requireId(block, 'tool_use_id', where);
  readResult(block['content'], `${where}.content`);
}

function checkThinking(block: Fields, where: string): void {
  requireText(block, 'thinking', where);
  requireText(block, 'signature', where);
}

function requireText(block: Fields, name: string, where: string): string {
  const value = block[name];
  if (typeof value !== 'string') throw new Mistake('text is required.', `${where}.${name}`);
  return value;
}

function requireId(block: Fields, name: string, where: string): void {
  if (!/^[a-zA-Z0-9_-]+$/.test(requireText(block, name, where))) {
    throw new Mistake('an id has only letters, digits, _ and -.', `${where}.${name}`);
  }
}
