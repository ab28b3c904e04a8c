import { createReadStream } from 'node:fs';
import type { ChatRequest } from '@llm-router/core';
import type { Environment } from './environment.ts';
import type { ExplainOptions } from './explain-options.ts';
import { mistake } from './read-words.ts';

/** No honest request is longer. */
const maxBytes = 32 * 1024 * 1024;

/**
 * The request to explain: the prompt, or what stands in a file or on stdin as JSON.
 *
 * @throws RouterError `invalid_config` that names the file and the mend
 */
export async function readRequest(
  from: ExplainOptions['from'],
  { stdin }: Environment,
): Promise<ChatRequest | string> {
  if ('prompt' in from) return from.prompt;
  const isStdin = from.file === '-';
  const where = isStdin ? 'stdin' : from.file;
  const text = await readAll(isStdin ? stdin : createReadStream(from.file), where);
  const request = tryParse(text.replace(/^\uFEFF/, ''));
  if (typeof request === 'string') return request;
  if (isObject(request)) return request;
  throw mistake(
    `--request: ${where} holds no request; write { "messages": [...] } or a prompt in quotes, as JSON.`,
  );
}

async function readAll(source: Environment['stdin'], where: string): Promise<string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  try {
    for await (const piece of source) {
      bytes += piece.length;
      if (bytes > maxBytes) {
        throw mistake(`--request: ${where} is longer than ${maxBytes} bytes; make it shorter.`);
      }
      pieces.push(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true }));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || code === 'invalid_config') throw error;
    throw mistake(`--request: ${where} cannot be read (${code}); check the path.`);
  }
  return pieces.join('') + decoder.decode();
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The router looks at what is in it. */
function isObject(value: unknown): value is ChatRequest {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
