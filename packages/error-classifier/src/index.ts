export { type ClassifyContext, classifyError } from './classify-error.ts';
export { defaultVerdicts, type Verdict } from './default-verdicts.ts';
