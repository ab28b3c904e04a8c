import type { ChatMessage } from '@llm-router/core';
import { createWireBench, errorBody, type Reply, type WireHit } from './support.ts';

const tools = [
  { type: 'function', function: { name: 'tide', parameters: { type: 'object', properties: {} } } },
] as const;

/** A conversation as it stands after a turn of each vendor, with what only that vendor can read. */
const signed = (type: string, details: object): ChatMessage => ({
  role: 'assistant',
  content: 'Let me look.',
  reasoning_content: 'I had better look it up.',
  reasoning_details: [{ type, ...details }],
  tool_calls: [
    {
      id: 'toolu_01.with/odd:letters',
      type: 'function',
      function: { name: 'tide', arguments: '{}' },
    },
  ],
});
const byAnthropic = signed('anthropic.thinking', {
  thinking: 'I had better look it up.',
  signature: 'SIGNED-BY-ANTHROPIC',
});
const byGoogle = signed('google.signature', { index: 0, signature: 'SIGNED-BY-GOOGLE' });

const conversation = (turn: ChatMessage): readonly ChatMessage[] => [
  {
    role: 'user',
    content: [{ type: 'text', text: 'When is high tide?', cache_control: { type: 'ephemeral' } }],
  },
  turn,
  { role: 'tool', tool_call_id: 'toolu_01.with/odd:letters', content: 'At noon.' },
];

const key = { apiKey: 'key' };
const all = {
  anthropic: { id: 'anthropic', provider: 'anthropic', model: 'claude-sonnet-4-5', ...key },
  google: { id: 'google', provider: 'google', model: 'gemini-2.5-flash', ...key },
  openai: { id: 'openai', provider: 'openai', model: 'gpt-4o-mini', ...key },
  mistral: { id: 'mistral', provider: 'mistral', model: 'mistral-large-latest', ...key },
} as const;
type Name = keyof typeof all;

const answers: Readonly<Record<Name, Reply>> = {
  anthropic: {
    body: {
      id: 'm',
      type: 'message',
      role: 'assistant',
      model: 'c',
      content: [{ type: 'text', text: 'At noon.' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 9, output_tokens: 3 },
    },
  },
  google: {
    body: {
      candidates: [
        { content: { role: 'model', parts: [{ text: 'At noon.' }] }, finishReason: 'STOP' },
      ],
      usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 3, totalTokenCount: 12 },
    },
  },
  openai: {},
  mistral: {},
};

const hosts: Readonly<Record<Name, string>> = {
  anthropic: 'anthropic.com',
  google: 'googleapis.com',
  openai: 'api.openai.com',
  mistral: 'mistral.ai',
};
const nameOf = ({ url }: WireHit) =>
  (Object.keys(hosts) as Name[]).find((name) => url.includes(hosts[name])) as Name;

/** Falls over from the first to the second with a conversation that holds such a turn. */
async function fallOver(first: Name, second: Name, turn: ChatMessage) {
  const made = createWireBench({ deployments: [all[first], all[second]] }, (hit) =>
    nameOf(hit) === first ? { status: 500, body: errorBody('down') } : answers[second],
  );
  const request = { messages: conversation(turn), tools };
  const result = await made.clock.run(made.router.chat(request));
  const sent = made.hits.map((hit) => JSON.stringify(hit.body));
  return { result, sent, hits: made.hits, losses: result.ledger.losses };
}

const switches: readonly (readonly [Name, Name, ChatMessage, string])[] = [
  ['anthropic', 'openai', byAnthropic, 'SIGNED-BY-ANTHROPIC'],
  ['anthropic', 'google', byAnthropic, 'SIGNED-BY-ANTHROPIC'],
  ['anthropic', 'mistral', byAnthropic, 'SIGNED-BY-ANTHROPIC'],
  ['google', 'openai', byGoogle, 'SIGNED-BY-GOOGLE'],
  ['google', 'anthropic', byGoogle, 'SIGNED-BY-GOOGLE'],
];

describe.each(switches)(
  'a conversation that goes over from %s to %s',
  (first, second, turn, mark) => {
    it('keeps what the first had signed for the first alone, and the ledger says so', async () => {
      const { result, sent, losses } = await fallOver(first, second, turn);
      expect(result.text).not.toBe('');
      expect(result.deployment).toBe(second);
      expect(sent[0]).toContain(mark);
      expect(sent[1]).not.toContain(mark);
      expect(losses.filter((loss) => loss.startsWith(`${second}: `)).join()).toMatch(
        /reasoning|thinking/,
      );
    });

    it('keeps calls and their results together, in letters that the second takes', async () => {
      const { hits } = await fallOver(first, second, turn);
      const text = JSON.stringify(hits[1]?.body);
      expect(text).toContain('At noon.');
      if (second === 'google') return; // It goes by the name of the function.
      const ids = [...text.matchAll(/"(?:tool_call_id|tool_use_id)":"([^"]*)"/g)].map(
        ([, id]) => id,
      );
      expect(ids).toHaveLength(1);
      expect(text.split(`"${ids[0]}"`).length - 1).toBe(2);
      const letters = { mistral: /^[a-zA-Z0-9]{9}$/, anthropic: /^[a-zA-Z0-9_-]+$/ };
      expect(ids[0]).toMatch(second === 'openai' ? /./ : letters[second as keyof typeof letters]);
    });

    it('sends cache markers only to whom they mean something', async () => {
      const { hits } = await fallOver(first, second, turn);
      for (const hit of hits) {
        const has = JSON.stringify(hit.body).includes('cache_control');
        expect([nameOf(hit), has]).toEqual([nameOf(hit), nameOf(hit) === 'anthropic']);
      }
    });
  },
);
