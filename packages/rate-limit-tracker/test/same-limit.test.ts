import type { LimitRule } from '@llm-router/core';
import { sameLimit, sameMeter, saysNoMore } from '../src/same-limit.ts';

const rule: LimitRule = { unit: 'tokens', amount: 100, perMs: 60_000 };

describe('two limits', () => {
  test('are the same where unit and period are, whatever the amount', () => {
    const smaller: LimitRule = { ...rule, amount: 7 };
    expect(sameLimit(rule, smaller)).toBe(true);
    expect(sameLimit(rule, { ...rule, unit: 'requests' })).toBe(false);
    expect(sameLimit(rule, { ...rule, perMs: 1000 })).toBe(false);
  });

  test('share a meter where they count in the same way; a bucket unless told otherwise', () => {
    expect(sameMeter(rule, { ...rule, algorithm: 'token-bucket', amount: 7 })).toBe(true);
    expect(sameMeter(rule, { ...rule, algorithm: 'fixed-window' })).toBe(false);
    expect(sameMeter({ ...rule, algorithm: 'fixed-window' }, rule)).toBe(false);
    expect(sameMeter(rule, { ...rule, perMs: 1000 })).toBe(false);
  });

  test('say no more than one where the amount is known and the bucket was seen as full', () => {
    expect(saysNoMore(rule, rule)).toBe(true);
    expect(saysNoMore(rule, { ...rule, burst: 40 })).toBe(true);
    expect(saysNoMore({ ...rule, burst: 40 }, { ...rule, burst: 40 })).toBe(true);
    expect(saysNoMore({ ...rule, burst: 40 }, { ...rule, burst: 41 })).toBe(false);
    expect(saysNoMore({ ...rule, burst: 40 }, rule)).toBe(false);
    expect(saysNoMore(rule, { ...rule, amount: 99 })).toBe(false);
  });
});
