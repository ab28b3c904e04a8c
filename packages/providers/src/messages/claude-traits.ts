import type { Effort } from '../efforts.ts';

/** What one family of Claude models takes; the API answers the rest with a 400. */
export interface ClaudeTraits {
  /** The output limit that is sent where the request has none. */
  readonly maxTokens: number;
  /** Whether it thinks, and whether within a budget of tokens or as it sees fit. */
  readonly thinking: 'none' | 'budget' | 'adaptive';
  /** The values of `output_config.effort`, the least first. */
  readonly efforts: readonly Effort[];
  /** What keeps it from thinking: not asking, a `thinking.type`, or nothing. */
  readonly withoutThinking: 'unasked' | 'disabled' | 'between_tools' | 'impossible';
  /** Whether it takes `temperature`, `top_p` and `top_k`: all, one of the first two, or none. */
  readonly sampling: 'free' | 'one' | 'none';
  /** Whether a tool call can be forced. */
  readonly forcedTools: boolean;
  /** Whether it knows `output_config.format` and strict tools. */
  readonly schemas: boolean;
  /** Whether a system message may stand in the conversation. */
  readonly lateSystem: boolean;
}

const first: ClaudeTraits = {
  maxTokens: 4096,
  thinking: 'none',
  efforts: [],
  withoutThinking: 'unasked',
  sampling: 'free',
  forcedTools: true,
  schemas: false,
  lateSystem: false,
};

// Up to 4.1, prompt and limit together must fit the window: half the models' maximum leaves room.
const budgeted: ClaudeTraits = { ...first, maxTokens: 32_000, thinking: 'budget' };

const structured: ClaudeTraits = {
  ...budgeted,
  maxTokens: 64_000,
  sampling: 'one',
  schemas: true,
};

const adaptive: ClaudeTraits = {
  ...structured,
  thinking: 'adaptive',
  efforts: ['low', 'medium', 'high', 'max'],
};

const unsampled: ClaudeTraits = {
  ...adaptive,
  maxTokens: 128_000,
  efforts: ['low', 'medium', 'high', 'xhigh', 'max'],
  sampling: 'none',
};

const fifth: ClaudeTraits = { ...unsampled, withoutThinking: 'disabled' };
const alwaysThinking: ClaudeTraits = { ...fifth, withoutThinking: 'impossible', lateSystem: true };
const unforced: ClaudeTraits = { ...alwaysThinking, forcedTools: false };

interface Row {
  readonly families: readonly string[];
  /** The version from which the row holds: 405 is 4.5. */
  readonly from: number;
  readonly traits: ClaudeTraits;
}

/** The newest first: the first row that fits holds, so that a new version counts as its predecessor. */
const rows: readonly Row[] = [
  { families: ['fable', 'mythos'], from: 501, traits: unforced },
  { families: ['fable', 'mythos'], from: 0, traits: alwaysThinking },
  { families: ['opus'], from: 505, traits: unforced },
  { families: ['opus'], from: 500, traits: { ...fifth, lateSystem: true } },
  { families: ['opus'], from: 408, traits: { ...unsampled, lateSystem: true } },
  { families: ['opus'], from: 407, traits: unsampled },
  {
    families: ['sonnet'],
    from: 505,
    traits: { ...fifth, withoutThinking: 'between_tools', forcedTools: false },
  },
  { families: ['sonnet', 'haiku'], from: 500, traits: fifth },
  { families: ['opus', 'sonnet'], from: 406, traits: adaptive },
  { families: ['opus', 'sonnet', 'haiku'], from: 405, traits: structured },
  { families: ['opus'], from: 401, traits: { ...structured, maxTokens: 32_000 } },
  { families: ['opus', 'sonnet', 'haiku'], from: 307, traits: budgeted },
  { families: ['opus', 'sonnet', 'haiku'], from: 305, traits: { ...first, maxTokens: 8192 } },
  { families: ['opus', 'sonnet', 'haiku', 'instant'], from: 0, traits: first },
];

/** Models of other vendors, whose servers speak this wire: as little as possible is assumed. */
const stranger: ClaudeTraits = { ...first, maxTokens: 8192, thinking: 'budget' };

const familyFirst = /claude-(fable|mythos|opus|sonnet|haiku)(?:-(\d{1,2})(?:-(\d{1,2}))?(?!\d))?/;
const versionFirst = /claude-(\d)(?:-(\d))?-(opus|sonnet|haiku)/;

/** What is known of a model by its id; a Claude model without a known family counts as Opus 5. */
export function claudeTraits(model: string): ClaudeTraits {
  const id = model.toLowerCase().replaceAll('.', '-');
  if (!id.includes('claude')) return stranger;
  if (/claude-(?:instant|2)/.test(id)) return first;
  const [, family, major, minor] = familyFirst.exec(id) ?? [];
  const [, oldMajor, oldMinor, oldFamily] = versionFirst.exec(id) ?? [];
  const version = Number(major ?? oldMajor ?? 0) * 100 + Number(minor ?? oldMinor ?? 0);
  // A bare family name, such as `claude-opus-latest`, means its newest model.
  const known = version === 0 ? Number.POSITIVE_INFINITY : version;
  const row = rows.find(
    ({ families, from }) => families.includes(family ?? oldFamily ?? '') && known >= from,
  );
  return row?.traits ?? { ...fifth, lateSystem: true };
}

/** Of all models behind these wires only Claude up to 4.5 goes on where the last message, its own, stops. */
export function takesPrefill(provider: string, model: string): boolean {
  if (provider !== 'anthropic' && provider !== 'vertex') return false;
  return /claude/i.test(model) && claudeTraits(model).thinking !== 'adaptive';
}
