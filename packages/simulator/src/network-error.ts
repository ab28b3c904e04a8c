import type { FaultKind } from './fault.ts';

/** What `fetch` throws where no connection comes about, or it breaks before an answer. */
export function connectionFailure(kind: FaultKind): TypeError {
  return new TypeError('fetch failed', { cause: causeOf(kind) });
}

/** What a body throws where the connection breaks in the middle of it. */
export function connectionCut(): TypeError {
  return new TypeError('terminated', { cause: coded('other side closed', 'UND_ERR_SOCKET') });
}

function causeOf(kind: FaultKind): Error {
  switch (kind) {
    case 'connection-refused':
      return coded('connect ECONNREFUSED 203.0.113.1:443', 'ECONNREFUSED');
    case 'dns-error':
      return coded('getaddrinfo ENOTFOUND provider.invalid', 'ENOTFOUND');
    default:
      return coded('read ECONNRESET', 'ECONNRESET');
  }
}

function coded(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
