import {
  invalidConfig,
  type LimitRule,
  type Limits,
  type LimitUnit,
  toNanoUsd,
} from '@llm-router/core';

const minuteMs = 60_000;
const dayMs = 86_400_000;

const units: readonly LimitUnit[] = [
  'requests',
  'tokens',
  'inputTokens',
  'outputTokens',
  'nanoUsd',
];
const algorithms = ['token-bucket', 'sliding-window', 'fixed-window'] as const;

const ruleFields: readonly (keyof LimitRule)[] = [
  'unit',
  'amount',
  'perMs',
  'burst',
  'algorithm',
  'reserve',
];

const known: readonly (keyof Limits)[] = [
  'requestsPerMinute',
  'tokensPerMinute',
  'inputTokensPerMinute',
  'outputTokensPerMinute',
  'requestsPerDay',
  'tokensPerDay',
  'usdPerDay',
  'maxConcurrent',
  'minIntervalMs',
  'burst',
  'rules',
];

/**
 * Turns limits as people write them into rules. Limits per minute are token buckets of one minute's
 * worth unless `burst` says otherwise; limits per day are fixed windows from midnight to midnight UTC.
 *
 * @throws RouterError `invalid_config` naming the key, the limit and the value
 */
export function toLimitRules(key: string, limits: Limits): readonly LimitRule[] {
  checkLimits(key, limits);
  const rules: LimitRule[] = [];
  const perMinute = (unit: LimitUnit, amount: number | undefined, burst: number | undefined) => {
    if (amount === undefined) return;
    rules.push({ unit, amount, perMs: minuteMs, ...(burst !== undefined && { burst }) });
  };
  const perDay = (unit: LimitUnit, amount: number | undefined) => {
    if (amount === undefined) return;
    rules.push({ unit, amount, perMs: dayMs, algorithm: 'fixed-window' });
  };
  const { burst } = limits;
  const requestBurst = typeof burst === 'object' ? burst.requests : burst;
  const tokenBurst = typeof burst === 'object' ? burst.tokens : undefined;
  perMinute('requests', limits.requestsPerMinute, requestBurst);
  perMinute('tokens', limits.tokensPerMinute, tokenBurst);
  perMinute('inputTokens', limits.inputTokensPerMinute, tokenBurst);
  perMinute('outputTokens', limits.outputTokensPerMinute, tokenBurst);
  perDay('requests', limits.requestsPerDay);
  perDay('tokens', limits.tokensPerDay);
  if (limits.usdPerDay !== undefined) {
    rules.push({
      unit: 'nanoUsd',
      amount: toNanoUsd(limits.usdPerDay),
      perMs: dayMs,
      algorithm: 'fixed-window',
      // A request that may cost much must not slip in beside others that may.
      reserve: 'max_tokens',
    });
  }
  rules.push(...(limits.rules ?? []));
  return rules;
}

function checkLimits(key: string, limits: Limits): void {
  const where = `limits of '${key}'`;
  if (typeof limits !== 'object' || limits === null) {
    throw invalidConfig(where, limits, 'an object such as { requestsPerMinute: 60 }');
  }
  checkNames(`${where}: limit name`, limits, known);
  for (const name of known) {
    if (name === 'burst' || name === 'rules' || name === 'minIntervalMs') continue;
    checkAbove0(`${where}: ${name}`, limits[name]);
  }
  const { minIntervalMs } = limits;
  if (minIntervalMs !== undefined && !(Number.isFinite(minIntervalMs) && minIntervalMs >= 0)) {
    throw invalidConfig(`${where}: minIntervalMs`, minIntervalMs, 'a number of at least 0');
  }
  const { maxConcurrent, rules } = limits;
  if (maxConcurrent !== undefined && !(Number.isInteger(maxConcurrent) && maxConcurrent >= 1)) {
    throw invalidConfig(`${where}: maxConcurrent`, maxConcurrent, 'a whole number of at least 1');
  }
  checkBurst(where, limits.burst);
  if (rules !== undefined && !Array.isArray(rules)) {
    throw invalidConfig(`${where}: rules`, rules, 'a list of rules');
  }
  rules?.forEach((rule, index) => {
    checkRule(`${where}: rules[${index}]`, rule);
  });
}

/** A misspelt name would silently limit nothing. */
function checkNames(what: string, given: object, names: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw invalidConfig(what, unknown, `one of ${names.join(', ')}`);
}

function checkBurst(where: string, burst: Limits['burst']): void {
  if (typeof burst === 'object' && burst !== null) {
    checkNames(`${where}: name in burst`, burst, ['requests', 'tokens']);
    checkAbove0(`${where}: burst.requests`, burst.requests);
    checkAbove0(`${where}: burst.tokens`, burst.tokens);
    return;
  }
  checkAbove0(`${where}: burst`, burst);
}

function checkRule(where: string, rule: LimitRule): void {
  if (typeof rule !== 'object' || rule === null) {
    throw invalidConfig(where, rule, "a rule such as { unit: 'requests', amount: 5, perMs: 1000 }");
  }
  checkNames(`${where}: field`, rule, ruleFields);
  if (!units.includes(rule.unit)) {
    throw invalidConfig(`${where}.unit`, rule.unit, `one of ${units.join(', ')}`);
  }
  if (rule.algorithm !== undefined && !algorithms.includes(rule.algorithm)) {
    throw invalidConfig(`${where}.algorithm`, rule.algorithm, `one of ${algorithms.join(', ')}`);
  }
  if (rule.amount === undefined)
    throw invalidConfig(`${where}.amount`, undefined, 'a number above 0');
  if (rule.perMs === undefined)
    throw invalidConfig(`${where}.perMs`, undefined, 'a number above 0');
  checkAbove0(`${where}.amount`, rule.amount);
  checkAbove0(`${where}.perMs`, rule.perMs);
  checkAbove0(`${where}.burst`, rule.burst);
}

function checkAbove0(what: string, value: unknown): void {
  if (value === undefined) return;
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return;
  throw invalidConfig(what, value, 'a number above 0 (leave it out for no limit)');
}
