import {
  type ChatMessage,
  type ChatRequest,
  type OptionReader,
  RouterError,
  readOptions,
} from '@llm-router/core';

const longestName = 256;

/** Checks the options of one call; the model must be there, a deployment must be a name. */
export function readChoice<O extends { readonly model: string; readonly deployment?: string }>(
  where: string,
  choice: O,
  names: readonly (keyof O & string)[],
): OptionReader<O> {
  const chosen = readOptions(where, choice, names);
  readModel(where, choice);
  const { deployment = 'none' } = choice;
  if (typeof deployment !== 'string' || deployment === '' || deployment.length > longestName) {
    chosen.fail('deployment', `a name of at most ${longestName} characters`);
  }
  return chosen;
}

/** The id of a model. */
export function readModel(where: string, { model }: { readonly model: string }): string {
  if (typeof model === 'string' && model.trim() !== '') return model;
  throw new RouterError('invalid_config', `${where}: model is missing; expected a model's id.`);
}

/** Text as it is; messages as a request. */
export function readInput(
  where: string,
  input: string | readonly ChatMessage[] | ChatRequest,
): string | ChatRequest {
  return typeof input === 'string' ? input : readRequest(where, input);
}

/** Messages or a request, as a request whose messages can be read. */
export function readRequest(
  where: string,
  input: readonly ChatMessage[] | ChatRequest,
): ChatRequest {
  const request = isMessages(input) ? { messages: input } : input;
  const { messages } = (request ?? {}) as Partial<ChatRequest>;
  const whole = (message: ChatMessage) => typeof message === 'object' && message !== null;
  if (Array.isArray(messages) && messages.every(whole)) return request;
  throw new RouterError(
    'invalid_request',
    `${where}: the input has no messages; expected a text, a list of messages or a chat request.`,
  );
}

function isMessages(input: readonly ChatMessage[] | ChatRequest): input is readonly ChatMessage[] {
  return Array.isArray(input);
}
