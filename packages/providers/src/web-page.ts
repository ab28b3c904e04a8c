import type { ProviderResponse } from '@llm-router/core';

/** A title stands near the beginning of a page. */
const searched = 65_536;

/** The media type of an answer, without parameters; `undefined` where it names none. */
export function mediaTypeOf({ headers }: ProviderResponse): string | undefined {
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(headers.get('content-type') ?? '')?.[0].toLowerCase();
}

/** Whether an answer is meant for a browser. */
export function isWebPage(response: ProviderResponse, text: string): boolean {
  const isMarkup = /^\s*<(?:!doctype html|html|head|body)\b/i.test(text.slice(0, searched));
  return isMarkup || (mediaTypeOf(response) === 'text/html' && text.trim() !== '');
}

/** The title of a page on one line; empty where it has none. */
export function pageTitle(text: string): string {
  const title = /<title\b[^>]{0,200}>([^<]{1,2000})/i.exec(text.slice(0, searched))?.[1];
  return (title ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
