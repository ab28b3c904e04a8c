import { closeSync, openSync, readSync } from 'node:fs';
import { invalidConfig, RouterError } from '@llm-router/core';

/**
 * The text of a file, or of anything that can be read as one, up to a size.
 *
 * @throws RouterError `invalid_config` where it cannot be read or is larger
 */
export function readBounded(path: string, maxBytes: number): string {
  if (typeof path !== 'string') {
    throw invalidConfig('the path of the configuration file', path, 'a path as text');
  }
  const bytes = Buffer.alloc(maxBytes + 1);
  let length = 0;
  try {
    const file = openSync(path, 'r');
    try {
      for (let read = -1; read !== 0 && length < bytes.length; length += read) {
        read = readSync(file, bytes, length, bytes.length - length, null);
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new RouterError('invalid_config', reasonOf(path, (error as { code?: unknown }).code));
  }
  if (length <= maxBytes) return bytes.toString('utf8', 0, length);
  throw new RouterError(
    'invalid_config',
    `The configuration file '${path}' is larger than ${maxBytes} bytes. Check that it is the right file, or make it smaller.`,
  );
}

function reasonOf(path: string, code: unknown): string {
  if (code === 'ENOENT') return `There is no configuration file '${path}'.`;
  if (code === 'EISDIR') return `The configuration file '${path}' is a folder; name a file in it.`;
  return `The configuration file '${path}' cannot be read (${String(code)}). Check the path and its permissions.`;
}
