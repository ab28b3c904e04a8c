import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { categorizeByRules, categorizeModel } from '../src/index.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
const source = join(corpus ?? '.', '..', 'categories.dev.csv');
const there = corpus !== undefined && existsSync(source);
if (!there) {
  console.warn('SKIPPED: categories are not compared with judgement (LLM_ROUTER_CORPUS is unset)');
}

interface Judged {
  readonly id: string;
  readonly accepted: readonly string[];
}

function readJudged(): Judged[] {
  const [, ...lines] = readFileSync(source, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [id = '', , category = '', alternative = ''] = line.toLowerCase().split(',');
    return { id, accepted: [category, alternative].filter((name) => name !== '') };
  });
}

function shareRight(judged: readonly Judged[], categorize: (id: string) => string): number {
  const wrong = judged.filter(({ id, accepted }) => !accepted.includes(categorize(id)));
  return 1 - wrong.length / judged.length;
}

(there ? describe : describe.skip)('compared with judgement', () => {
  it('agrees on at least 95 % of models with the catalog', () => {
    expect(shareRight(readJudged(), (id) => categorizeModel(id).category)).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  it('agrees on at least 85 % of models by their names alone', () => {
    expect(shareRight(readJudged(), (id) => categorizeByRules(id).category)).toBeGreaterThanOrEqual(
      0.85,
    );
  });
});
