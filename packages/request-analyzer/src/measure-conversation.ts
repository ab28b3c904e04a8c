import { type ChatMessage, estimateTokens, type RequestAnalysis } from '@llm-router/core';
import { lengthOf, textOf } from './message-text.ts';
import { topicWords } from './topic-words.ts';

/** Characters of the latest message that are compared. */
const latestCharacters = 2000;

/** Characters of the conversation before it that are compared, the nearest first. */
const earlierCharacters = 6000;

/** Characters that tell how many tokens a character of this conversation takes. */
const sampledCharacters = 1000;

/** How much a conversation grows from turn to turn, and how far its last turn strays. */
export function measureConversation(
  messages: readonly ChatMessage[],
): RequestAnalysis['conversation'] {
  const asked = messages.flatMap(({ role }, index) => (role === 'user' ? [index] : []));
  const turns = asked.length;
  const [first] = asked;
  const last = asked.at(-1);
  if (first === undefined || last === undefined || turns < 2) return { turns };
  const latest = textOf(messages[last]).slice(0, latestCharacters);
  const before = textBefore(messages, last);
  const added = messages.slice(first + 1).reduce((sum, message) => sum + lengthOf(message), 0);
  const tokensPerCharacter = measureDensity(latest + before);
  return {
    turns,
    growthTokens: Math.round((added * tokensPerCharacter) / (turns - 1)),
    drift: measureDrift(latest, before),
  };
}

/** What user and assistant said; instructions and results of tools are not the topic. */
function textBefore(messages: readonly ChatMessage[], end: number): string {
  let text = '';
  for (let index = end - 1; index >= 0 && text.length < earlierCharacters; index--) {
    const message = messages[index];
    if (message?.role !== 'user' && message?.role !== 'assistant') continue;
    text += `\n${textOf(message).slice(0, earlierCharacters - text.length)}`;
  }
  return text;
}

/** Scripts differ by four times; a sample is enough and costs the same in any conversation. */
function measureDensity(text: string): number {
  const sample = text.slice(0, sampledCharacters);
  return estimateTokens(sample) / Math.max(1, sample.length);
}

/** The share of words that are new. A message without a topic ("and why?") does not stray. */
function measureDrift(latest: string, before: string): number {
  const words = topicWords(latest);
  if (words.size === 0) return 0;
  const heard = topicWords(before);
  let unheard = 0;
  for (const word of words) if (!heard.has(word)) unheard += 1;
  return unheard / words.size;
}
