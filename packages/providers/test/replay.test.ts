import { createRandom } from '@llm-router/core';
import { geminiProfiles } from '../src/gemini/gemini-profiles.ts';
import { providerProfiles } from '../src/provider-profiles.ts';
import { cut, recordedSuite, replayAll } from './recordings.ts';

// Runs without the recordings too: jest swallows the warning of a file whose tests are all skipped.
test('the cuts of a recorded stream lose and change no byte', () => {
  const text = 'Tromsø, 漁港, 🌊 '.repeat(50);
  const parts = cut(text, createRandom(3));
  expect(parts.length).toBeGreaterThan(1);
  expect(Buffer.concat(parts).toString()).toBe(text);
});

recordedSuite('recorded exchanges', () => {
  test("of OpenAI's wire mean to this package what they mean to an independent reader", async () => {
    const { total, equal } = await replayAll('chat.completions', ({ provider }) =>
      provider in providerProfiles ? provider : 'openai-compatible',
    );
    expect(total).toBeGreaterThan(0);
    expect(equal / total).toBeGreaterThanOrEqual(0.995);
  }, 120_000);

  test("of Anthropic's wire mean the same too", async () => {
    const { total, equal } = await replayAll('messages', () => 'anthropic');
    expect(total).toBeGreaterThan(0);
    expect(equal / total).toBeGreaterThanOrEqual(0.995);
  }, 120_000);

  test("of Gemini's wire do too", async () => {
    const { total, equal } = await replayAll('generateContent', ({ provider }) =>
      provider in geminiProfiles ? provider : 'google',
    );
    expect(total).toBeGreaterThan(0);
    expect(equal / total).toBeGreaterThanOrEqual(0.995);
  }, 120_000);
});
