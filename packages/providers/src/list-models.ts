import type { ListedModel, ProviderCall } from '@llm-router/core';
import type { Failures } from './failures.ts';
import { countOf, fieldsOf, listOf, textOf } from './json.ts';
import type { Transport } from './transport.ts';
import { type AnswerReading, readWholeAnswer } from './whole-answer.ts';

/** What listing models needs of a wire. */
interface ModelListing extends AnswerReading {
  readonly transport: Transport;
  readonly failures: Failures;
}

/** Asks for the models at a path, in one request. */
export async function listModels(
  wire: ModelListing,
  path: string,
  call: ProviderCall,
): Promise<readonly ListedModel[]> {
  const exchange = await wire.transport.get(path, call);
  const { answer, text } = await readWholeAnswer(wire, exchange, call);
  const models = readModels(answer);
  if (models !== undefined) return models;
  throw wire.failures.unusable(exchange.head, 'The answer has no list of models.', { body: text });
}

/** The models of a list in any vendor's form; `undefined` where there is no list. */
export function readModels(answer: unknown): readonly ListedModel[] | undefined {
  const { data, models } = fieldsOf<'data' | 'models'>(answer);
  const list = [answer, data, models].find(Array.isArray);
  return (
    list &&
    listOf(list)
      .map(readModel)
      .filter((model) => model.id !== '')
  );
}

/** The size of a model's window, in every spelling that was seen. */
type WindowField =
  | 'inputTokenLimit'
  | 'context_length'
  | 'context_window'
  | 'max_context_length'
  | 'max_model_len'
  | 'max_input_tokens';

function readModel(value: unknown): ListedModel {
  const raw = fieldsOf<
    | 'id'
    | 'name'
    | 'outputTokenLimit'
    | 'max_completion_tokens'
    | 'max_tokens'
    | 'top_provider'
    | WindowField
  >(value);
  const contextWindow =
    countOf(raw.inputTokenLimit) ??
    countOf(raw.context_length) ??
    countOf(raw.context_window) ??
    countOf(raw.max_context_length) ??
    countOf(raw.max_model_len) ??
    countOf(raw.max_input_tokens);
  const { max_completion_tokens: routed } = fieldsOf<'max_completion_tokens'>(raw.top_provider);
  const maxOutputTokens =
    countOf(raw.outputTokenLimit) ??
    countOf(raw.max_completion_tokens) ??
    countOf(raw.max_tokens) ??
    countOf(routed);
  return {
    // Gemini names models by their path.
    id: textOf(raw.id) || (textOf(raw.name) ?? '').replace(/^models\//, ''),
    ...(contextWindow !== undefined && { contextWindow }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
  };
}
