import { type ChatRequest, type RequestAnalysis, RouterError } from '@llm-router/core';
import { analyzeRequest } from '@llm-router/request-analyzer';

/**
 * What is known of a request before it is sent.
 *
 * @throws RouterError `invalid_request` for what cannot be written as JSON
 */
export function analyzeCall(request: ChatRequest): RequestAnalysis {
  try {
    return analyzeRequest(request);
  } catch (cause) {
    if (cause instanceof RouterError) throw cause;
    // Tools and schemas count as their JSON.
    throw new RouterError(
      'invalid_request',
      'The request cannot be read: something in it is no plain JSON, for example a circular reference or a BigInt in request.tools or request.response_format. Remove it.',
      { cause },
    );
  }
}
