import type { ProviderCall } from '@llm-router/core';
import { openBody, readText } from './body-reader.ts';
import { findFailedFinish, isErrorBody } from './error-body.ts';
import type { Failures } from './failures.ts';
import { parseJson } from './json.ts';
import type { ProviderSettings } from './provider-options.ts';
import type { Exchange } from './transport.ts';

/** What reading an answer needs of a wire. */
export interface AnswerReading {
  readonly settings: Pick<ProviderSettings, 'maxResponseBytes'>;
  readonly failures: Failures;
}

/** The JSON of a good answer and its text; an error in its clothes, and what is no JSON, throws. */
export async function readWholeAnswer(
  wire: AnswerReading,
  exchange: Exchange,
  call: ProviderCall,
): Promise<{ readonly text: string; readonly answer: unknown }> {
  const { failures } = wire;
  const { head } = exchange;
  const text = await readWholeText(wire, exchange, call);
  const answer = parseJson(text);
  if (isErrorBody(answer)) throw failures.refused(head, text);
  if (answer === undefined) {
    if (text.trim() !== '') throw failures.notJson(head, text);
    throw failures.unusable(head, 'The answer is empty.', { body: text });
  }
  const failed = findFailedFinish(answer);
  if (failed !== undefined) {
    const what = `The answer ended with finish_reason '${failed}'.`;
    throw failures.unusable(head, what, { body: text });
  }
  return { text, answer };
}

async function readWholeText(
  { settings, failures }: AnswerReading,
  { response, head }: Exchange,
  { signal }: ProviderCall,
): Promise<string> {
  const { maxResponseBytes } = settings;
  let read: Awaited<ReturnType<typeof readText>>;
  try {
    read = await readText(openBody(response, signal), maxResponseBytes);
  } catch (error) {
    throw failures.thrown(error, signal, { response: head });
  }
  if (read.isWhole) return read.text;
  const what = `The answer is longer than maxResponseBytes (${maxResponseBytes}).`;
  throw failures.unusable(head, what, { body: read.text });
}
