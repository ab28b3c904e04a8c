/**
 * The one internal language: OpenAI's chat-completions wire shape. Adapters translate to and from it.
 * OpenAI's own parameter types are assignable to {@link ChatRequest}, and {@link ChatCompletion} to
 * OpenAI's own answer type; a type test holds both.
 */

/** A marker that ends a cacheable prefix, where the provider knows explicit cache breakpoints. */
export interface CacheMarker {
  readonly type: 'ephemeral';
  readonly ttl?: '5m' | '1h';
}

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
  readonly cache_control?: CacheMarker | null;
}

export interface ImagePart {
  readonly type: 'image_url';
  readonly image_url: {
    /** An `http(s)` address or a `data:` URL. */
    readonly url: string;
    readonly detail?: 'auto' | 'low' | 'high' | 'original';
  };
  readonly cache_control?: CacheMarker | null;
}

export interface AudioPart {
  readonly type: 'input_audio';
  readonly input_audio: { readonly data: string; readonly format: string };
}

export interface FilePart {
  readonly type: 'file';
  readonly file: {
    readonly file_data?: string;
    readonly file_id?: string;
    readonly filename?: string;
  };
}

export interface RefusalPart {
  readonly type: 'refusal';
  readonly refusal: string;
}

export type ContentPart = TextPart | ImagePart | AudioPart | FilePart | RefusalPart;

export interface FunctionToolCall {
  id: string;
  type: 'function';
  function: {
    name: string;
    /** The arguments as a JSON string, as the model wrote it: it may be invalid JSON. */
    arguments: string;
  };
}

export interface CustomToolCall {
  id: string;
  type: 'custom';
  custom: { name: string; input: string };
}

export type ToolCall = FunctionToolCall | CustomToolCall;

export interface SystemMessage {
  readonly role: 'system' | 'developer';
  readonly content: string | readonly TextPart[];
  readonly name?: string;
}

export interface UserMessage {
  readonly role: 'user';
  readonly content: string | readonly ContentPart[];
  readonly name?: string;
}

export interface AssistantMessage {
  readonly role: 'assistant';
  readonly content?: string | readonly (TextPart | RefusalPart)[] | null;
  readonly name?: string;
  readonly refusal?: string | null;
  readonly tool_calls?: readonly ToolCall[];
  readonly function_call?: { readonly name: string; readonly arguments: string } | null;
  readonly audio?: { readonly id: string } | null;
  /** The visible reasoning of DeepSeek, Moonshot, Zhipu and others. */
  readonly reasoning_content?: string | null;
  /** Reasoning as OpenRouter, vLLM and Groq spell it. */
  readonly reasoning?: string | null;
  /** Opaque reasoning blocks; each belongs to the provider that issued it. */
  readonly reasoning_details?: readonly unknown[] | null;
}

export interface ToolMessage {
  readonly role: 'tool';
  readonly content: string | readonly TextPart[];
  readonly tool_call_id: string;
}

export interface FunctionMessage {
  readonly role: 'function';
  readonly content: string | null;
  readonly name: string;
}

export type ChatMessage =
  | SystemMessage
  | UserMessage
  | AssistantMessage
  | ToolMessage
  | FunctionMessage;

/** A JSON Schema object. */
export type JsonSchema = { readonly [key: string]: unknown };

export interface FunctionTool {
  readonly type: 'function';
  readonly function: {
    readonly name: string;
    readonly description?: string;
    readonly parameters?: JsonSchema;
    readonly strict?: boolean | null;
  };
  readonly cache_control?: CacheMarker | null;
}

export interface CustomTool {
  readonly type: 'custom';
  readonly custom: {
    readonly name: string;
    readonly description?: string;
    readonly format?: unknown;
  };
}

export type Tool = FunctionTool | CustomTool;

export type ToolChoice =
  | 'none'
  | 'auto'
  | 'required'
  | { readonly type: 'function'; readonly function: { readonly name: string } }
  | { readonly type: 'custom'; readonly custom: { readonly name: string } }
  | {
      readonly type: 'allowed_tools';
      readonly allowed_tools: {
        readonly mode: 'auto' | 'required';
        readonly tools: readonly { readonly [key: string]: unknown }[];
      };
    };

export type ResponseFormat =
  | { readonly type: 'text' }
  | { readonly type: 'json_object' }
  | {
      readonly type: 'json_schema';
      readonly json_schema: {
        readonly name: string;
        readonly description?: string;
        readonly schema?: JsonSchema;
        readonly strict?: boolean | null;
      };
    };

