import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyzeRequest } from '../../packages/request-analyzer/dist/index.js';

/** Not used: its licence asks that what is made of it be shared alike. */
const leftOut = 'llmrouter';

/**
 * The outcomes in the folder that `LLM_ROUTER_ROUTING` names; `undefined`, and a warning, where it is
 * unset.
 */
export async function openRoutingData() {
  const folder = process.env['LLM_ROUTER_ROUTING'];
  if (!folder || !existsSync(join(folder, 'lib.mjs'))) {
    console.warn(
      'SKIPPED: LLM_ROUTER_ROUTING names no folder with lib.mjs and data/; nothing was measured.',
    );
    return undefined;
  }
  const lib = await import(pathToFileURL(join(resolve(folder), 'lib.mjs')).href);
  const { prompts, cfg } = lib.load(join(resolve(folder), 'data'));
  return {
    names: cfg.suites.filter(isUsed).map(({ name }) => name),
    read(name) {
      const suite = cfg.suites.filter(isUsed).find((one) => one.name === name);
      if (suite === undefined) throw new Error(`There is no suite '${name}' to be used.`);
      const rows = lib.rows(prompts, cfg, suite, 'all').map((row) => {
        const request = { messages: row.p.messages };
        return { ...row, request, analysis: analyzeRequest(request) };
      });
      return { suite, rows, measure: (list, scores) => lib.metrics(list, scores, suite.margin) };
    },
  };
}

function isUsed({ source }) {
  return ![source].flat().includes(leftOut);
}
