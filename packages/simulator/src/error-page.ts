import type { RefusalReply } from './wire.ts';

/** The error page of a proxy that stands before a provider. */
export function errorPage(status: number, title: string): RefusalReply {
  const body = `<html>\n<head><title>${status} ${title}</title></head>\n<body><h1>${status} ${title}</h1></body>\n</html>\n`;
  return { status, contentType: 'text/html', body };
}
