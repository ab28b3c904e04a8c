import type { ChatMessage, ChatRequest, RequestAnalysis } from '@llm-router/core';

/** What a deployment must be able to take, read off the request's own fields. */
export function readRequirements(
  request: ChatRequest,
): Omit<RequestAnalysis['requires'], 'contextTokens'> {
  const { messages, tools, functions } = request;
  return {
    tools: (tools ?? functions ?? []).length > 0 || messages.some(speaksOfTools),
    vision: messages.some((message) => hasPart(message, 'image_url')),
    audio:
      messages.some((message) => hasPart(message, 'input_audio')) ||
      (Array.isArray(request.modalities) && request.modalities.includes('audio')),
    structuredOutput: request.response_format?.type === 'json_schema',
  };
}

/** A history with tool calls is refused by models that know no tools, even without definitions. */
function speaksOfTools(message: ChatMessage): boolean {
  return (
    message.role === 'tool' ||
    (message.role === 'assistant' && (message.tool_calls ?? []).length > 0)
  );
}

function hasPart({ content }: ChatMessage, type: string): boolean {
  return Array.isArray(content) && content.some((part) => part?.type === type);
}
