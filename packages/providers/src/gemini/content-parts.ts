import { readDataUrl } from '../data-url.ts';
import { fieldsOf, isObject, textOf } from '../json.ts';
import { Untranslatable } from '../untranslatable.ts';
import { guessMediaType } from './media-type.ts';
import type { Part } from './part.ts';

/**
 * The content of a message as parts. Empty text is left out.
 *
 * @throws Untranslatable for images and files that cannot be addressed.
 */
export function toParts(content: unknown, losses: Set<string>): Part[] {
  if (typeof content === 'string') return textParts(content);
  if (!Array.isArray(content)) return [];
  return content.flatMap((part) => toPart(part, losses));
}

function toPart(part: unknown, losses: Set<string>): Part[] {
  const raw = fieldsOf<
    'type' | 'text' | 'refusal' | 'image_url' | 'file' | 'input_audio' | 'cache_control'
  >(part);
  if (isObject(raw.cache_control)) {
    losses.add('cache_control was left out: Gemini caches by itself, or by cachedContent');
  }
  switch (raw.type) {
    case 'text':
      return textParts(textOf(raw.text) ?? '');
    case 'refusal':
      return textParts(textOf(raw.refusal) ?? '');
    case 'image_url':
      return [toImage(raw.image_url, losses)];
    case 'file':
      return [toFile(raw.file, losses)];
    case 'input_audio':
      return [toSound(raw.input_audio)];
    default:
      throw new Untranslatable(`a content part of type '${String(raw.type)}' cannot be sent`);
  }
}

function textParts(text: string): Part[] {
  return text === '' ? [] : [{ text }];
}

function toImage(image: unknown, losses: Set<string>): Part {
  const { url, detail } = fieldsOf<'url' | 'detail'>(image);
  if (detail !== undefined && detail !== 'auto') {
    losses.add('detail of an image was left out: give mediaResolution in generationConfig');
  }
  return toMedia(textOf(url) ?? '', 'image_url');
}

function toFile(file: unknown, losses: Set<string>): Part {
  const raw = fieldsOf<'file_data' | 'file_id' | 'filename'>(file);
  const name = textOf(raw.filename);
  if (name) losses.add('filename of a file was left out');
  const id = textOf(raw.file_id);
  if (id) return { fileData: addressed(id, name) };
  const data = textOf(raw.file_data) ?? '';
  // Bare base64 is taken for a PDF, as OpenAI does.
  const isBare = data !== '' && !/^(?:data|https?|gs):/i.test(data);
  return isBare
    ? { inlineData: { mimeType: 'application/pdf', data } }
    : toMedia(data, 'file_data');
}

function toSound(sound: unknown): Part {
  const { data, format } = fieldsOf<'data' | 'format'>(sound);
  return { inlineData: { mimeType: `audio/${textOf(format) || 'wav'}`, data: textOf(data) ?? '' } };
}

/** Data goes along; what lies elsewhere Gemini fetches by itself. */
function toMedia(url: string, field: string): Part {
  if (/^(?:https?|gs):\/\//i.test(url)) return { fileData: addressed(url) };
  const inline = readDataUrl(url);
  if (inline !== undefined) {
    return { inlineData: { mimeType: inline.mediaType, data: inline.data } };
  }
  const expected = 'an http, https or gs address or a data: URL in base64';
  throw new Untranslatable(`${field} cannot be sent: expected ${expected}`);
}

function addressed(fileUri: string, name = ''): Part {
  const mimeType = guessMediaType(fileUri) ?? guessMediaType(name);
  return { fileUri, ...(mimeType !== undefined && { mimeType }) };
}
