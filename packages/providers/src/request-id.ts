import { fieldsOf, textOf } from './json.ts';

/** Headers that carry the provider's id of a request, the most telling first. */
const idHeaders = [
  'x-request-id',
  'request-id',
  'x-generation-id',
  'x-ds-trace-id',
  'mistral-correlation-id',
  'x-inference-request-id',
  'x-kong-request-id',
  'x-amzn-requestid',
  'apim-request-id',
  'cf-ray',
];

/** The id under which the provider's support finds the request: from a header, else from the body. */
export function readRequestId(
  headers: ReadonlyMap<string, string>,
  body: unknown,
): string | undefined {
  for (const name of idHeaders) {
    const id = headers.get(name);
    if (id) return id;
  }
  const { request_id: requestId } = fieldsOf<'request_id'>(body);
  return textOf(requestId) || undefined;
}
