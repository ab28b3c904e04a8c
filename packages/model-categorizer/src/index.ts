export { categorizeByRules, type RuleOutcome } from './categorize-by-rules.ts';
export { categorizeModel, type ModelCategory } from './categorize-model.ts';
export { type ModelSize, readSize } from './read-size.ts';
