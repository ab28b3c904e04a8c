import type { ProviderResponse } from '@llm-router/core';
import { type BodyReader, readText } from './body-reader.ts';
import { findFailedFinish, isErrorBody } from './error-body.ts';
import type { Failures } from './failures.ts';
import { parseJson } from './json.ts';

export interface WholeAnswerSource {
  readonly body: BodyReader;
  readonly head: ProviderResponse;
  readonly failures: Failures;
  readonly signal: AbortSignal | undefined;
  readonly maxResponseBytes: number;
}

/** The JSON of a good answer and its text; an error in its clothes, and what is no JSON, throws. */
export async function readWholeAnswer(
  source: WholeAnswerSource,
): Promise<{ readonly text: string; readonly answer: unknown }> {
  const { head, failures } = source;
  const text = await readWholeText(source);
  const answer = parseJson(text);
  if (isErrorBody(answer)) throw failures.refused(head, text);
  if (answer === undefined) {
    const what = text.trim() === '' ? 'The answer is empty.' : 'The answer is not JSON.';
    throw failures.unusable(head, what, { body: text });
  }
  const failed = findFailedFinish(answer);
  if (failed !== undefined) {
    const what = `The answer ended with finish_reason '${failed}'.`;
    throw failures.unusable(head, what, { body: text });
  }
  return { text, answer };
}

async function readWholeText(source: WholeAnswerSource): Promise<string> {
  const { body, head, failures, maxResponseBytes } = source;
  let read: Awaited<ReturnType<typeof readText>>;
  try {
    read = await readText(body, maxResponseBytes);
  } catch (error) {
    throw failures.thrown(error, source.signal, { response: head });
  }
  if (read.isWhole) return read.text;
  const what = `The answer is longer than maxResponseBytes (${maxResponseBytes}).`;
  throw failures.unusable(head, what, { body: read.text });
}
