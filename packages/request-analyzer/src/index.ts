export type { AnalyzeOptions } from './analyze-options.ts';
export { analyzeRequest } from './analyze-request.ts';
