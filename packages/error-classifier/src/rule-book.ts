import type { Failure } from './failure.ts';
import type { Meaning, PreparedRule } from './rule.ts';

/** All rules that an error is held against, by what they go by; of each kind the first that fits counts. */
export interface RuleBook {
  byCode(failure: Failure, status: number | undefined): Meaning | undefined;
  byText(failure: Failure, status: number | undefined): Meaning | undefined;
  byStatus(status: number | undefined): Meaning | undefined;
}

interface RankedRule extends PreparedRule {
  readonly rank: number;
}

/** Puts rules in the order in which they are believed into a book. */
export function createRuleBook(rules: readonly PreparedRule[]): RuleBook {
  const codeRules = rules
    .filter(({ by }) => by === 'code')
    .map((rule, rank): RankedRule => ({ ...rule, rank }));
  const withoutWords = codeRules.filter(({ words }) => words === undefined);
  const rulesOfWord = groupByWord(codeRules);
  const textRules = rules.filter(({ by }) => by === 'text');
  const statusRules = rules.filter(({ by }) => by === 'status');
  const textRulesOfStatus = new Map<number | undefined, readonly PreparedRule[]>();

  return {
    byCode(failure, status) {
      let first: RankedRule | undefined;
      const consider = (rule: RankedRule) => {
        if (first !== undefined && first.rank < rule.rank) return;
        if (rule.fits(status) && rule.matches(failure)) first = rule;
      };
      for (const word of failure.words) rulesOfWord.get(word)?.forEach(consider);
      if (failure.quotaIds.length > 0) withoutWords.forEach(consider);
      return first?.meaning;
    },
    byText(failure, status) {
      let fitting = textRulesOfStatus.get(status);
      if (fitting === undefined) {
        fitting = textRules.filter((rule) => rule.fits(status));
        // There are only the statuses from 400 to 599, and none.
        textRulesOfStatus.set(status, fitting);
      }
      return fitting.find((rule) => rule.matches(failure))?.meaning;
    },
    byStatus: (status) => statusRules.find((rule) => rule.fits(status))?.meaning,
  };
}

/** An error has a few words, the rules hundreds. */
function groupByWord(rules: readonly RankedRule[]): ReadonlyMap<string, readonly RankedRule[]> {
  const groups = new Map<string, RankedRule[]>();
  for (const rule of rules) {
    for (const word of rule.words ?? []) {
      const group = groups.get(word);
      if (group === undefined) groups.set(word, [rule]);
      else group.push(rule);
    }
  }
  return groups;
}
