import { CODES, type FindingCode } from '../../findings/codes.ts';
import type { Level } from '../../findings/parts/level.ts';
import { markdownCode, markdownTable, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { Prose } from '../../schema/types.generated.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { pageTwins } from './page-twins.ts';

/** What a finding of one code is about. */
export interface ListedRule {
  readonly code: FindingCode;
  readonly level: Level;
  readonly title: string;
  readonly why: Prose;
}

/** Everything that a spec is checked for, in the order of the registry of codes. */
export function ruleList(): ListedRule[] {
  return (Object.keys(CODES) as FindingCode[]).map((code) => {
    const { level, title, why } = CODES[code];
    return { code, level, title, why };
  });
}

/** Everything that a spec is checked for. */
export function ruleListTwins(context: ExportContext): Generator<PublishedFile> {
  const all = ruleList();
  const table = markdownTable(
    ['Code', 'Level', 'Title', 'Why'],
    all.map(({ code, level, title, why }) => [
      markdownCode(code),
      level,
      markdownText(title),
      proseMarkdownLine(why),
    ]),
  );
  return pageTwins('rules/', 'rules-twin', { rules: all }, ['# Rules', table], context);
}
