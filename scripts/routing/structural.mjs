// The structural score as an evaluator asks for it: `score(messages)`.
import { analyzeRequest } from '../../packages/request-analyzer/dist/index.js';

export const score = (messages) => analyzeRequest({ messages }).complexity.score;
