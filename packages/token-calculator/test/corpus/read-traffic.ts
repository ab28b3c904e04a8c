import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatMessage, ChatRequest, ContentPart, Tool } from '@llm-router/core';

/** A recorded request in the house's language, with what its provider billed. */
export interface BilledRequest {
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  readonly kind: 'text' | 'tools' | 'images' | 'structured';
  readonly inputTokens: number;
  readonly request: ChatRequest;
}

interface Json {
  readonly [key: string]: unknown;
}

/** Parts whose tokens nobody could count from the request: documents, sound, the provider's own tools. */
class Uncountable extends Error {}

/** Reads every answered chat request whose content is all in it. */
export function readTraffic(folder: string): BilledRequest[] {
  const lines = readFileSync(join(folder, 'traffic.jsonl'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => readLine(JSON.parse(line) as Json));
}

function readLine(row: Json): BilledRequest[] {
  const body = row['request_body'] as Json | null;
  const inputTokens = Number((row['usage'] as Json | null)?.['input_tokens'] ?? 0);
  if (row['status'] !== 200 || !(inputTokens > 0) || body === null) return [];
  try {
    const read = readBody(String(row['endpoint']), body, String(row['url_path']));
    if (read === undefined) return [];
    const provider = String(row['provider']);
    const named = read.model ?? answeredModel(row['response_body']);
    if (named === '') return [];
    const model = provider === 'vertex' ? `vertex/${named}` : named;
    const { request } = read;
    return [
      { id: String(row['id']), provider, model, kind: kindOf(request), inputTokens, request },
    ];
  } catch (error) {
    if (error instanceof Uncountable) return [];
    throw error;
  }
}

/** On Azure the address names a deployment; the answer, or its first event, names the model. */
function answeredModel(answer: unknown): string {
  if (typeof answer === 'string') return /"model": ?"([^"]+)"/.exec(answer)?.[1] ?? '';
  return String((answer as Json | null)?.['model'] ?? '');
}

function readBody(endpoint: string, body: Json, path: string) {
  const model = typeof body['model'] === 'string' ? body['model'] : undefined;
  if (endpoint === 'chat.completions') return { model, request: readOpenAi(body) };
  const invoked = /model\/([^/]+)\/invoke/.exec(path)?.[1];
  const onBedrock = endpoint === 'invoke' && typeof body['anthropic_version'] === 'string';
  if (endpoint === 'messages' || endpoint === 'count_tokens' || onBedrock) {
    if (!Array.isArray(body['messages'])) return undefined;
    const named = /models\/([^:/]+)/.exec(path)?.[1] ?? decodeURIComponent(invoked ?? '');
    return { model: model ?? named, request: readAnthropic(body) };
  }
  if (endpoint !== 'generateContent') return undefined;
  return { model: /models\/([^:?/]+)/.exec(path)?.[1], request: readGemini(body) };
}

function kindOf(request: ChatRequest): BilledRequest['kind'] {
  const parts = request.messages.flatMap(({ content }) =>
    typeof content === 'string' ? [] : (content ?? []),
  );
  if (parts.some(({ type }) => type === 'image_url')) return 'images';
  const calls = request.messages.some(
    (message) => 'tool_calls' in message || message.role === 'tool' || message.role === 'function',
  );
  if (calls || request.tools?.length || request.functions?.length) return 'tools';
  return request.response_format?.type === 'json_schema' ? 'structured' : 'text';
}

function readOpenAi(body: Json): ChatRequest {
  const whole: unknown = body;
  const request = whole as ChatRequest;
  const searches = Object.keys(body).some((key) =>
    ['web_search_options', 'plugins', 'audio', 'modalities', 'data_sources'].includes(key),
  );
  if (searches || !Array.isArray(request.messages)) throw new Uncountable();
  for (const tool of request.tools ?? []) {
    if (tool.type !== 'function' && tool.type !== 'custom') throw new Uncountable();
  }
  for (const { content } of request.messages) {
    for (const part of typeof content === 'string' ? [] : (content ?? [])) {
      if (!['text', 'refusal', 'image_url'].includes(part.type)) throw new Uncountable();
    }
  }
  return request;
}

function readAnthropic(body: Json): ChatRequest {
  const messages: ChatMessage[] = [];
  if (body['system']) messages.push({ role: 'system', content: textOf(body['system']) });
  for (const message of body['messages'] as Json[]) messages.push(...readTurn(message));
  for (const extra of ['mcp_servers', 'container', 'context_management']) {
    if (body[extra]) throw new Uncountable();
  }
  if (body['output_format'] || (body['output_config'] as Json | undefined)?.['format']) {
    throw new Uncountable();
  }
  const choice = (body['tool_choice'] as Json | undefined)?.['type'];
  const forced = choice === 'any' || choice === 'tool';
  const thinking = (body['thinking'] as Json | undefined)?.['type'];
  return {
    messages,
    ...(Array.isArray(body['tools']) && { tools: body['tools'].map(readAnthropicTool) }),
    ...(forced && { tool_choice: 'required' as const }),
    ...(thinking && thinking !== 'disabled' ? { reasoning_effort: 'high' } : {}),
  };
}

