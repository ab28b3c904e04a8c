import { routerContender } from './router-contender.mjs';

/** llm-router, told no limit of any model: headers and refusals teach it. */
export const create = (task) => routerContender(task, () => ({}));
