export type { Room } from './batch-room.ts';
export { categoryOrder } from './category-order.ts';
export { createSelector } from './create-selector.ts';
export { type BatchContext, selectBatch } from './select-batch.ts';
export { type SelectorCheck, selectorChecks } from './selector-checks.ts';
export type { SelectorOptions } from './selector-options.ts';
