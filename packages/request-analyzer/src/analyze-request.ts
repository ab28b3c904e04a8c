import type { ChatRequest, RequestAnalysis } from '@llm-router/core';
import { type AnalyzeOptions, readAnalyzeOptions } from './analyze-options.ts';
import { checkMessages } from './check-messages.ts';
import { chooseCategory, levelOf } from './choose-category.ts';
import { expectOutput, outputLimit } from './expect-output.ts';
import { measureConversation } from './measure-conversation.ts';
import { type EffortTerm, measureEffort, reasoningDepth } from './measure-effort.ts';
import { orderTies, widestTie } from './order-ties.ts';
import { readRequirements } from './read-requirements.ts';
import { readTask, type Task } from './read-task.ts';
import { readWindow } from './read-window.ts';
import { scanText } from './scan-text.ts';

/** The effort that scores one half. */
const halfwayEffort = 2.5;

/** The reasoning depth that scores one half. */
const halfwayDepth = 2;

/** Evidence below this is not worth a sentence. */
const smallestReason = 0.15;

/**
 * Judges a request by its form: what it needs, how long it is and how much thought it seems to ask
 * for. Nothing is learned or remembered, and `reasons` tells what the score is made of.
 *
 * @throws RouterError `invalid_request` for messages that cannot be read, `invalid_config` for options
 * @example
 * const { complexity, category } = analyzeRequest({
 *   messages: [{ role: 'user', content: 'What is the capital of Peru?' }],
 * }); // complexity.level is 'simple', category 'tiny'
 */
export function analyzeRequest(request: ChatRequest, options?: AnalyzeOptions): RequestAnalysis {
  const settings = readAnalyzeOptions(options);
  checkMessages(request);
  const task = readTask(request);
  const window = readWindow(task.text);
  const features = scanText(window.text);
  const needs = readRequirements(request);
  const input = settings.countTokens(request);

  const terms = measureEffort(features, window, surroundingsOf(request, task, needs));
  const score = squash(sum(terms), halfwayEffort) * (1 - widestTie) + orderTies(window.text, input);
  const level = levelOf(score, settings);
  const depth = squash(reasoningDepth(features), halfwayDepth);
  const wordsOnly = !(needs.tools || needs.vision || needs.audio || needs.structuredOutput);
  const answer = expectOutput(request, features, {
    task,
    needs,
    usualTokens: settings.usualOutputTokens,
  });

  return {
    complexity: { score, level },
    reasoning: { score: depth, matches: [...features.reasoningWords] },
    tokens: { input, expectedOutput: answer * answersOf(request) },
    conversation: measureConversation(request.messages),
    requires: { ...needs, contextTokens: input + (outputLimit(request) ?? answer) },
    category: chooseCategory(level, depth, wordsOnly, settings),
    reasons: [
      `${input} tokens of prompt, about ${answer} expected in return`,
      ...reasonsOf(terms).map((reason) => `${level}: ${reason}`),
    ],
  };
}

function answersOf({ n }: ChatRequest): number {
  return typeof n === 'number' && n > 1 ? n : 1;
}

function surroundingsOf(
  request: ChatRequest,
  { earlier, turns, contextCharacters }: Task,
  needs: ReturnType<typeof readRequirements>,
) {
  return {
    earlier,
    turns,
    contextCharacters,
    tools: (request.tools ?? request.functions ?? []).length,
    media: needs.vision || needs.audio,
    structuredOutput: needs.structuredOutput,
  };
}

function sum(terms: readonly EffortTerm[]): number {
  return terms.reduce((total, { amount }) => total + amount, 0);
}

/** 0 or more to 0 to 1, without an end. */
function squash(amount: number, halfway: number): number {
  return amount / (amount + halfway);
}

/** The weightiest evidence first. */
function reasonsOf(terms: readonly EffortTerm[]): string[] {
  return terms
    .filter(({ amount }) => amount >= smallestReason)
    .sort((a, b) => b.amount - a.amount)
    .map(({ reason }) => reason);
}
