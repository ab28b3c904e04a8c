/** What `fetch` throws where the connection breaks before an answer. */
export function connectionReset(): TypeError {
  return new TypeError('fetch failed', { cause: coded('read ECONNRESET', 'ECONNRESET') });
}

/** What a body throws where the connection breaks in the middle of it. */
export function connectionCut(): TypeError {
  return new TypeError('terminated', { cause: coded('other side closed', 'UND_ERR_SOCKET') });
}

function coded(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
