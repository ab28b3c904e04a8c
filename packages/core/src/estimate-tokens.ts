import type { AssistantMessage, ChatMessage, ChatRequest, ContentPart } from './chat.ts';

/** What a message costs besides its text (OpenAI's published chat format). */
const perMessage = 3;
/** What primes the reply. */
const perReply = 3;
/** A mid-sized picture; the exact number depends on the model (token-calculator knows). */
const perImage = 800;
/** A minute of speech is some 1,200 tokens; base64 carries about 16 KB a second of it. */
const audioCharactersPerToken = 800;

// The constants of text are measured against o200k_base, in fractions that binary numbers add exactly.

/** A word is one token up to here. */
const wordLetters = 12;
/** Each letter beyond that: names, codes and noise. */
const perFurtherLetter = 1 / 2;
/** Each letter beyond that which repeats the one before it. */
const perRepeatedLetter = 1 / 8;
/** Capitals after the first are rarer words. */
const perFurtherCapital = 1 / 8;
/** A letter with an accent, on top of its word: words of other languages than English break up. */
const perAccent = 3 / 4;
const digitsPerToken = 3;
/** A sign after another sign: half of the common pairs are one token. */
const perFurtherSign = 1 / 4;
/** What a single sign saves before a word: `(name` and `.name` are often one token. */
const signBeforeWord = 1 / 4;
/** Signs, blanks and line ends that repeat: rules, indentation, empty lines. */
const perRepeat = 1 / 32;

/**
 * Estimates tokens without a tokenizer, in linear time: about as exact as one can be without knowing
 * the model. It counts words, digits, signs and scripts rather than characters. Tool definitions
 * count as their JSON; the hidden prompt that some providers add around them is not in it.
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
  if (message.role === 'assistant') tokens += estimateBesideContent(message);
  return tokens;
}

function estimateBesideContent(message: AssistantMessage): number {
  let tokens = estimateText(message.refusal ?? '');
  tokens += estimateText(message.reasoning_content ?? message.reasoning ?? '');
  for (const call of message.tool_calls ?? []) {
    tokens +=
      call.type === 'custom'
        ? estimateCall(call.custom.name, call.custom.input)
        : estimateCall(call.function.name, call.function.arguments);
  }
  const older = message.function_call;
  return older ? tokens + estimateCall(older.name, older.arguments) : tokens;
}

function estimateCall(name: string, input: string): number {
  return perMessage + estimateText(name) + estimateText(input);
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
const blank = 3;
const lineEnd = 4;
const sign = 5;

/** The kind of each ASCII character. */
const kinds = new Uint8Array(128).map((_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return letter;
  if (/[0-9]/.test(character)) return digit;
  if (/[\r\n]/.test(character)) return lineEnd;
  return /\s/.test(character) ? blank : sign;
});

function kindOf(code: number): number {
  if (code < 128) return kinds[code] as number;
  return isAccented(code) ? letter : other;
}

/** Latin letters beyond ASCII, and the accents that stand alone. */
function isAccented(code: number): boolean {
  return (code >= 0xc0 && code < 0x370) || (code >= 0x1e00 && code < 0x1f00);
}

const isCapital = (code: number) => code >= 65 && code <= 90;
const isSmall = (code: number) => code >= 97 && code <= 122;

function estimateText(text: string): number {
  if (text === '') return 0;
  let tokens = 0;
  let run = 0;
  let kindBefore = lineEnd;
  let codeBefore = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = kindOf(code);
    // A capital after a small letter begins a word: `camelCase` is two.
    const goesOn = kind === kindBefore && !(isCapital(code) && isSmall(codeBefore));
    if (kind === other) tokens += foreignTokens(code);
    else if (goesOn) tokens += nextInRun(kind, run + 1, code, code === codeBefore);
    else tokens += firstOfRun(kind, kindBefore, run);
    if (kind === letter && code >= 128) tokens += perAccent;
    run = goesOn ? run + 1 : 1;
    kindBefore = kind;
    codeBefore = code;
  }
  return Math.max(1, Math.ceil(tokens));
}

function firstOfRun(kind: number, kindBefore: number, runBefore: number): number {
  switch (kind) {
    case letter:
      return kindBefore === sign && runBefore === 1 ? 1 - signBeforeWord : 1;
    case digit:
      // A single blank belongs to the word after it, but never to a number.
      return kindBefore === blank && runBefore === 1 ? 2 : 1;
    case blank:
      return 0;
    case lineEnd:
      return kindBefore === sign ? 0 : 1;
    default:
      return 1;
  }
}

function nextInRun(kind: number, run: number, code: number, repeats: boolean): number {
  switch (kind) {
    case letter: {
      const capital = isCapital(code) ? perFurtherCapital : 0;
      if (run <= wordLetters) return capital;
      return capital + (repeats ? perRepeatedLetter : perFurtherLetter);
    }
    case digit:
      return run % digitsPerToken === 1 ? 1 : 0;
    case blank:
      return run === 2 ? 1 : perRepeat;
    case sign:
      return repeats ? perRepeat : perFurtherSign;
    default:
      return perRepeat;
  }
}

/** Letters of one token differ by script; the numbers are between those of eight tokenizers. */
function foreignTokens(code: number): number {
  if (code < 0x400) return 1 / 2;
  if (code < 0x530) return 3 / 8;
  if (code < 0x800) return 1 / 2;
  if (code < 0x2e80) return 5 / 8;
  return 7 / 8;
}
