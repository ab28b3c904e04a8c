import { readDataUrl } from '../data-url.ts';
import { fieldsOf, isObject, textOf } from '../json.ts';
import { Untranslatable } from '../untranslatable.ts';

/** A content block as Anthropic spells it. */
export type Block = Readonly<Record<string, unknown>>;

/**
 * The content of a message as blocks. Empty text is left out: Anthropic refuses it.
 *
 * @throws Untranslatable for sound, and for images and files that cannot be addressed.
 */
export function toBlocks(content: unknown, losses: Set<string>): Block[] {
  if (typeof content === 'string') return textBlocks(content, undefined, losses);
  if (!Array.isArray(content)) return [];
  return content.flatMap((part) => toPartBlocks(part, losses));
}

function toPartBlocks(part: unknown, losses: Set<string>): Block[] {
  const raw = fieldsOf<
    'type' | 'text' | 'refusal' | 'image_url' | 'file' | 'input_audio' | 'cache_control'
  >(part);
  const marker = isObject(raw.cache_control) ? raw.cache_control : undefined;
  switch (raw.type) {
    case 'text':
      return textBlocks(textOf(raw.text) ?? '', marker, losses);
    case 'refusal':
      return textBlocks(textOf(raw.refusal) ?? '', marker, losses);
    case 'image_url':
      return [marked(toImage(raw.image_url, losses), marker)];
    case 'file':
      return [marked(toDocument(raw.file), marker)];
    case 'input_audio':
      throw new Untranslatable('input_audio cannot be sent: Anthropic takes no sound');
    default:
      throw new Untranslatable(`a content part of type '${String(raw.type)}' cannot be sent`);
  }
}

function textBlocks(text: string, marker: object | undefined, losses: Set<string>): Block[] {
  if (text.trim() !== '') return [marked({ type: 'text', text }, marker)];
  if (text !== '') losses.add('text of white space only was left out: Anthropic refuses it');
  if (marker !== undefined) losses.add('cache_control on an empty text was left out');
  return [];
}

function marked(block: Block, marker: object | undefined): Block {
  return marker === undefined ? block : { ...block, cache_control: marker };
}

function toImage(image: unknown, losses: Set<string>): Block {
  const { url, detail } = fieldsOf<'url' | 'detail'>(image);
  if (detail !== undefined && detail !== 'auto') {
    losses.add('detail of an image was left out: Anthropic sizes images by itself');
  }
  return { type: 'image', source: toSource(textOf(url) ?? '', 'image_url') };
}

function toDocument(file: unknown): Block {
  const raw = fieldsOf<'file_data' | 'file_id' | 'filename'>(file);
  const title = textOf(raw.filename);
  return {
    type: 'document',
    source: textOf(raw.file_id)
      ? { type: 'file', file_id: raw.file_id }
      : toFileSource(textOf(raw.file_data) ?? ''),
    ...(title && { title }),
  };
}

/** File data is a `data:` URL, or bare base64, which is taken for a PDF as OpenAI does. */
function toFileSource(data: string): Block {
  if (!/^(?:data|https?):/i.test(data) && data !== '') {
    return { type: 'base64', media_type: 'application/pdf', data };
  }
  const source = toSource(data, 'file_data');
  if (source['media_type'] !== 'text/plain') return source;
  const text = Buffer.from(String(source['data']), 'base64').toString();
  return { type: 'text', media_type: 'text/plain', data: text };
}

function toSource(url: string, field: string): Block {
  if (/^https?:\/\//i.test(url)) return { type: 'url', url };
  const inline = readDataUrl(url);
  if (inline === undefined) {
    const expected = 'an http or https address or a data: URL in base64';
    throw new Untranslatable(`${field} cannot be sent: expected ${expected}`);
  }
  return { type: 'base64', media_type: inline.mediaType, data: inline.data };
}
