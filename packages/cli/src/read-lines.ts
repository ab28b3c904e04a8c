import { createReadStream } from 'node:fs';
import { RouterError } from '@llm-router/core';

/** A line of a file. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** No honest prompt is longer; what is would be kept in memory whole. */
const maxLineCharacters = 16 * 1024 * 1024;

/**
 * Reads the lines of a file, one after the other: memory holds one line and one block of the file.
 *
 * @throws RouterError `invalid_config` for a file that cannot be read or a line without an end
 */
export async function* readLines(path: string): AsyncGenerator<Line, void, void> {
  let number = 1;
  // Pieces of a line that has not ended: joined once, so that a long line costs linear time.
  let pieces: string[] = [];
  let characters = 0;
  const take = (): Line => {
    const text = pieces.join('').replace(/\r$/, '');
    pieces = [];
    characters = 0;
    return { number, text: number++ === 1 ? text.replace(/^\uFEFF/, '') : text };
  };
  for await (const block of blocksOf(path)) {
    const [first = '', ...others] = block.split('\n');
    for (const [index, piece] of [first, ...others].entries()) {
      if (index > 0) yield take();
      pieces.push(piece);
      characters += piece.length;
      if (characters > maxLineCharacters) throw tooLong(path, number);
    }
  }
  if (characters > 0) yield take();
}

async function* blocksOf(path: string): AsyncGenerator<string, void, void> {
  try {
    yield* createReadStream(path, 'utf8') as AsyncIterable<string>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code === 'string') throw unreadable(path, code, error);
    throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the path, which starts from the current folder',
  EISDIR: 'is a folder; give a file of prompts',
  EACCES: 'may not be read; check its permissions',
};

function unreadable(path: string, code: string, cause: unknown): RouterError {
  const reason = reasons[code] ?? `cannot be read (${code})`;
  return new RouterError('invalid_config', `--input: ${path} ${reason}.`, { cause });
}

function tooLong(path: string, number: number): RouterError {
  return new RouterError(
    'invalid_config',
    `--input: ${path}, line ${number} is longer than ${maxLineCharacters.toLocaleString('en')} characters; put one prompt on each line.`,
  );
}
