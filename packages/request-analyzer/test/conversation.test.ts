import type { ChatMessage, RequestAnalysis } from '@llm-router/core';
import { analyzeRequest } from '../src/index.ts';

const says = (role: 'user' | 'assistant' | 'system', content: string): ChatMessage => ({
  role,
  content,
});

function conversationOf(...messages: ChatMessage[]): RequestAnalysis['conversation'] {
  return analyzeRequest({ messages }).conversation;
}

const opening = [
  says('user', 'Which harbour on the north coast shelters fishing boats in winter?'),
  says('assistant', 'The harbour at Veld shelters fishing boats, since its breakwater is long.'),
];

it('tells nothing but the turns of a conversation that has just begun', () => {
  expect(conversationOf()).toEqual({ turns: 0 });
  expect(conversationOf(says('system', 'Be brief.'), says('user', 'hi'))).toEqual({ turns: 1 });
});

it('sees a message that stays with its topic, strays, or has no topic of its own', () => {
  const drift = (last: string) => conversationOf(...opening, says('user', last)).drift;
  expect(drift('Does its breakwater shelter larger boats?')).toBeLessThan(0.5);
  expect(drift('Convert seventeen dollars into rupees')).toBe(1);
  expect(drift('and why?')).toBe(0);
});

it('compares pairs of ideographs, which stand without blanks', () => {
  const drift = (last: string) =>
    conversationOf(says('user', '北海道の港'), says('assistant', '函館'), says('user', last)).drift;
  expect(drift('北海道')).toBe(0);
  expect(drift('計算問題')).toBe(1);
});

it('does not take the system prompt or the result of a tool for the topic', () => {
  const { drift } = conversationOf(
    says('system', 'You convert dollars into rupees.'),
    ...opening,
    { role: 'tool', content: 'dollars rupees', tool_call_id: 'a' },
    says('user', 'Convert dollars into rupees'),
  );
  expect(drift).toBe(1);
});

it('tells how many tokens a turn adds, without the prompt that was there before', () => {
  const line = 'The boats came home before the storm. ';
  const turns = (count: number, lines: number) =>
    conversationOf(
      says('system', line.repeat(500)),
      says('user', line),
      ...Array.from({ length: count }, () => [
        says('assistant', line.repeat(lines)),
        says('user', line),
      ]).flat(),
    );
  const few = turns(3, 4).growthTokens as number;
  expect(few).toBeGreaterThan(35);
  expect(few).toBeLessThan(55);
  expect((turns(9, 4).growthTokens as number) / few).toBeCloseTo(1, 1);
  expect((turns(3, 9).growthTokens as number) / few).toBeCloseTo(2, 1);
});

it('counts the tokens of a script by that script', () => {
  const growth = (line: string) =>
    conversationOf(says('user', line), says('assistant', line), says('user', line))
      .growthTokens as number;
  expect(growth('漁船は嵐の前に港へ戻った')).toBeGreaterThan(15);
  expect(growth('The boats came in')).toBeLessThan(15);
});
