import {
  type ChatRequest,
  type EmbeddingRequest,
  invalidConfig,
  isAbortSignal,
  type Provider,
  type ProviderCall,
  RouterError,
} from '@llm-router/core';
import { isObject } from './json.ts';

/**
 * The same provider, which refuses a request or a call that is none before it is taken apart. `stream`
 * throws at once.
 */
export function checkedProvider(provider: Provider): Provider {
  const { name, embed, models, probe, credits } = provider;
  return {
    ...provider,
    async chat(request, call) {
      checkChat(`${name}: chat`, request);
      checkCall(`${name}: chat`, call);
      return provider.chat(request, call);
    },
    stream(request, call) {
      checkChat(`${name}: stream`, request);
      checkCall(`${name}: stream`, call);
      return provider.stream(request, call);
    },
    ...(embed && {
      async embed(request, call) {
        checkEmbedding(`${name}: embed`, request);
        checkCall(`${name}: embed`, call);
        return embed(request, call);
      },
    }),
    ...(models && { models: checkedAsk(`${name}: models`, models) }),
    ...(probe && { probe: checkedAsk(`${name}: probe`, probe) }),
    ...(credits && { credits: checkedAsk(`${name}: credits`, credits) }),
  };
}

type Ask<T> = (call?: ProviderCall) => Promise<T>;

function checkedAsk<T>(where: string, ask: Ask<T>): Ask<T> {
  return async (call) => {
    checkCall(where, call);
    return ask(call);
  };
}

function checkChat(where: string, request: ChatRequest): void {
  const form = "give { model, messages: [{ role: 'user', content: '...' }] }";
  checkIsRequest(where, request, form);
  const { messages, tools } = request as { messages?: unknown; tools?: unknown };
  if (!Array.isArray(messages)) throw invalid(where, 'request.messages is no list', form);
  checkAreObjects(`${where}: request.messages`, messages, form);
  if (tools === undefined || tools === null) return;
  const toolForm = "give [{ type: 'function', function: { name, parameters } }]";
  if (!Array.isArray(tools)) throw invalid(where, 'request.tools is no list', toolForm);
  checkAreObjects(`${where}: request.tools`, tools, toolForm);
}

function checkEmbedding(where: string, request: EmbeddingRequest): void {
  const form = "give { model, input: 'some text' } or a list of texts";
  checkIsRequest(where, request, form);
  const { input } = request as { input?: unknown };
  if (typeof input === 'string' || Array.isArray(input)) return;
  throw invalid(where, 'request.input is neither text nor a list', form);
}

function checkIsRequest(where: string, request: { readonly model?: string }, form: string): void {
  if (!isObject(request)) throw invalid(where, `the request is ${kindOf(request)}`, form);
  const { model } = request as { model?: unknown };
  if (model === undefined || model === null || typeof model === 'string') return;
  throw invalid(where, `request.model is ${kindOf(model)}`, 'give the name of a model');
}

function checkAreObjects(place: string, list: readonly unknown[], form: string): void {
  const wrong = list.findIndex((item) => !isObject(item));
  if (wrong < 0) return;
  throw new RouterError(
    'invalid_request',
    `${place}[${wrong}] is ${kindOf(list[wrong])}: ${form}.`,
  );
}

/** @throws RouterError `invalid_config` */
function checkCall(where: string, call: ProviderCall | undefined): void {
  if (call === undefined) return;
  const place = `${where}: the call`;
  if (!isObject(call)) throw invalidConfig(place, call, 'an object such as { signal }');
  const { signal } = call;
  if (signal !== undefined && !isAbortSignal(signal)) {
    throw invalidConfig(`${place}.signal`, signal, 'an AbortSignal');
  }
  for (const name of ['onResponse', 'onLoss', 'onCost'] as const) {
    if (call[name] === undefined || typeof call[name] === 'function') continue;
    throw invalidConfig(`${place}.${name}`, call[name], 'a function');
  }
}

function invalid(where: string, what: string, mend: string): RouterError {
  return new RouterError('invalid_request', `${where}: ${what}: ${mend}.`);
}

/** What a value is, without showing it. */
function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
