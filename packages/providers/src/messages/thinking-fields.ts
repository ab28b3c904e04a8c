import type { ChatRequest } from '@llm-router/core';
import { type Effort, efforts, nearestEffort } from '../efforts.ts';
import { fieldsOf, isObject } from '../json.ts';
import type { ClaudeTraits } from './claude-traits.ts';
import type { Block } from './content-blocks.ts';
import type { Turn } from './turns.ts';

export interface ThinkingFields {
  readonly thinking?: Block;
  readonly effort?: Effort;
  /** Whether thinking is switched on, which rules out most sampling settings. */
  readonly thinks: boolean;
}

export interface ThinkingSituation {
  readonly traits: ClaudeTraits;
  readonly maxTokens: number;
  /** Whether the model must call a tool. */
  readonly isForced: boolean;
  readonly turns: readonly Turn[];
  readonly losses: Set<string>;
}

/** Tokens of thinking for the models that want a number. */
const budgets: Readonly<Record<Effort, number>> = {
  minimal: 1024,
  low: 2048,
  medium: 8192,
  high: 16_384,
  xhigh: 32_768,
  max: 65_536,
};

const leastBudget = 1024;

/** What `reasoning_effort` means to the model; Anthropic's own `thinking` goes before it. */
export function planThinking(request: ChatRequest, situation: ThinkingSituation): ThinkingFields {
  const { traits, losses } = situation;
  const { thinking: own } = fieldsOf<'thinking'>(request);
  if (isObject(own)) {
    return { thinks: fieldsOf<'type'>(own).type !== 'disabled' };
  }
  const wanted = request.reasoning_effort;
  if (wanted === undefined || wanted === null) return { thinks: false };
  if (wanted === 'none') return withoutThinking(traits, losses);
  const effort = efforts.find((one) => one === wanted);
  if (effort === undefined)
    return lost(`'${wanted}' is none of none, ${efforts.join(', ')}`, losses);
  if (traits.thinking === 'none') return lost('this model does not think', losses);
  if (traits.thinking === 'budget') return withBudget(effort, situation);
  // The newest models keep their thinking to themselves unless asked.
  return {
    thinking: { type: 'adaptive', display: 'summarized' },
    effort: nearestEffort(effort, traits.efforts, losses),
    thinks: true,
  };
}

function lost(because: string, losses: Set<string>): ThinkingFields {
  losses.add(`reasoning_effort was left out: ${because}`);
  return { thinks: false };
}

function withoutThinking(traits: ClaudeTraits, losses: Set<string>): ThinkingFields {
  switch (traits.withoutThinking) {
    case 'unasked':
      return { thinks: false };
    case 'impossible':
      losses.add("reasoning_effort 'none' became 'low': this model always thinks");
      return { effort: 'low', thinks: true };
    default:
      return { thinking: { type: traits.withoutThinking }, thinks: false };
  }
}

/** Half of the limit at most, so that something is left for the answer. */
function withBudget(effort: Effort, situation: ThinkingSituation): ThinkingFields {
  const { maxTokens, isForced, turns, losses } = situation;
  const budget = Math.min(budgets[effort], Math.floor(maxTokens / 2));
  if (budget < leastBudget) {
    return lost(`max_tokens ${maxTokens} leaves no room for ${leastBudget} tokens of it`, losses);
  }
  if (isForced) return lost('this model cannot think before a forced tool call', losses);
  if (isInsideToolLoop(turns)) {
    return lost('the tool calls being answered were made without thinking', losses);
  }
  return { thinking: { type: 'enabled', budget_tokens: budget }, thinks: true };
}

/** Such a model refuses to go on thinking after tool calls that it, or another one, made without. */
function isInsideToolLoop(turns: readonly Turn[]): boolean {
  const answersTools = turns.at(-1)?.content.some((block) => block['type'] === 'tool_result');
  const opening = turns.findLast(({ role }) => role === 'assistant')?.content[0]?.['type'];
  return answersTools === true && opening !== 'thinking' && opening !== 'redacted_thinking';
}
