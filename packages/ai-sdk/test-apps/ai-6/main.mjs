import * as ai from 'ai';
import { createRouterProviderV3 } from '../../dist/index.js';
import { runExample } from '../../examples/ai-sdk.mjs';

await runExample({ ai, createProvider: createRouterProviderV3 });
