import { claudeTraits } from '../src/messages/claude-traits.ts';

test.each([
  ['claude-2.1', { maxTokens: 4096, thinking: 'none' }],
  ['claude-instant-1.2', { maxTokens: 4096 }],
  ['claude-3-haiku-20240307', { maxTokens: 4096, thinking: 'none', schemas: false }],
  ['claude-3-5-sonnet-20241022', { maxTokens: 8192, thinking: 'none' }],
  ['claude-3-7-sonnet-20250219', { maxTokens: 32_000, thinking: 'budget', schemas: false }],
  ['claude-sonnet-4-20250514', { maxTokens: 32_000, schemas: false, sampling: 'free' }],
  ['claude-opus-4@20250514', { maxTokens: 32_000, schemas: false }],
  ['claude-opus-4-1-20250805', { maxTokens: 32_000, schemas: true, sampling: 'one' }],
  ['claude-haiku-4-5-20251001', { maxTokens: 64_000, thinking: 'budget', schemas: true }],
  ['anthropic/claude-sonnet-4.6', { thinking: 'adaptive', sampling: 'one', forcedTools: true }],
  ['claude-opus-4-7', { sampling: 'none', withoutThinking: 'unasked', lateSystem: false }],
  ['us.anthropic.claude-opus-4-8-v1:0', { sampling: 'none', lateSystem: true }],
  ['claude-haiku-5-5', { withoutThinking: 'disabled', forcedTools: true }],
  ['claude-sonnet-5-5', { withoutThinking: 'between_tools', forcedTools: false }],
  ['claude-fable-5', { withoutThinking: 'impossible', forcedTools: true }],
  ['claude-mythos-preview', { withoutThinking: 'impossible' }],
  ['claude-opus-6', { withoutThinking: 'impossible', forcedTools: false }],
  ['claude-haiku-latest', { thinking: 'adaptive' }],
  ['claude-9-verse', { thinking: 'adaptive', maxTokens: 128_000 }],
  ['parrot-2', { maxTokens: 8192, schemas: false, sampling: 'free' }],
])('%s counts to its family', (model, expected) => {
  expect(claudeTraits(model)).toMatchObject(expected);
});
