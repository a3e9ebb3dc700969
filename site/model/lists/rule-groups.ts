import { CODES, type FindingCode } from '../../../lib/findings/codes.ts';
import type { Level } from '../../../lib/findings/parts/level.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';
import { fragment } from '../links/links.ts';

/** A code of the registry: something that a finding can be about. */
export interface RuleView {
  readonly code: FindingCode;
  /** Its element's id and the fragment that leads there: the code itself. */
  readonly href: string;
  readonly level: Level;
  readonly title: string;
  readonly why: Prose;
}

/** Codes that are about the same thing. */
export interface RuleGroup {
  readonly title: string;
  readonly anchor: string;
  readonly rules: readonly RuleView[];
}

/** Every code that a finding can have, by the part before its slash. */
export function ruleGroups(): RuleGroup[] {
  const groups = new Map<string, RuleView[]>();
  for (const [code, { level, title, why }] of Object.entries(CODES) as [FindingCode, Entry][]) {
    const [first = ''] = code.split('/');
    groups.set(first, [...(groups.get(first) ?? []), { code, href: fragment(code), level, title, why }]);
  }
  return [...groups].map(([title, rules]) => ({ title, anchor: `~${title}`, rules }));
}

type Entry = Pick<(typeof CODES)[FindingCode], 'level' | 'title' | 'why'>;
