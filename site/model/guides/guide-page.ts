import { factAt } from '../../../lib/corpus/facts/fact-at.ts';
import { presenceOn } from '../../../lib/corpus/match/leg.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { definitionAt } from '../../../lib/pages/page-path.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import { type Block, readMarkdown, statementsIn } from '../../../lib/prose/read-markdown.ts';
import type { Confidence, Guide, GuideSection, Prose } from '../../../lib/schema/types.generated.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import type { Links } from '../links/links.ts';
import { glossaryTerms } from '../text/glossary-terms.ts';
import { firstTerms, type TermLink, termIndex } from '../text/linked-prose.ts';
import { type WalkView, walkView } from './walk-view.ts';

/** A fact as a row of a table. */
export interface GuideRow {
  readonly path: string;
  readonly href: string | undefined;
  /** Whether a client writes it, and whether it gets it; undefined for what has no legs. */
  readonly sent: string | undefined;
  readonly delivered: string | undefined;
  readonly meaning: Prose;
  readonly confidence: Confidence | undefined;
}

/** A section of a guide. */
export interface GuideSectionView {
  readonly anchor: string;
  readonly title: string;
  readonly text: readonly Block[];
  readonly rows: readonly GuideRow[];
  readonly walk: WalkView | undefined;
}

/** Everything that the page of a guide shows. */
export interface GuidePage {
  readonly guide: Guide;
  readonly description: string;
  readonly terms: readonly TermLink[];
  readonly sections: readonly GuideSectionView[];
  /** Where the links of its texts lead. */
  readonly pageOf: (to: string) => string | undefined;
  readonly references: readonly ReturnType<Links['reference']>[];
  readonly toc: readonly TocEntry[];
  readonly yaml: string | undefined;
  readonly edit: string | undefined;
  readonly report: string | undefined;
}

/**
 * The page of a guide.
 * @throws when the corpus has no guide of this id
 */
export function guidePage(publication: Published, links: Links, id: string): GuidePage {
  const { corpus } = publication;
  const entry = corpus.definitions.guide.get(id);
  if (entry === undefined) throw new Error(`no guide ${id}`);
  const { data } = entry;
  const [terms = []] = firstTerms([data.summary], termIndex(publication, links));
  // Statements are numbered through all sections: each number is an anchor of the page.
  let statements = 0;
  const sections = data.sections.map((one) => {
    const view = sectionView(one, statements + 1, corpus, links);
    statements += statementsIn(view.text).length;
    return view;
  });
  const references = (data.references ?? []).map((reference) => links.reference(reference));
  return {
    guide: data,
    description: plainProse(data.summary),
    terms,
    sections,
    pageOf: (to) => guideHref(to, publication, links),
    references,
    toc: [
      ...sections.map(({ title, anchor }) => ({ text: title, href: fragment(anchor), depth: 0 })),
      ...(references.length > 0 ? [{ text: 'References', href: '#~references', depth: 0 }] : []),
    ],
    yaml: links.yaml(entry),
    edit: links.edit(entry),
    report: links.report(`guides/${id}`),
  };
}

/** Where a link of a guide leads: a fact, a step, a page, or a term of the glossary. */
function guideHref(to: string, publication: Published, links: Links): string | undefined {
  const [, term] = /^glossary#(.+)$/s.exec(to) ?? [];
  if (term !== undefined) {
    const found = glossaryTerms(publication).find((one) => one.term === term);
    return found === undefined ? undefined : `${links.page('glossary/')}${found.href}`;
  }
  const at = definitionAt(to);
  return links.word(to) ?? (at === undefined ? undefined : links.definition(at.kind, at.id));
}

function sectionView(
  { id, title, text = '', table, walk }: GuideSection,
  firstStatement: number,
  corpus: Corpus,
  links: Links,
): GuideSectionView {
  return {
    anchor: id,
    title,
    text: readMarkdown(text, firstStatement),
    rows: (table?.facts ?? []).map((path) => guideRow(path, corpus, links)),
    walk: walk === undefined ? undefined : walkView(walk, corpus, links),
  };
}

function guideRow(path: string, corpus: Corpus, links: Links): GuideRow {
  const fact = factAt(corpus, path);
  if (fact === undefined)
    return {
      path,
      href: undefined,
      sent: undefined,
      delivered: undefined,
      meaning: '',
      confidence: undefined,
    };
  const hasLegs = fact.kind === 'attribute' || fact.kind === 'child' || fact.kind === 'content';
  const presence = (leg: 'sent' | 'delivered'): string | undefined =>
    hasLegs ? (presenceOn(leg, fact) ?? 'not known') : undefined;
  return {
    path,
    href: links.word(path),
    sent: presence('sent'),
    delivered: presence('delivered'),
    meaning: fact.description,
    confidence: fact.confidence,
  };
}