function readAnthropicTool(tool: Json): Tool {
  if (!tool['input_schema']) throw new Uncountable();
  const { name, description, input_schema: parameters } = tool;
  return { type: 'function', function: { name, description, parameters } } as Tool;
}

function readTurn(message: Json): ChatMessage[] {
  const { role, content } = message;
  if (typeof content === 'string') return [{ role, content } as ChatMessage];
  const results: ChatMessage[] = [];
  const parts: ContentPart[] = [];
  const calls: Json[] = [];
  for (const part of content as Json[]) {
    const type = part['type'];
    if (type === 'text') parts.push({ type: 'text', text: String(part['text']) });
    else if (type === 'image') parts.push(readAnthropicImage(part['source'] as Json));
    else if (type === 'tool_use') {
      const input = JSON.stringify(part['input']);
      calls.push({
        id: part['id'],
        type: 'function',
        function: { name: part['name'], arguments: input },
      });
    } else if (type === 'tool_result') {
      results.push({ role: 'tool', content: textOf(part['content'] ?? ''), tool_call_id: '' });
    } else if (type !== 'thinking' && type !== 'redacted_thinking') throw new Uncountable();
  }
  const own = parts.length + calls.length === 0 && results.length > 0 ? [] : [role];
  return [
    ...results,
    ...own.map(
      () => ({ role, content: parts, ...(calls.length && { tool_calls: calls }) }) as ChatMessage,
    ),
  ];
}

function readAnthropicImage(source: Json): ContentPart {
  const url =
    source['type'] === 'base64'
      ? `data:${source['media_type']};base64,${source['data']}`
      : String(source['url']);
  return { type: 'image_url', image_url: { url } };
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return (content as Json[])
    .map((part) => {
      if (typeof part['text'] !== 'string') throw new Uncountable();
      return part['text'];
    })
    .join('\n');
}

function readGemini(body: Json): ChatRequest {
  const either = (a: string, b: string) => (body[a] ?? body[b]) as Json | undefined;
  if (body['cachedContent']) throw new Uncountable();
  const config = either('generationConfig', 'generation_config');
  for (const key of Object.keys(config ?? {})) if (/schema/i.test(key)) throw new Uncountable();
  const system = either('systemInstruction', 'system_instruction');
  const messages: ChatMessage[] = [];
  if (system) {
    const parts = [system['parts'] ?? system].flat() as Json[];
    messages.push({ role: 'system', content: textOf(parts) });
  }
  for (const content of [body['contents']].flat() as Json[]) messages.push(readContent(content));
  const tools = ((body['tools'] ?? []) as Json[]).flatMap((tool) => {
    const declared = tool['functionDeclarations'] ?? tool['function_declarations'];
    if (!Array.isArray(declared)) throw new Uncountable();
    return declared.map((one: Json) => {
      const { name, description, parameters } = one;
      return { type: 'function', function: { name, description, parameters } } as Tool;
    });
  });
  return { messages, ...(tools.length > 0 && { tools }) };
}

function readContent(content: Json): ChatMessage {
  const parts: ContentPart[] = [];
  const calls: Json[] = [];
  for (const part of ([content['parts'] ?? []].flat() as Json[]).filter((one) => !one['thought'])) {
    const inline = (part['inlineData'] ?? part['inline_data']) as Json | undefined;
    const call = (part['functionCall'] ?? part['function_call']) as Json | undefined;
    const result = (part['functionResponse'] ?? part['function_response']) as Json | undefined;
    const mime = String(inline?.['mimeType'] ?? inline?.['mime_type'] ?? '');
    if (typeof part['text'] === 'string') parts.push({ type: 'text', text: part['text'] });
    else if (call) {
      const input = JSON.stringify(call['args'] ?? {});
      calls.push({ id: '', type: 'function', function: { name: call['name'], arguments: input } });
    } else if (result) parts.push({ type: 'text', text: JSON.stringify(result) });
    else if (mime.startsWith('image/')) {
      parts.push({
        type: 'image_url',
        image_url: { url: `data:${mime};base64,${inline?.['data']}` },
      });
    } else throw new Uncountable();
  }
  const role = content['role'] === 'model' ? 'assistant' : 'user';
  return { role, content: parts, ...(calls.length > 0 && { tool_calls: calls }) } as ChatMessage;
}
