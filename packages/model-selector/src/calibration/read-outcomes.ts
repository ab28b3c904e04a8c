import { type ChatRequest, invalidConfig, type RequestAnalysis } from '@llm-router/core';
import { mean } from './estimate.ts';
import { mostModels } from './sizes.ts';

/** How good one model's answer was. */
export interface GradedAnswer {
  /** 0 to 1. */
  readonly quality: number;
  /** What it cost, in billionths of a dollar; 0 or more. @defaultValue the mean of the model's others */
  readonly nanoUsd?: number;
  /**
   * The probability with which this answer came to be graded; above 0, at most 1.
   * @defaultValue the share of the outcomes in which the model was graded
   */
  readonly propensity?: number;
}

/** One request, and what the answers to it were worth. */
export interface GradedOutcome {
  readonly request: ChatRequest;
  /** As `analyzeRequest` of `@llm-router/request-analyzer` makes it. */
  readonly analysis: RequestAnalysis;
  /** By model id or deployment id. One of the models is enough where only one was graded. */
  readonly answers: Readonly<Record<string, GradedAnswer>>;
}

/** The answers of one model, one place for each outcome. */
export interface AnswerColumn {
  readonly model: string;
  readonly graded: readonly (GradedAnswer | undefined)[];
  /** Over the graded ones. */
  readonly meanQuality: number;
  /** Over those with a cost; `null` where none has one. */
  readonly meanNanoUsd: number | null;
}

/** Fewer grades of a model say nothing. */
const fewestGrades = 30;

/**
 * Checks outcomes and turns them into one column for each model, the cheapest first; where a model's
 * cost is not known, the worst first.
 *
 * @throws RouterError `invalid_config`
 */
export function readOutcomes(
  outcomes: readonly GradedOutcome[],
  models: readonly string[] | undefined,
): readonly AnswerColumn[] {
  if (!Array.isArray(outcomes)) throw invalidConfig('calibrate: outcomes', outcomes, 'a list');
  outcomes.forEach(checkOutcome);
  const named = models ?? [...new Set(outcomes.flatMap(({ answers }) => Object.keys(answers)))];
  if (named.length < 2 || named.length > mostModels) {
    const expected = `answers of 2 to ${mostModels} models; name them in models if there are more`;
    throw invalidConfig('calibrate: models', named, expected);
  }
  const columns = named.map((model) => readColumn(outcomes, model));
  return models === undefined ? sortColumns(columns) : columns;
}

function readColumn(outcomes: readonly GradedOutcome[], model: string): AnswerColumn {
  const graded = outcomes.map(({ answers }) =>
    Object.hasOwn(answers, model) ? answers[model] : undefined,
  );
  const known = graded.filter((answer) => answer !== undefined);
  if (known.length < fewestGrades) {
    const expected = `at least ${fewestGrades} of them`;
    throw invalidConfig(
      `calibrate: the number of graded answers of '${model}'`,
      known.length,
      expected,
    );
  }
  const costs = known.flatMap(({ nanoUsd }) => (nanoUsd === undefined ? [] : [nanoUsd]));
  return {
    model,
    graded,
    meanQuality: mean(known.map(({ quality }) => quality)),
    meanNanoUsd: costs.length === 0 ? null : mean(costs),
  };
}

function sortColumns(columns: readonly AnswerColumn[]): readonly AnswerColumn[] {
  const isPriced = columns.every(({ meanNanoUsd }) => meanNanoUsd !== null);
  const keyOf = ({ meanNanoUsd, meanQuality }: AnswerColumn) =>
    isPriced ? (meanNanoUsd ?? 0) : meanQuality;
  return [...columns].sort((a, b) => keyOf(a) - keyOf(b));
}

function checkOutcome(outcome: GradedOutcome | null | undefined, index: number): void {
  const where = `calibrate: outcomes[${index}]`;
  if (!isObject(outcome)) throw invalidConfig(where, outcome, 'request, analysis and answers');
  const { request, analysis, answers } = outcome;
  if (!Array.isArray(request?.messages) || request.messages.some((item) => !isObject(item))) {
    throw invalidConfig(`${where}.request`, request, 'a request with messages');
  }
  if (!isAnalysis(analysis)) {
    throw invalidConfig(`${where}.analysis`, analysis, 'what analyzeRequest(request) answers');
  }
  if (!isObject(answers)) throw invalidConfig(`${where}.answers`, answers, 'answers by model');
  for (const [model, answer] of Object.entries(answers)) {
    checkAnswer(answer, `${where}.answers['${model}']`);
  }
}

function isAnalysis(analysis: RequestAnalysis | null | undefined): boolean {
  return (
    isObject(analysis) &&
    isObject(analysis.requires) &&
    [
      analysis.complexity?.score,
      analysis.reasoning?.score,
      analysis.tokens?.input,
      analysis.tokens?.expectedOutput,
      analysis.conversation?.turns,
    ].every((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0)
  );
}

function checkAnswer(answer: GradedAnswer | null | undefined, where: string): void {
  if (!isObject(answer)) throw invalidConfig(where, answer, '{ quality: 0 to 1 }');
  const { quality, nanoUsd, propensity } = answer;
  if (!isWithin(quality, 0, 1))
    throw invalidConfig(`${where}.quality`, quality, 'a number of 0 to 1');
  if (nanoUsd !== undefined && !isWithin(nanoUsd, 0, Number.MAX_SAFE_INTEGER)) {
    throw invalidConfig(`${where}.nanoUsd`, nanoUsd, 'a number of at least 0');
  }
  if (propensity !== undefined && !(propensity > 0 && isWithin(propensity, 0, 1))) {
    throw invalidConfig(`${where}.propensity`, propensity, 'a number above 0 and at most 1');
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isWithin(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && value >= low && value <= high;
}
