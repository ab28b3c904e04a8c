import type { ChatMessage, ChatRequest, ContentPart } from './chat.ts';

/** What a message costs besides its text (OpenAI's published chat format). */
const perMessage = 3;
/** What primes the reply. */
const perReply = 3;
/** A mid-sized picture; the exact number depends on the model (token-calculator knows). */
const perImage = 800;
/** A minute of speech is some 1,200 tokens; base64 carries about 16 KB a second of it. */
const audioCharactersPerToken = 800;
/** Letters of an average token inside a long word. */
const lettersPerToken = 6;
const digitsPerToken = 3;

/**
 * Estimates tokens without a tokenizer, in linear time: about as exact as one can be without knowing
 * the model. It counts words, digits, signs and scripts rather than characters.
 */
export function estimateTokens(input: string | readonly ChatMessage[] | ChatRequest): number {
  if (typeof input === 'string') return estimateText(input);
  if ('messages' in input) {
    const tools = input.tools ?? input.functions;
    return (
      estimateMessages(input.messages) +
      (tools === undefined || tools.length === 0 ? 0 : estimateText(JSON.stringify(tools))) +
      (input.response_format?.type === 'json_schema'
        ? estimateText(JSON.stringify(input.response_format.json_schema))
        : 0)
    );
  }
  return estimateMessages(input);
}

function estimateMessages(messages: readonly ChatMessage[]): number {
  let tokens = perReply;
  for (const message of messages) tokens += perMessage + estimateMessage(message);
  return tokens;
}

function estimateMessage(message: ChatMessage): number {
  let tokens = 1;
  if ('name' in message && message.name) tokens += 1 + estimateText(message.name);
  const { content } = message;
  if (typeof content === 'string') tokens += estimateText(content);
  else for (const part of content ?? []) tokens += estimatePart(part);
  if (message.role === 'assistant') {
    for (const call of message.tool_calls ?? []) {
      tokens += perMessage;
      tokens +=
        call.type === 'custom'
          ? estimateText(call.custom.name) + estimateText(call.custom.input)
          : estimateText(call.function.name) + estimateText(call.function.arguments);
    }
    if (message.reasoning_content) tokens += estimateText(message.reasoning_content);
  }
  return tokens;
}

function estimatePart(part: ContentPart): number {
  switch (part.type) {
    case 'text':
      return estimateText(part.text);
    case 'refusal':
      return estimateText(part.refusal);
    case 'image_url':
      return part.image_url.detail === 'low' ? 85 : perImage;
    case 'input_audio':
      return Math.ceil(part.input_audio.data.length / audioCharactersPerToken);
    case 'file':
      return Math.ceil((part.file.file_data?.length ?? 0) / 6);
    default:
      return 0;
  }
}

const other = 0;
const letter = 1;
const digit = 2;
const space = 3;
const sign = 4;

/** The kind of each ASCII character. */
const kinds = new Uint8Array(128).map((_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return letter;
  if (/[0-9]/.test(character)) return digit;
  if (/\s/.test(character)) return space;
  return sign;
});

function estimateText(text: string): number {
  let tokens = 0;
  let run = 0;
  let runKind = space;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = code < 128 ? (kinds[code] as number) : other;
    if (kind === runKind && kind !== other) {
      run += 1;
      continue;
    }
    tokens += runTokens(runKind, run);
    if (kind === other) tokens += foreignTokens(code);
    runKind = kind;
    run = kind === other ? 0 : 1;
  }
  return Math.ceil(tokens + runTokens(runKind, run));
}

/** A single space belongs to the word after it; more of them, or line ends, are tokens of their own. */
function runTokens(kind: number, length: number): number {
  if (length === 0) return 0;
  if (kind === letter) return 1 + Math.floor((length - 1) / lettersPerToken) * 0.6;
  if (kind === digit) return Math.ceil(length / digitsPerToken);
  if (kind === sign) return 1 + (length - 1) * 0.4;
  return length === 1 ? 0.05 : 1;
}

/** Scripts differ: two or three letters of Latin or Cyrillic make a token, one ideograph about 0.8. */
function foreignTokens(code: number): number {
  if (code < 0x250) return 0.6;
  if (code < 0x600) return 0.4;
  if (code < 0x2e80) return 0.6;
  if (code >= 0xd800 && code <= 0xdfff) return 0.9;
  return 0.8;
}
