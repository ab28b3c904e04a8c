import { UnsupportedFunctionalityError } from '@ai-sdk/provider';
import type { ContentPart } from '@llm-router/core';

/** A file in a prompt. Its data is what either specification gives: bytes, base64, an address or text. */
export interface GivenFile {
  readonly data: unknown;
  readonly mediaType: string;
  readonly filename?: string | undefined;
}

/**
 * A file as a content part: an image, a sound or a document.
 *
 * @throws UnsupportedFunctionalityError for a file that only another provider holds
 */
export function toFilePart({ data, mediaType, filename }: GivenFile): ContentPart {
  const content = readData(data, mediaType);
  const isImage = mediaType.startsWith('image');
  if (isImage) return { type: 'image_url', image_url: { url: addressOf(content, mediaType) } };
  if (mediaType.startsWith('audio/') && content.base64 !== undefined) {
    const format = mediaType === 'audio/mpeg' ? 'mp3' : mediaType.slice('audio/'.length);
    return { type: 'input_audio', input_audio: { data: content.base64, format } };
  }
  const file_data = addressOf(content, mediaType);
  return { type: 'file', file: { file_data, ...(filename !== undefined && { filename }) } };
}

type Data = { readonly url: string; readonly base64?: never } | { readonly base64: string };

function readData(data: unknown, mediaType: string): Data {
  if (data instanceof URL) return { url: data.href };
  if (data instanceof Uint8Array) return { base64: Buffer.from(data).toString('base64') };
  if (typeof data === 'string') return /^https?:/i.test(data) ? { url: data } : { base64: data };
  const tagged = Object(data) as { readonly [field: string]: unknown };
  if (tagged['type'] === 'data') return readData(tagged['data'], mediaType);
  if (tagged['type'] === 'url') return { url: String(tagged['url']) };
  if (tagged['type'] === 'text') {
    return { base64: Buffer.from(String(tagged['text'])).toString('base64') };
  }
  throw new UnsupportedFunctionalityError({
    functionality: `a file of type ${mediaType} that another provider holds`,
  });
}

function addressOf(data: Data, mediaType: string): string {
  if (data.base64 === undefined) return data.url;
  // The type of some images is not known in full; the servers look for themselves.
  const full = mediaType === 'image' || mediaType === 'image/*' ? 'image/jpeg' : mediaType;
  return `data:${full};base64,${data.base64}`;
}
