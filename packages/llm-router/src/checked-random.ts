import { invalidConfig, type Random } from '@llm-router/core';
import type { RouterDependencies } from './router-config.ts';

/**
 * The same surroundings, whose source of chance says so when it is none: what it draws would otherwise
 * end in a wait of no length, or in nobody's turn.
 */
export function withCheckedRandom(dependencies: RouterDependencies): RouterDependencies {
  const random: unknown = dependencies?.random;
  if (typeof random !== 'function') return dependencies;
  return { ...dependencies, random: checked(random as Random) };
}

function checked(random: Random): Random {
  return () => {
    const drawn: unknown = random();
    if (typeof drawn === 'number' && drawn >= 0 && drawn < 1) return drawn;
    const what = 'createRouter: what dependencies.random() answered';
    throw invalidConfig(what, drawn, 'a number from 0 to below 1, as Math.random answers');
  };
}
