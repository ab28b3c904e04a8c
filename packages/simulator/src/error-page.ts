import type { RefusalReply } from './wire.ts';

const titles: Readonly<Record<number, string>> = {
  200: 'Sign in to the network',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Time-out',
  529: 'Site is overloaded',
};

/** The page of a proxy that stands before a provider. */
export function errorPage(status: number): RefusalReply {
  const title = `${status} ${titles[status] ?? 'Server Error'}`;
  const body = `<html>\n<head><title>${title}</title></head>\n<body><h1>${title}</h1></body>\n</html>\n`;
  return { status, contentType: 'text/html', body };
}
