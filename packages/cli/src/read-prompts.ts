import { extname } from 'node:path';
import { type ChatMessage, type ChatRequest, estimateTokens, RouterError } from '@llm-router/core';
import type { PromptSource } from './prompt-source.ts';
import { type Line, readLines } from './read-lines.ts';

type Format = 'json-lines' | 'text';

/**
 * The prompts of a file, read as they are asked for. JSON Lines: a string, `{ prompt }` or a chat
 * request on each line; text: a prompt on each line. Empty lines are passed over.
 *
 * @throws RouterError `invalid_config` while reading, naming the file, the line and the mend
 */
export function readPrompts(path: string): PromptSource {
  return {
    origin: path,
    async *read() {
      let format = formatByName(path);
      let isEmpty = true;
      for await (const line of readLines(path)) {
        if (line.text.trim() === '') continue;
        if (isBinary(line.text)) throw refuse(path, `is no text (line ${line.number})`);
        isEmpty = false;
        format ??= formatByLine(line.text);
        yield format === 'text' ? line.text.trim() : parseLine(path, line);
      }
      if (isEmpty) throw refuse(path, 'holds no prompt; put one on each line');
    },
  };
}

/** A NUL, or bytes that are no UTF-8. */
function isBinary(text: string): boolean {
  return text.includes('\0') || text.includes('\uFFFD');
}

function formatByName(path: string): Format | undefined {
  switch (extname(path).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      return 'json-lines';
    case '.txt':
      return 'text';
    default:
      return undefined;
  }
}

function formatByLine(text: string): Format {
  const value = tryParse(text);
  return typeof value === 'string' || isObject(value) ? 'json-lines' : 'text';
}

function parseLine(path: string, { number, text }: Line): ChatRequest | string {
  const value = tryParse(text);
  const where = `line ${number}`;
  if (value === undefined) {
    throw refuse(path, `${where} is not JSON; mend it, or name the file .txt to read it as text`);
  }
  const prompt = isObject(value) ? value['prompt'] : value;
  if (typeof prompt === 'string' && prompt.trim() !== '') return prompt;
  if (isObject(value) && isFilledList(value['messages'])) {
    const request = { ...value, messages: value['messages'] as readonly ChatMessage[] };
    if (isReadable(request)) return request;
    throw refuse(
      path,
      `${where} is no chat request; write its messages as { "role": "user", "content": "..." }`,
    );
  }
  throw refuse(
    path,
    `${where} has no prompt that is text; write a string, { "prompt": "..." } or { "messages": [...] }`,
  );
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilledList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** The router looks at each message again; here it is enough that they can be counted. */
function isReadable(request: ChatRequest): boolean {
  try {
    return Number.isFinite(estimateTokens(request));
  } catch {
    return false;
  }
}

function refuse(path: string, problem: string): RouterError {
  return new RouterError('invalid_config', `--input: ${path} ${problem}.`);
}
