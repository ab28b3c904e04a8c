import { createRandom, type Random } from '@llm-router/core';
import { seedFrom, seedOf } from './chance.ts';
import type { ModelSettings } from './model-settings.ts';
import { createQuota, type Quota } from './quota.ts';

/** One model at work: its settings, what is left of its limits, and its chance. */
export interface ModelState {
  readonly settings: ModelSettings;
  readonly quota: Quota;
  /** Counts a request, from 1, and gives it a source of chance that no other model's traffic moves. */
  next(): { readonly number: number; readonly random: Random };
  update(settings: ModelSettings, now: number): void;
}

export function createModelState(first: ModelSettings, seed: number, now: number): ModelState {
  const own = seedFrom(seed, first.name);
  const quota = createQuota(first.limits, now);
  let settings = first;
  let number = 0;
  return {
    get settings() {
      return settings;
    },
    quota,
    next() {
      number += 1;
      return { number, random: createRandom(seedOf(own, number)) };
    },
    update(next, at) {
      settings = next;
      quota.update(next.limits, at);
    },
  };
}
