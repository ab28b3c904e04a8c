import type { ChatRequest } from '@llm-router/core';
import { buildChatBody } from '../src/chat-body.ts';
import type { ProviderProfile } from '../src/provider-profile.ts';
import { providerProfiles } from '../src/provider-profiles.ts';
import { readRows, recordedSuite } from './recordings.ts';

type Json = Readonly<Record<string, unknown>>;

/** The fields that core names; the compiler sees that none is missing. */
const spoken: Readonly<Record<keyof ChatRequest, true>> = {
  model: true,
  messages: true,
  tools: true,
  tool_choice: true,
  parallel_tool_calls: true,
  response_format: true,
  max_tokens: true,
  max_completion_tokens: true,
  temperature: true,
  top_p: true,
  top_k: true,
  n: true,
  seed: true,
  stop: true,
  frequency_penalty: true,
  presence_penalty: true,
  logit_bias: true,
  logprobs: true,
  top_logprobs: true,
  reasoning_effort: true,
  verbosity: true,
  stream: true,
  stream_options: true,
  user: true,
  safety_identifier: true,
  prompt_cache_key: true,
  metadata: true,
  store: true,
  service_tier: true,
  modalities: true,
  audio: true,
  prediction: true,
  web_search_options: true,
  functions: true,
  function_call: true,
};

/** A recorded body in the names that core has for the same: Mistral's seed, OpenRouter's usage. */
function fromChat(body: Json): Json {
  const { random_seed: seed, usage, ...rest } = body;
  return { ...rest, ...(seed !== undefined && { seed }), ...(isAsking(usage) ? {} : { usage }) };
}

const isAsking = (usage: unknown): boolean => usage === undefined || Object(usage).include === true;

/** A body without what carries no meaning: nulls, whether usage is asked for, the limit's name. */
function plainBody(body: Json): Json {
  const { max_tokens: older, max_completion_tokens: newer, ...more } = body;
  const { stream_options: _options, usage, ...rest } = more;
  const said = Object.entries(rest).filter(([, value]) => value !== null && value !== false);
  return { ...Object.fromEntries(said), limit: newer ?? older, usage: isAsking(usage) ? 0 : usage };
}

/** The fields in which a body goes out otherwise than it was recorded. */
function changed(recorded: Json, sent: Json): readonly string[] {
  const [before, after] = [plainBody(recorded), plainBody(sent)];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => {
    const isSame = JSON.stringify(before[name]) === JSON.stringify(after[name]);
    return !isSame;
  });
}

function profileOf(provider: string): ProviderProfile {
  const profile = providerProfiles[provider] ?? providerProfiles['openai-compatible'];
  if (profile === undefined) throw new Error(`no profile for ${provider}`);
  return profile;
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

recordedSuite('the recorded requests of OpenAI’s wire', () => {
  test('go out as they were recorded, but for what the server would refuse', () => {
    const rows = readRows('chat.completions').filter(
      ({ status, request_body: body }) => status === 200 && Array.isArray(Object(body).messages),
    );
    const unnamed: Record<string, number> = {};
    const differing: Record<string, number> = {};
    let named = 0;
    let same = 0;
    for (const { provider, request_body: body, stream } of rows) {
      const recorded = body as Json;
      const asked = fromChat(recorded);
      const others = Object.keys(asked).filter((name) => !Object.hasOwn(spoken, name));
      for (const name of others) count(unnamed, name);
      if (others.length === 0) named += 1;
      const profile = profileOf(provider);
      const losses: string[] = [];
      const sent = buildChatBody(asked as ChatRequest & Json, {
        profile,
        stream,
        includeUsage: true,
        onLoss: (loss) => losses.push(loss),
      });
      const found = changed(recorded, sent);
      if (found.length === 0) same += 1;
      for (const name of found) count(differing, `${provider}: ${name} ${losses.join()}`);
    }
    console.info(`${named} of ${rows.length} name only fields of ChatRequest; the others`, unnamed);
    console.info(`${same} go out as recorded; the others differ in`, differing);
    expect(named / rows.length).toBeGreaterThan(0.9);
    expect(same / rows.length).toBeGreaterThan(0.9);
  });
});

// Runs without the recordings too: jest counts a file without a test as broken.
test('a field that changes on its way is seen', () => {
  expect(changed({ model: 'a', stop: null }, { model: 'a' })).toEqual([]);
  expect(changed({ model: 'a', top_k: 3 }, { model: 'b' })).toEqual(['model', 'top_k']);
});
