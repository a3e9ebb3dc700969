import type { Publication } from '../../corpus/model/publication.ts';
import { PAGE_KINDS, type PageKind } from '../../schema/kinds.ts';
import { type ExportContext, exportContext } from '../json/export-context.ts';
import { llmsTxt } from './llms-txt.ts';
import { markdownOfDefinition } from './markdown-of-definition.ts';

/** Kinds whose Markdown adds little to the facts that name them. */
const LEFT_OUT: ReadonlySet<PageKind> = new Set(['flavor', 'contributor', 'capture']);

/** llms-full.txt: the introduction of llms.txt, then the definitions as Markdown. */
export function llmsFullTxt(
  publication: Publication,
  context: ExportContext = exportContext(publication),
): string {
  const [intro = ''] = llmsTxt(publication, context).split('\n## ');
  const kinds = PAGE_KINDS.filter((kind) => !LEFT_OUT.has(kind));
  const pages = kinds.flatMap((kind) =>
    [...context.corpus.definitions[kind].values()].map((entry) => markdownOfDefinition(entry, context)),
  );
  return [`${intro.trimEnd()}\n`, ...pages].join('\n---\n\n');
}
