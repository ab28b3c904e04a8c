import {
  type ChatMessage,
  type ContentPart,
  estimateTokens,
  type ImagePart,
  type ToolCall,
} from '@llm-router/core';

/** A tool call of the history. */
export interface CallPart {
  readonly name: string;
  readonly input: string;
}

/** What a message is made of, as far as tokens go. */
export interface MessageParts {
  readonly role: string;
  readonly name: string | undefined;
  readonly texts: readonly string[];
  readonly images: readonly ImagePart['image_url'][];
  /** Estimated tokens of sound and files. */
  readonly mediaTokens: number;
  readonly calls: readonly CallPart[];
  /** The older form of a call, `function_call`. */
  readonly olderCall: CallPart | undefined;
}

/**
 * Takes a message apart. Reasoning of earlier turns is left out: providers drop it. Parts that are
 * not as they should be count nothing; the provider will say what is wrong with them.
 */
export function readMessage(message: ChatMessage): MessageParts {
  const texts: string[] = [];
  const images: ImagePart['image_url'][] = [];
  let mediaTokens = 0;
  for (const part of readContent(message.content)) {
    if (part.type === 'text') texts.push(part.text);
    else if (part.type === 'refusal') texts.push(part.refusal);
    else if (part.type === 'image_url') images.push(readImage(part.image_url));
    else if (hasMedia(part)) mediaTokens += estimateMedia(part);
  }
  const assistant = message.role === 'assistant' ? message : undefined;
  if (assistant?.refusal) texts.push(assistant.refusal);
  const older = assistant?.function_call;
  return {
    role: message.role,
    name: 'name' in message ? message.name : undefined,
    texts,
    images,
    mediaTokens,
    calls: (assistant?.tool_calls ?? []).flatMap(readCall),
    olderCall: older ? { name: older.name, input: older.arguments } : undefined,
  };
}

function readContent(content: ChatMessage['content']): readonly ContentPart[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  if (!Array.isArray(content)) return [];
  return content.filter((part) => typeof part === 'object' && part !== null);
}

/** An older form has the address in place of the object. */
function readImage(image: ImagePart['image_url'] | string): ImagePart['image_url'] {
  return typeof image === 'string' ? { url: image } : (image ?? { url: '' });
}

function readCall(call: ToolCall): CallPart[] {
  if (call?.type === 'custom') return [{ name: call.custom?.name, input: call.custom?.input }];
  return call ? [{ name: call.function?.name, input: call.function?.arguments }] : [];
}

function hasMedia(part: ContentPart): boolean {
  if (part.type === 'input_audio') return typeof part.input_audio?.data === 'string';
  return part.type === 'file' && typeof part.file === 'object' && part.file !== null;
}

const emptyMessage: number = estimateTokens([{ role: 'user', content: '' }]);

/** Sound and files have no published formula; core's estimate of their size has to do. */
function estimateMedia(part: ContentPart): number {
  return estimateTokens([{ role: 'user', content: [part] }]) - emptyMessage;
}
