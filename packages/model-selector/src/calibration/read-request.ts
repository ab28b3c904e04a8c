import type { ChatRequest, RequestAnalysis } from '@llm-router/core';
import { promptText } from './prompt-text.ts';
import { readForm, type TextForm } from './read-form.ts';

/** Numbers and hashed words of a request: the form of its prompt, and what the analyzer says. */
export function readRequest(request: ChatRequest, analysis: RequestAnalysis): TextForm {
  const { numbers, words } = readForm(promptText(request));
  return { numbers: [...numbers, ...numbersOf(analysis)], words };
}

/** How many numbers a request has. */
export const numberCount: number = readForm('').numbers.length + 8;

function numbersOf(analysis: RequestAnalysis): readonly number[] {
  const { complexity, reasoning, tokens, conversation, requires } = analysis;
  return [
    complexity.score,
    reasoning.score,
    Math.log1p(tokens.input),
    Math.log1p(tokens.expectedOutput),
    Math.log1p(conversation.turns),
    requires.tools ? 1 : 0,
    requires.vision || requires.audio ? 1 : 0,
    requires.structuredOutput ? 1 : 0,
  ];
}
