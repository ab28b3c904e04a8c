/** Every contender by name; what it needs is imported only in its own process. */
export const contenders = {
  told: () => import('./told.mjs'),
  untold: () => import('./untold.mjs'),
  bottleneck: () => import('./bottleneck.mjs'),
  'p-queue': () => import('./p-queue.mjs'),
  openai: () => import('./openai.mjs'),
  'ai-sdk': () => import('./ai-sdk.mjs'),
  portkey: () => import('./portkey.mjs'),
};
