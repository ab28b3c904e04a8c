import type { ChatRequest } from '@llm-router/core';

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json => Object(value) as Json;

function blocksOf(content: unknown): readonly Json[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return Array.isArray(content) ? content.map(objectOf) : [];
}

const marker = ({ cache_control }: Json) => (cache_control ? { cache_control } : {});

/** The same source in a URL, as OpenAI's wire addresses images and files. */
function urlOf(source: unknown): string {
  const { type, url, media_type: mediaType, data } = objectOf(source);
  if (type === 'url') return String(url);
  const encoded = type === 'text' ? Buffer.from(String(data)).toString('base64') : data;
  return `data:${mediaType};base64,${encoded}`;
}

function toPart(block: Json): Json {
  if (block['type'] === 'image') {
    return { type: 'image_url', image_url: { url: urlOf(block['source']) }, ...marker(block) };
  }
  if (block['type'] === 'document') {
    const { type, file_id } = objectOf(block['source']);
    const named = block['title'] ? { filename: block['title'] } : {};
    const file = type === 'file' ? { file_id } : { file_data: urlOf(block['source']) };
    return { type: 'file', file: { ...file, ...named }, ...marker(block) };
  }
  return { type: 'text', text: block['text'], ...marker(block) };
}

/** One text without a marker is a string. */
function toContent(blocks: readonly Json[]): unknown {
  const [only] = blocks;
  if (blocks.length === 1 && only?.['type'] === 'text' && !only['cache_control']) {
    return only['text'];
  }
  return blocks.map(toPart);
}

function toToolMessage(block: Json): Json {
  const { content, cache_control } = block;
  const parts = typeof content === 'string' ? content : blocksOf(content).map(toPart);
  const marked =
    cache_control && typeof parts === 'string' ? [{ type: 'text', text: parts }] : parts;
  if (cache_control && Array.isArray(marked) && marked.length > 0) {
    marked.push({ ...marked.pop(), cache_control });
  }
  return { role: 'tool', tool_call_id: block['tool_use_id'], content: marked };
}

function toAssistant(blocks: readonly Json[]): Json {
  const texts = blocks.filter(({ type }) => type === 'text');
  const calls = blocks.filter(({ type }) => type === 'tool_use');
  const thoughts = blocks.filter(({ type }) => type === 'thinking');
  return {
    role: 'assistant',
    content: texts.length > 0 ? toContent(texts) : null,
    ...(calls.length > 0 && {
      tool_calls: calls.map(({ id, name, input }) => ({
        id,
        type: 'function',
        function: { name, arguments: JSON.stringify(input) },
      })),
    }),
    ...(thoughts.length > 0 && {
      reasoning_details: thoughts.map(({ thinking, signature }, index) => ({
        type: 'anthropic.thinking',
        index,
        text: thinking,
        signature,
      })),
    }),
  };
}

function toMessages(turn: Json): readonly Json[] {
  const blocks = blocksOf(turn['content']);
  if (turn['role'] === 'assistant') return [toAssistant(blocks)];
  if (turn['role'] === 'system') return [{ role: 'system', content: toContent(blocks) }];
  const results = blocks.filter(({ type }) => type === 'tool_result');
  const others = blocks.filter(({ type }) => type !== 'tool_result');
  const user = others.length > 0 ? [{ role: 'user', content: toContent(others) }] : [];
  return [...results.map(toToolMessage), ...user];
}

function toChoice(choice: Json): unknown {
  if (choice['type'] === 'any') return 'required';
  if (choice['type'] !== 'tool') return choice['type'];
  return { type: 'function', function: { name: choice['name'] } };
}

function toTool(tool: Json): Json {
  const { name, description, input_schema: parameters, strict } = tool;
  if (parameters === undefined) return tool;
  return {
    type: 'function',
    function: { name, description, parameters, ...(strict === true && { strict }) },
    ...marker(tool),
  };
}

/** A messages request in OpenAI's shape, written apart from the translation that it tests. */
export function fromMessages(body: Json): ChatRequest {
  const { system, tool_choice: choice, tools } = body;
  const head = [{ role: 'system', content: toContent(blocksOf(system)) }];
  const request = {
    model: body['model'],
    max_completion_tokens: body['max_tokens'],
    messages: [
      ...(system === undefined ? [] : head),
      ...blocksOf(body['messages']).flatMap(toMessages),
    ],
    ...(Array.isArray(tools) && { tools: tools.map((tool) => toTool(objectOf(tool))) }),
    ...(choice !== undefined && { tool_choice: toChoice(objectOf(choice)) }),
    ...(objectOf(choice)['disable_parallel_tool_use'] === true && { parallel_tool_calls: false }),
    stop: body['stop_sequences'],
    temperature: body['temperature'],
    top_p: body['top_p'],
    top_k: body['top_k'],
    user: objectOf(body['metadata'])['user_id'],
    thinking: body['thinking'],
    output_config: body['output_config'],
    cache_control: body['cache_control'],
  };
  // What is undefined goes.
  return JSON.parse(JSON.stringify(request));
}
