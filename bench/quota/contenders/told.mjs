import { routerContender } from './router-contender.mjs';

/** llm-router, told every limit of every model. */
export const create = (task) => routerContender(task, limitsOf);

function limitsOf({ requests, tokens, maxConcurrent }) {
  const rules = [
    ...(requests ? [ruleOf('requests', requests)] : []),
    ...(tokens ? [ruleOf('tokens', tokens)] : []),
  ];
  return { rules, ...(maxConcurrent !== undefined && { maxConcurrent }) };
}

function ruleOf(unit, { burst, perSecond }) {
  return { unit, amount: perSecond, perMs: 1000, burst };
}
