import type { Entry } from '../../corpus/model/corpus.ts';
import type { Publication } from '../../corpus/model/publication.ts';
import { type ExportContext, exportContext } from '../json/export-context.ts';
import type { PageKind } from '../json/json-of-definition.ts';
import { llmsTxt } from './llms-txt.ts';
import { markdownOfDefinition } from './markdown-of-definition.ts';

const KINDS: readonly PageKind[] = ['stanza', 'enum', 'flow', 'technique'];

/** llms-full.txt: the introduction of llms.txt, then every stanza, enum, flow and technique as Markdown. */
export function llmsFullTxt(
  publication: Publication,
  context: ExportContext = exportContext(publication),
): string {
  const [intro = ''] = llmsTxt(publication, context).split('\n## ');
  const pages = KINDS.flatMap((kind) =>
    [...(context.corpus.definitions[kind].values() as Iterable<Entry<PageKind>>)].map((entry) =>
      markdownOfDefinition(entry, context),
    ),
  );
  return [`${intro.trimEnd()}\n`, ...pages].join('\n---\n\n');
}
