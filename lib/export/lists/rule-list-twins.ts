import { CODES, type FindingCode } from '../../findings/codes.ts';
import type { Code } from '../../findings/parts/code.ts';
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
  /** Whether it is about how authors work, so that the level depends on the spec. */
  readonly policy: boolean;
  readonly title: string;
  readonly why: Prose;
}

/** Everything that a spec is checked for, in the order of the registry of codes. */
export function ruleList(): ListedRule[] {
  return (Object.keys(CODES) as FindingCode[]).map((code) => {
    const { level, title, why, policy }: Code<never> = CODES[code];
    return { code, level, policy: policy !== undefined, title, why };
  });
}

/** What the rules that are marked as policy are, as prose. */
export const POLICY =
  'Most rules keep a page from being wrong, incomplete or unsafe, and have the same level in every spec. Rules marked as policy are about how authors work, which each team decides for itself: they have their level where `spec.yaml` says `policy: strict`, and are one level lower elsewhere, so that an error is a warning there, and a warning a note.';

/** Everything that a spec is checked for. */
export function ruleListTwins(context: ExportContext): Generator<PublishedFile> {
  const all = ruleList();
  const table = markdownTable(
    ['Code', 'Level', 'Title', 'Why'],
    all.map(({ code, level, policy, title, why }) => [
      markdownCode(code),
      policy ? `${level}, policy` : level,
      markdownText(title),
      proseMarkdownLine(why),
    ]),
  );
  return pageTwins('rules/', 'rules-twin', { rules: all }, ['# Rules', POLICY, table], context);
}
