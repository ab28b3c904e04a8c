/** A failed answer of the upstream. */
export class HttpError extends Error {
  /** @param {number} status @param {number | undefined} retryAfterMs what the upstream said */
  constructor(status, retryAfterMs) {
    super(`HTTP ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * One chat request with the host's `fetch`, for contenders that are no clients themselves.
 *
 * @param {string} url without a path
 * @param {string | undefined} model
 * @param {import('./make-requests.mjs').BenchRequest} request
 * @param {Record<string, string>} [headers]
 * @returns {Promise<string>} the text of the answer
 * @throws HttpError
 */
export async function chat(url, model, { prompt, maxTokens }, headers = {}) {
  const messages = [{ role: 'user', content: prompt }];
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ model, messages, max_tokens: maxTokens }),
  });
  const body = await response.text();
  if (!response.ok) throw new HttpError(response.status, readWait(response.headers));
  return JSON.parse(body).choices[0].message.content;
}

function readWait(headers) {
  const ms = headers.get('retry-after-ms');
  if (ms !== null) return Number(ms);
  const seconds = headers.get('retry-after');
  return seconds === null ? undefined : 1000 * Number(seconds);
}

/** Waits between tries where the upstream names none: half a second, doubling, half of it by chance. */
export function backoffMs(retry) {
  return 500 * 2 ** retry * (0.5 + Math.random() / 2);
}
