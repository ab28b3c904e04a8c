// Reads the recorded outcomes from the folder that LLM_ROUTER_ROUTING names: prompts.jsonl.gz and
// outcomes.jsonl.gz in its data/dev, one line per prompt, with what each model scored on it (0 to 1).
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Figures can only be compared on the same data. */
const sha256 = {
  'prompts.jsonl.gz': '4ef65d364e06121d1057855233f00fc8567b6fb220028853b77893b37914f394',
  'outcomes.jsonl.gz': '273e7d7c1215f52f538e1210e956d8b21799b604053de01b3a9e14184ae6a910',
};

/** The prompts, each with `id`, `source`, `split`, `group`, `prompt`, `messages` and `scores`. */
export function readOutcomes() {
  const folder = process.env.LLM_ROUTER_ROUTING;
  if (!folder) {
    throw new Error('LLM_ROUTER_ROUTING is not set; expected the folder of lib.mjs and data/.');
  }
  const scores = new Map(readLines(folder, 'outcomes.jsonl.gz').map((line) => [line.id, line]));
  return readLines(folder, 'prompts.jsonl.gz').map((line) => ({
    ...line,
    messages: [{ role: 'user', content: line.prompt }],
    scores: scores.get(line.id)?.scores ?? {},
  }));
}

function readLines(folder, name) {
  const packed = readFileSync(join(folder, 'data/dev', name));
  const hash = createHash('sha256').update(packed).digest('hex');
  if (hash !== sha256[name]) {
    throw new Error(`${join(folder, name)} has the hash ${hash}; expected ${sha256[name]}.`);
  }
  return gunzipSync(packed)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
