import { type ListedRule, ruleList } from '../../../lib/export/lists/rule-list-twins.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { kindNoun } from '../../../lib/schema/kind-noun.ts';

/** A code of the registry, with its fragment on the page, which is the code itself. */
export interface RuleView extends ListedRule {
  readonly href: string;
}

/** The beginnings of codes that readers know by another word. */
const WORDS: Readonly<Record<string, string>> = { flavor: kindNoun('flavor', 1) };

/** Codes that are about the same thing. */
export interface RuleGroup {
  readonly title: string;
  readonly anchor: string;
  readonly rules: readonly RuleView[];
}

/** Every code that a finding can have, grouped by the part before its slash. */
export function ruleGroups(): RuleGroup[] {
  const groups = new Map<string, RuleView[]>();
  for (const rule of ruleList()) {
    const [first = ''] = rule.code.split('/');
    groups.set(first, [...(groups.get(first) ?? []), { ...rule, href: fragment(rule.code) }]);
  }
  return [...groups].map(([first, rules]) => ({ title: WORDS[first] ?? first, anchor: `~${first}`, rules }));
}
