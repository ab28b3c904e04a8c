import * as ai from 'ai';
import { createRouterProvider } from '../../dist/index.js';
import { runExample } from '../../examples/ai-sdk.mjs';

await runExample({ ai, createProvider: createRouterProvider });