/** One chat request. `model` may be left out: the router chooses. */
export interface ChatRequest {
  /** A deployment id, model id, alias, category or `auto`; absent means all deployments. */
  readonly model?: string;
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly Tool[];
  readonly tool_choice?: ToolChoice;
  readonly parallel_tool_calls?: boolean;
  readonly response_format?: ResponseFormat;
  /** The older name of `max_completion_tokens`. */
  readonly max_tokens?: number | null;
  readonly max_completion_tokens?: number | null;
  readonly temperature?: number | null;
  readonly top_p?: number | null;
  readonly top_k?: number | null;
  readonly n?: number | null;
  readonly seed?: number | null;
  readonly stop?: string | readonly string[] | null;
  readonly frequency_penalty?: number | null;
  readonly presence_penalty?: number | null;
  readonly logit_bias?: { readonly [token: string]: number } | null;
  readonly logprobs?: boolean | null;
  readonly top_logprobs?: number | null;
  readonly reasoning_effort?: string | null;
  readonly verbosity?: string | null;
  readonly stream?: boolean | null;
  readonly stream_options?: {
    readonly include_usage?: boolean;
    readonly include_obfuscation?: boolean;
  } | null;
  readonly user?: string;
  readonly safety_identifier?: string | null;
  readonly prompt_cache_key?: string | null;
  readonly metadata?: { readonly [key: string]: string } | null;
  readonly store?: boolean | null;
  readonly service_tier?: string | null;
  readonly modalities?: readonly string[] | null;
  readonly audio?: { readonly [key: string]: unknown } | object | null;
  readonly prediction?: object | null;
  readonly web_search_options?: object;
  /** OpenAI's older form of `tools`. */
  readonly functions?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly parameters?: JsonSchema;
  }[];
  readonly function_call?: 'none' | 'auto' | { readonly name: string };
}

export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'function_call';

export interface TokenLogprob {
  token: string;
  bytes: number[] | null;
  logprob: number;
  top_logprobs: { token: string; bytes: number[] | null; logprob: number }[];
}

export interface Logprobs {
  content: TokenLogprob[] | null;
  refusal: TokenLogprob[] | null;
}

/** Usage as OpenAI's wire reports it; {@link Usage} is the house's own shape. */
export interface CompletionUsage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_tokens_details?: {
    cached_tokens?: number;
    cache_write_tokens?: number;
    audio_tokens?: number;
  };
  completion_tokens_details?: {
    reasoning_tokens?: number;
    audio_tokens?: number;
    accepted_prediction_tokens?: number;
    rejected_prediction_tokens?: number;
  };
}

export interface CompletionMessage {
  role: 'assistant';
  content: string | null;
  refusal: string | null;
  tool_calls?: ToolCall[];
  function_call?: { name: string; arguments: string } | null;
  audio?: { id: string; data: string; expires_at: number; transcript: string } | null;
  annotations?: {
    type: 'url_citation';
    url_citation: { start_index: number; end_index: number; title: string; url: string };
  }[];
  reasoning_content?: string | null;
  reasoning?: string | null;
  reasoning_details?: unknown[] | null;
}

/** A whole answer. */
export interface ChatCompletion {
  id: string;
  object: 'chat.completion';
  /** Epoch seconds. */
  created: number;
  model: string;
  choices: {
    index: number;
    message: CompletionMessage;
    finish_reason: FinishReason;
    logprobs: Logprobs | null;
  }[];
  usage?: CompletionUsage;
  service_tier?: 'auto' | 'default' | 'flex' | 'scale' | 'priority' | 'fast' | null;
  system_fingerprint?: string;
}

export interface ToolCallDelta {
  index: number;
  id?: string;
  type?: 'function' | 'custom';
  function?: { name?: string; arguments?: string };
  custom?: { name?: string; input?: string };
}

export interface ChunkDelta {
  role?: 'developer' | 'system' | 'user' | 'assistant' | 'tool';
  content?: string | null;
  refusal?: string | null;
  tool_calls?: ToolCallDelta[];
  function_call?: { name?: string; arguments?: string };
  reasoning_content?: string | null;
  reasoning?: string | null;
  reasoning_details?: unknown[] | null;
}

/** One piece of a streamed answer. The piece that carries usage has no choices. */
export interface ChatCompletionChunk {
  id: string;
  object: 'chat.completion.chunk';
  /** Epoch seconds. */
  created: number;
  model: string;
  choices: {
    index: number;
    delta: ChunkDelta;
    finish_reason: FinishReason | null;
    logprobs?: Logprobs | null;
  }[];
  usage?: CompletionUsage | null;
  service_tier?: 'auto' | 'default' | 'flex' | 'scale' | 'priority' | 'fast' | null;
  system_fingerprint?: string;
}
