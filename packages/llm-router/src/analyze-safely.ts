import { type AnalyzeRequest, isRouterError, RouterError } from '@llm-router/core';

/**
 * Makes an analyzer throw nothing but router errors: `invalid_request` for what it cannot read.
 */
export function analyzeSafely(analyze: AnalyzeRequest): AnalyzeRequest {
  return (request) => {
    try {
      return analyze(request);
    } catch (cause) {
      if (isRouterError(cause)) throw cause;
      // Tools and schemas count as their JSON.
      throw new RouterError(
        'invalid_request',
        'The request cannot be read: something in it is no plain JSON, for example a circular reference or a BigInt in request.tools or request.response_format. Remove it.',
        { cause },
      );
    }
  };
}
