import { createHash } from 'node:crypto';
import type { ChatRequest } from '@llm-router/core';
import { promptText } from './prompt-text.ts';

/** The beginnings of one prompt, each a block longer than the one before. */
export interface PromptDigests {
  /** One for each beginning, the shortest first. Tells nothing of the prompt. */
  readonly digests: readonly string[];
  /** The share of the prompt that one block is, above 0 and up to 1. */
  readonly blockShare: number;
}

/** What lies behind is not compared: two prompts that begin alike for so long are of one conversation. */
const mostBlocks = 256;

/**
 * Cuts a prompt in blocks and digests them in a chain, so that each digest stands for all of the
 * text up to there. The chain begins with the tenant. The last piece, which the next turn
 * would lengthen, is left out. `undefined` for less than a block, for what JSON cannot hold, and
 * without a tenant.
 */
export function digestPrompt(
  request: ChatRequest,
  tenant: string,
  blockCharacters: number,
): PromptDigests | undefined {
  const text = typeof tenant === 'string' ? readText(request) : '';
  const blocks = Math.min(Math.floor(text.length / blockCharacters), mostBlocks);
  if (blocks === 0) return undefined;
  const digests: string[] = [];
  let before = digestOf('', tenant);
  for (let block = 0; block < blocks; block++) {
    const start = block * blockCharacters;
    before = digestOf(before, text.slice(start, start + blockCharacters));
    digests.push(before);
  }
  return { digests, blockShare: blockCharacters / text.length };
}

/** Nothing of a request that cannot be read: it comes from outside, and who balances must not fail. */
function readText(request: ChatRequest): string {
  try {
    return promptText(request);
  } catch {
    return '';
  }
}

/** UTF-16, which also takes the halves of a character that a cut leaves. */
function digestOf(before: string, text: string): string {
  return createHash('sha256').update(before).update(text, 'utf16le').digest('base64');
}
