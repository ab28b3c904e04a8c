import {
  type AnalyzeRequest,
  categories,
  invalidConfig,
  type RequestAnalysis,
} from '@llm-router/core';
import { askOwn } from './ask-own.ts';

const name = 'dependencies.analyze';

/**
 * Makes an analyzer of the caller's own answer nothing but analyses: the stages after it, and the
 * ledger of a call that failed, read numbers in it.
 */
export function analysisFrom(analyze: AnalyzeRequest): AnalyzeRequest {
  return (request) => {
    const answer = askOwn(name, 'an analysis', () => analyze(request));
    if (typeof answer !== 'object' || answer === null) {
      throw invalidConfig(`What ${name} returned`, answer, 'an analysis');
    }
    return checkAnalysis(answer as RequestAnalysis);
  };
}

const amount = 'a number of at least 0';

/** Each number that is read, by its place. */
const amounts: readonly (readonly [place: string, read: (analysis: Loose) => unknown])[] = [
  ['tokens.input', ({ tokens }) => tokens?.input],
  ['tokens.expectedOutput', ({ tokens }) => tokens?.expectedOutput],
  ['requires.contextTokens', ({ requires }) => requires?.contextTokens],
  ['complexity.score', ({ complexity }) => complexity?.score],
];

/** An analysis whose type is a hope. */
type Loose = { readonly [Name in keyof RequestAnalysis]?: Partial<RequestAnalysis[Name]> | null };

function checkAnalysis(analysis: RequestAnalysis): RequestAnalysis {
  const place = `What ${name} returned`;
  for (const [where, read] of amounts) {
    const value = read(analysis);
    const isAmount = typeof value === 'number' && value >= 0 && Number.isFinite(value);
    if (!isAmount) throw invalidConfig(`${place}: ${where}`, value, amount);
  }
  if (categories.includes(analysis.category)) return analysis;
  throw invalidConfig(`${place}: category`, analysis.category, `one of ${categories.join(', ')}`);
}
