import type {
  LanguageModelV3ToolResultOutput,
  LanguageModelV4ToolResultOutput,
} from '@ai-sdk/provider';
import type { AssistantMessage, ChatMessage, ContentPart, ToolCall } from '@llm-router/core';
import { type ModelCall, ownName, unsupported, type Warning } from './call-options.ts';
import { toFilePart } from './to-file-part.ts';

type Message = ModelCall['prompt'][number];
type Spoken<Role extends Message['role']> = Extract<Message, { readonly role: Role }>['content'];
type ToolOutput = LanguageModelV3ToolResultOutput | LanguageModelV4ToolResultOutput;

/** The prompt as messages; what has no place in them goes to `warn`. */
export function toMessages(
  prompt: ModelCall['prompt'],
  warn: (warning: Warning) => void,
): ChatMessage[] {
  return prompt.flatMap((message) => {
    switch (message.role) {
      case 'system':
        return [{ role: 'system', content: message.content } as const];
      case 'user':
        return [{ role: 'user', content: toContent(message.content) } as const];
      case 'assistant':
        return [toAssistant(message.content, warn)];
      default:
        return toResults(message.content, warn);
    }
  });
}

function toContent(parts: Spoken<'user'>): string | ContentPart[] {
  const [only] = parts;
  if (parts.length === 1 && only?.type === 'text') return only.text;
  return parts.map((part) =>
    part.type === 'text' ? { type: 'text', text: part.text } : toFilePart(part),
  );
}

function toAssistant(parts: Spoken<'assistant'>, warn: (warning: Warning) => void): ChatMessage {
  const calls: ToolCall[] = [];
  const details: unknown[] = [];
  let text = '';
  let reasoning = '';
  for (const part of parts) {
    if (part.type === 'text') text += part.text;
    else if (part.type === 'reasoning') {
      reasoning += part.text;
      const own = part.providerOptions?.[ownName]?.['reasoningDetails'];
      if (Array.isArray(own)) details.push(...own);
    } else if (part.type === 'tool-call') {
      const input = part.input ?? {};
      const written = typeof input === 'string' ? input : JSON.stringify(input);
      const called = { name: part.toolName, arguments: written };
      calls.push({ id: part.toolCallId, type: 'function', function: called });
    } else warn(unsupported(`${part.type} in an earlier answer`));
  }
  const message: AssistantMessage = {
    role: 'assistant',
    content: text === '' ? null : text,
    ...(calls.length > 0 && { tool_calls: calls }),
    ...(reasoning !== '' && { reasoning_content: reasoning }),
    ...(details.length > 0 && { reasoning_details: details }),
  };
  return message;
}

/** Results are text; files among them are shown by the user instead. */
function toResults(parts: Spoken<'tool'>, warn: (warning: Warning) => void): ChatMessage[] {
  const results: ChatMessage[] = [];
  const files: ContentPart[] = [];
  for (const part of parts) {
    // Approvals are the SDK's own business.
    if (part.type !== 'tool-result') continue;
    const content = toResultText(part.output, files, warn);
    results.push({ role: 'tool', tool_call_id: part.toolCallId, content });
  }
  return files.length === 0 ? results : [...results, { role: 'user', content: files }];
}

function toResultText(
  output: ToolOutput,
  files: ContentPart[],
  warn: (warning: Warning) => void,
): string {
  switch (output.type) {
    case 'text':
    case 'error-text':
      return output.value;
    case 'json':
    case 'error-json':
      return JSON.stringify(output.value);
    case 'execution-denied':
      return output.reason ?? 'The user did not allow this tool call.';
    default:
      return output.value.map((item) => toItemText(item, files, warn)).join('\n');
  }
}

type ResultItem = Extract<ToolOutput, { readonly type: 'content' }>['value'][number];

function toItemText(
  item: ResultItem,
  files: ContentPart[],
  warn: (warning: Warning) => void,
): string {
  switch (item.type) {
    case 'text':
      return item.text;
    case 'file':
    case 'file-data':
    case 'image-data':
      files.push(toFilePart(item));
      return '(a file, shown below)';
    case 'image-url':
      files.push(toFilePart({ data: item.url, mediaType: 'image/*' }));
      return '(an image, shown below)';
    default:
      warn(unsupported(`${item.type} in a tool result`));
      return '';
  }
}
