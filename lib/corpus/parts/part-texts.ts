import { type Block, readMarkdown, statementsIn } from '../../prose/read-markdown.ts';
import type { Part } from '../../schema/types.generated.ts';

/** The Markdown of a part, and how many of its sentences are statements without evidence of their own. */
export interface PartTexts {
  readonly normative: readonly Block[];
  readonly findings: readonly Block[];
  readonly statements: number;
}

/** The Markdown of a part. Its statements are numbered through both texts. */
export function partTexts({
  normative = '',
  findings = '',
}: Pick<Part, 'normative' | 'findings'>): PartTexts {
  const rules = readMarkdown(normative);
  const before = statementsIn(rules).length;
  const found = readMarkdown(findings, before + 1);
  return { normative: rules, findings: found, statements: before + statementsIn(found).length };
}

/** The anchor of a statement in the Markdown of a part, such as ~s-3: no name in the data begins so. */
export const statementAnchor = (statement: number): string => `~s-${statement}`;
