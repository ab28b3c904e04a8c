import { buildGeminiBody } from '../src/gemini/gemini-body.ts';
import { guessMediaType } from '../src/gemini/media-type.ts';
import { readContent } from '../src/gemini/read-content.ts';
import { fromGemini, type Json, jsonList, objectOf, oneSpelling } from './from-gemini.ts';
import { type Row, readRows, recordedSuite } from './recordings.ts';

const model = 'gemini-2.5-flash';

/** A part without what carries no meaning: an id that nobody gave, an empty text. */
function plainPart(part: Json): Json {
  const named = (value: unknown) => {
    const { id, ...rest } = objectOf(value);
    return String(id).startsWith('call_') ? rest : { ...rest, ...(id !== undefined && { id }) };
  };
  const { functionCall, functionResponse, ...rest } = part;
  return {
    ...rest,
    ...(functionCall !== undefined && { functionCall: { args: {}, ...named(functionCall) } }),
    ...(functionResponse !== undefined && { functionResponse: named(functionResponse) }),
  };
}

const saysNothing = ({ text, ...rest }: Json): boolean =>
  text === '' && Object.keys(rest).length === 0;

/** Turns of the same role in a row are one. */
function plainTurns(contents: unknown): readonly Json[] {
  const turns: { role: unknown; parts: Json[] }[] = [];
  for (const { role, parts } of jsonList(contents)) {
    const plain = jsonList(parts)
      .filter((part) => !saysNothing(part))
      .map(plainPart);
    const last = turns.at(-1);
    if (plain.length === 0) plain.push({ text: '' });
    if (last !== undefined && last.role === (role ?? 'user')) last.parts.push(...plain);
    else turns.push({ role: role ?? 'user', parts: plain });
  }
  return turns;
}

function plainBody(body: Json): Json {
  const spelled = objectOf(oneSpelling(body));
  const { responseModalities: _text, ...settings } = objectOf(spelled['generationConfig']);
  // An empty list asks for nothing.
  const config = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
  const { model: _model, systemInstruction, contents, tools, generationConfig, ...rest } = spelled;
  const all = jsonList(tools);
  return {
    ...rest,
    system: jsonList(objectOf(systemInstruction)['parts'])
      .filter((part) => !saysNothing(part))
      .map(({ text }) => text),
    contents: plainTurns(contents),
    functions: all.flatMap((tool) => jsonList(tool['functionDeclarations'])),
    tools: all.filter((tool) => !tool['functionDeclarations']),
    config,
  };
}

const isWellSigned = (parts: readonly Json[]): boolean => {
  const texts = parts.filter((part) => 'text' in part && !part['thought']);
  return texts.slice(0, -1).every((part) => !part['thoughtSignature']);
};

/** What OpenAI's shape and this package's own fields cannot say of a request; nothing where they can. */
function unsayable(body: Json): string | undefined {
  const spelled = objectOf(oneSpelling(body));
  const turns = jsonList(spelled['contents']).map((turn) => jsonList(turn['parts']));
  const parts = turns.flat();
  const { functionCallingConfig: calling, ...server } = objectOf(spelled['toolConfig']);
  const kinds = ['text', 'inlineData', 'fileData', 'functionCall', 'functionResponse', 'thought'];
  const strange = parts.find((part) => !kinds.some((kind) => kind in part));
  if (strange) return `a part of type ${Object.keys(strange)[0]}`;
  if (parts.some((part) => objectOf(part['functionResponse'])['parts'])) return 'media in a result';
  if (!turns.every(isWellSigned)) return 'a signature on an inner text';
  if (objectOf(calling)['mode'] === 'VALIDATED') return 'the mode VALIDATED';
  if (Object.keys(server).length > 0) return `toolConfig.${Object.keys(server)[0]}`;
  const isUntold = parts.some(({ fileData }) => {
    const { fileUri, mimeType } = objectOf(fileData);
    return fileData !== undefined && mimeType !== guessMediaType(String(fileUri));
  });
  return isUntold ? 'the media type of an address that does not show it' : undefined;
}

/** Whether only fields of OpenAI's shape are needed. */
const isPlain = (body: Json): boolean => {
  const spelled = objectOf(oneSpelling(body));
  const own = ['safetySettings', 'cachedContent', 'labels'].some((name) => name in spelled);
  const hasOwnTool = jsonList(spelled['tools']).some((tool) => !tool['functionDeclarations']);
  return !own && !hasOwnTool && !('thinkingConfig' in objectOf(spelled['generationConfig']));
};

recordedSuite('the recorded exchanges of Gemini', () => {
  let rows: readonly Row[] = [];
  beforeAll(() => {
    rows = readRows('generateContent').filter(({ status }) => status === 200);
  });

  test('have requests that survive the way through OpenAI’s shape and back', () => {
    const bodies = rows
      .map((row) => objectOf(row.request_body))
      .filter(({ contents }) => contents !== undefined);
    const missing: Record<string, number> = {};
    const fitting = bodies.filter((body) => {
      const why = unsayable(body);
      if (why !== undefined) missing[why] = (missing[why] ?? 0) + 1;
      return why === undefined;
    });
    const plain = fitting.filter(isPlain);
    console.info(
      `${fitting.length} of ${bodies.length} recorded requests can be said by both, ${plain.length} of them without a field of Gemini's own; the others hold`,
      missing,
    );
    expect(fitting.length).toBeGreaterThan(bodies.length * 0.9);
    for (const body of fitting) {
      const sent = buildGeminiBody(fromGemini(body, model), () => {});
      expect(plainBody(sent)).toEqual(plainBody(body));
    }
  });

  test('have answers whose thoughts, text and calls go back as they came', () => {
    let compared = 0;
    for (const row of rows.filter(({ stream }) => !stream)) {
      const candidate = jsonList(objectOf(row.response_body)['candidates'])[0];
      const parts = jsonList(objectOf(candidate?.['content'])['parts'])
        .filter((part) => !saysNothing(part))
        .map(plainPart);
      const texts = parts.filter((part) => 'text' in part && !part['thought']).length;
      const thoughts = parts.filter((part) => part['thought']).length;
      const isOrdered = parts.every((part) => 'text' in part || 'functionCall' in part);
      // Texts, and thoughts without a signature, come back in one.
      if (texts > 1 || thoughts > 1 || !isOrdered || parts.length === 0) continue;
      const onLoss = (loss: string) => expect(loss).toContain('sources and citations');
      const options = { model: undefined, created: 0, onLoss };
      const message = readContent(row.response_body, options)?.choices[0]?.message;
      if (message === undefined) throw new Error(`${row.id} is no answer`);
      const body = buildGeminiBody({ model, messages: [message] }, (loss) => {
        expect(loss).toBe('');
      });
      expect(plainTurns(body['contents'])[0]?.['parts']).toEqual(parts);
      compared += 1;
    }
    console.info(`${compared} recorded answers went back as they came`);
    expect(compared).toBeGreaterThan(150);
  });
});

// Runs without the recordings too: jest counts a file without a test as broken.
test('the plain form of a request keeps what it says', () => {
  const turn = (text: string) => ({ contents: [{ role: 'user', parts: [{ text }] }] });
  expect(plainBody(turn('a'))).toEqual(plainBody({ contents: { parts: { text: 'a' } } }));
  expect(plainBody(turn('a'))).not.toEqual(plainBody(turn('b')));
});
