import type { CacheMarker, ContentPart, TextPart } from '@llm-router/core';
import { fieldsOf, isObject, textOf } from '../json.ts';
import { unreadable } from './unreadable.ts';

type BlockField = 'type' | 'text' | 'source' | 'title' | 'cache_control' | 'citations' | 'context';

/**
 * Text, image and document blocks as parts of OpenAI's shape; a plain text is one part.
 *
 * @throws RouterError `invalid_request` naming the block
 */
export function readParts(content: unknown, place: string, losses: Set<string>): ContentPart[] {
  if (typeof content === 'string') return content === '' ? [] : [{ type: 'text', text: content }];
  if (!Array.isArray(content)) {
    throw unreadable(place, 'is no content', 'give text or a list of blocks');
  }
  return content.flatMap((block, index) => readPart(block, `${place}[${index}]`, losses));
}

/**
 * One block.
 *
 * @throws RouterError `invalid_request` naming it
 */
export function readPart(block: unknown, place: string, losses: Set<string>): ContentPart[] {
  const raw = fieldsOf<BlockField>(block);
  const marker = markerOf(raw.cache_control);
  switch (raw.type) {
    case 'text': {
      const text = textOf(raw.text);
      if (text === undefined) throw unreadable(`${place}.text`, 'is missing', 'give text');
      if (Array.isArray(raw.citations) && raw.citations.length > 0) {
        losses.add('citations of a text were left out');
      }
      return [{ type: 'text', text, ...marker }];
    }
    case 'image':
      return [toImage(raw.source, place, marker)];
    case 'document':
      return toDocument(raw, place, marker, losses);
    default:
      throw unreadable(
        place,
        `has the type '${String(raw.type).slice(0, 40)}', which has no place here`,
        'use text, image or document',
      );
  }
}

function toImage(source: unknown, place: string, marker: object): ContentPart {
  const url = urlOf(source);
  if (url !== undefined) return { type: 'image_url', image_url: { url }, ...marker };
  throw unreadable(`${place}.source`, 'cannot be read', 'give an image in base64 or by its url');
}

function toDocument(
  raw: ReturnType<typeof fieldsOf<BlockField>>,
  place: string,
  marker: object,
  losses: Set<string>,
): ContentPart[] {
  if (raw.context !== undefined && raw.context !== null) {
    losses.add('context of a document was left out');
  }
  if (isObject(raw.citations) && fieldsOf<'enabled'>(raw.citations).enabled === true) {
    losses.add('citations of a document were left out');
  }
  const source = fieldsOf<'type' | 'content' | 'file_id' | 'data'>(raw.source);
  if (source.type === 'content')
    return readParts(source.content, `${place}.source.content`, losses);
  const title = textOf(raw.title);
  const named = title ? { filename: title } : {};
  const fileId = textOf(source.file_id);
  if (fileId) return [{ type: 'file', file: { file_id: fileId, ...named }, ...marker }];
  const url = urlOf(raw.source);
  if (url !== undefined) return [{ type: 'file', file: { file_data: url, ...named }, ...marker }];
  throw unreadable(`${place}.source`, 'cannot be read', 'give base64, text, url, content or file');
}

/** A source as one address: what it says where it is, or what it holds. */
function urlOf(source: unknown): string | undefined {
  const raw = fieldsOf<'type' | 'url' | 'data' | 'media_type'>(source);
  const data = textOf(raw.data);
  if (raw.type === 'url') return textOf(raw.url);
  if (raw.type === 'text' && data !== undefined) {
    return `data:text/plain;base64,${Buffer.from(data).toString('base64')}`;
  }
  const mediaType = textOf(raw.media_type);
  if (raw.type !== 'base64' || data === undefined || mediaType === undefined) return undefined;
  return `data:${mediaType};base64,${data}`;
}

/** The text parts alone, and all others. */
export function splitParts(parts: readonly ContentPart[]): {
  readonly texts: TextPart[];
  readonly others: ContentPart[];
} {
  const texts = parts.filter((part): part is TextPart => part.type === 'text');
  return { texts, others: parts.filter((part) => part.type !== 'text') };
}

/** One text without a marker is written as a string, and so is none at all. */
export function contentOf<P extends ContentPart>(parts: readonly P[]): string | readonly P[] {
  const [only] = parts;
  if (only === undefined) return '';
  if (parts.length !== 1 || only.type !== 'text' || only.cache_control) return parts;
  return only.text;
}

/** The end of a cacheable prefix, if a block is marked as one. */
export function markerOf(value: unknown): { readonly cache_control?: CacheMarker } {
  const { type, ttl } = fieldsOf<'type' | 'ttl'>(value);
  if (type !== 'ephemeral') return {};
  return { cache_control: { type, ...((ttl === '5m' || ttl === '1h') && { ttl }) } };
}
