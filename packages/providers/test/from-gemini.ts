import type { ChatRequest } from '@llm-router/core';

export type Json = Readonly<Record<string, unknown>>;

export const objectOf = (value: unknown): Json => Object(value) as Json;
export const jsonList = (value: unknown): readonly Json[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(objectOf);

/** Fields whose value is the caller's own, and not spelled by Google. */
const foreign = new Set(['args', 'response', 'labels', 'schema', 'data', 'text']);
const schemas = new Set([
  'parameters',
  'parametersJsonSchema',
  'responseSchema',
  'responseJsonSchema',
]);

/** One spelling for both of Google's: camel case, and JSON Schema in lower case under `schema`. */
export function oneSpelling(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(oneSpelling);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, field]): [string, unknown] => {
    const name = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (schemas.has(name)) return ['schema', lowerTypes(field)];
    return [name, foreign.has(name) ? field : oneSpelling(field)];
  });
  return Object.fromEntries(fields);
}

function lowerTypes(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(lowerTypes);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [
      name,
      name === 'type' && typeof value === 'string' ? value.toLowerCase() : lowerTypes(value),
    ]),
  );
}

function toUserPart(part: Json): Json {
  if (part['fileData']) {
    const { fileUri, mimeType } = objectOf(part['fileData']);
    const isImage = String(mimeType).startsWith('image/');
    if (isImage) return { type: 'image_url', image_url: { url: fileUri } };
    return { type: 'file', file: { file_id: fileUri } };
  }
  if (!part['inlineData']) return { type: 'text', text: part['text'] };
  const { mimeType, data } = objectOf(part['inlineData']);
  const url = `data:${mimeType};base64,${data}`;
  const [kind, format] = String(mimeType).split('/');
  if (kind === 'image') return { type: 'image_url', image_url: { url } };
  if (kind === 'audio') return { type: 'input_audio', input_audio: { data, format } };
  return { type: 'file', file: { file_data: url } };
}

/** One text is a string. */
function toContent(parts: readonly Json[]): unknown {
  const [only] = parts;
  const isText = parts.length === 1 && only?.['type'] === 'text';
  return isText ? only['text'] : parts;
}

/** The ids of a conversation's calls; those that have none are given one by their order. */
function createIds() {
  const open: { name: unknown; id: string }[] = [];
  let made = 0;
  return {
    call({ id, name }: Json): string {
      const given = typeof id === 'string' ? id : `call_${made++}`;
      open.push({ name, id: given });
      return given;
    },
    result({ id, name }: Json): string {
      const place = open.findIndex((one) => (id === undefined ? one.name === name : one.id === id));
      const [found] = place === -1 ? [] : open.splice(place, 1);
      return found?.id ?? 'none';
    },
  };
}

type Ids = ReturnType<typeof createIds>;

function toAssistant(parts: readonly Json[], ids: Ids): Json {
  const details: Json[] = [];
  const texts: Json[] = [];
  const calls: Json[] = [];
  let thoughts = 0;
  for (const part of parts) {
    const { thoughtSignature: signature, functionCall, text } = part;
    const sign = (signed: Json) => {
      const entry = { type: 'google.signature', index: details.length, signature, ...signed };
      if (signature) details.push(entry);
    };
    if (functionCall) {
      const { name, args } = objectOf(functionCall);
      const id = ids.call(objectOf(functionCall));
      const written = JSON.stringify(args ?? {});
      calls.push({ id, type: 'function', function: { name, arguments: written } });
      sign({ call: id });
    } else if (part['thought'] === true) {
      details.push({ type: 'google.thought', index: thoughts, text: text ?? '' });
      sign({ thought: thoughts++ });
    } else {
      if (text !== '') texts.push({ type: 'text', text });
      sign({});
    }
  }
  return {
    role: 'assistant',
    content: texts.length > 0 ? toContent(texts) : null,
    ...(calls.length > 0 && { tool_calls: calls }),
    ...(details.length > 0 && { reasoning_details: details }),
  };
}

function toMessages(turn: Json, ids: Ids): readonly Json[] {
  const parts = jsonList(turn['parts']);
  if (turn['role'] === 'model') return [toAssistant(parts, ids)];
  const results = parts.filter((part) => part['functionResponse']);
  const others = parts.filter((part) => !part['functionResponse']).map(toUserPart);
  const answered = results.map((part) => {
    const result = objectOf(part['functionResponse']);
    const content = JSON.stringify(result['response']);
    return { role: 'tool', tool_call_id: ids.result(result), content };
  });
  return others.length > 0 ? [...answered, { role: 'user', content: toContent(others) }] : answered;
}

function toChoice(config: Json): unknown {
  const names = config['allowedFunctionNames'];
  const mode = String(config['mode']).toLowerCase();
  if (Array.isArray(names)) {
    const tools = names.map((name) => ({ type: 'function', function: { name } }));
    const allowed = { type: 'allowed_tools', allowed_tools: { mode: 'required', tools } };
    return tools.length === 1 ? tools[0] : allowed;
  }
  return mode === 'any' ? 'required' : mode;
}

function toTools(tool: Json): readonly Json[] {
  if (!tool['functionDeclarations']) return [tool];
  return jsonList(tool['functionDeclarations']).map(({ name, description, schema }) => ({
    type: 'function',
    function: { name, description, parameters: schema },
  }));
}

function toFormat(config: Json): unknown {
  if (config['responseMimeType'] !== 'application/json') return undefined;
  if (config['schema'] === undefined) return { type: 'json_object' };
  return { type: 'json_schema', json_schema: { name: 'answer', schema: config['schema'] } };
}

/** A generateContent request in OpenAI's shape, written apart from the translation that it tests. */
export function fromGemini(body: Json, model: string): ChatRequest {
  const spelled = objectOf(oneSpelling(body));
  const config = objectOf(spelled['generationConfig']);
  const system = jsonList(objectOf(spelled['systemInstruction'])['parts']).map(toUserPart);
  const calling = objectOf(objectOf(spelled['toolConfig'])['functionCallingConfig']);
  const ids = createIds();
  const { thinkingConfig } = config;
  const request = {
    model,
    messages: [
      ...(system.length > 0 ? [{ role: 'system', content: toContent(system) }] : []),
      ...jsonList(spelled['contents']).flatMap((turn) => toMessages(turn, ids)),
    ],
    ...(spelled['tools'] !== undefined && { tools: jsonList(spelled['tools']).flatMap(toTools) }),
    ...(calling['mode'] !== undefined && { tool_choice: toChoice(calling) }),
    response_format: toFormat(config),
    max_completion_tokens: config['maxOutputTokens'],
    temperature: config['temperature'],
    top_p: config['topP'],
    top_k: config['topK'],
    n: config['candidateCount'],
    seed: config['seed'],
    stop: config['stopSequences'],
    frequency_penalty: config['frequencyPenalty'],
    presence_penalty: config['presencePenalty'],
    logprobs: config['responseLogprobs'],
    top_logprobs: config['logprobs'],
    // Gemini's own settings, as a caller gives them.
    ...(thinkingConfig !== undefined && { generationConfig: { thinkingConfig } }),
    safetySettings: spelled['safetySettings'],
    cachedContent: spelled['cachedContent'],
    labels: spelled['labels'],
  };
  // What is undefined goes.
  return JSON.parse(JSON.stringify(request));
}
