import { lastSeen } from '../../../lib/capture/seen/last-seen.ts';
import { rowsOf } from '../../../lib/corpus/facts/rows-of.ts';
import { questionsAskedBy } from '../../../lib/corpus/lookup/questions-asked-by.ts';
import type { Entry } from '../../../lib/corpus/model/corpus.ts';
import type { DefinedChild, DefinedNode } from '../../../lib/corpus/model/defined-node.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { pagePath } from '../../../lib/pages/page-path.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';
import type { ExampleView } from '../examples/example-view.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import { hasSourcesPage, isHeaviest } from '../links/has-sources-page.ts';
import type { Links } from '../links/links.ts';
import { releasesOf } from '../links/releases-of.ts';
import { firstTerms, type TermLink, termIndex } from '../text/linked-prose.ts';
import { type FactView, type FactViewContext, factView } from '../views/fact-view.ts';
import { type QuestionView, questionView } from '../views/question-view.ts';
import { type RetiredPartView, retiredPartViews } from '../views/retired-page-views.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';
import { type ChildView, childView } from './child-view.ts';
import { orderWords } from './order-words.ts';
import { type Shape, shapeOf } from './shape.ts';
import { SharedFacts, type SharedPart } from './shared-part.ts';
import { tagWords } from './tag-words.ts';

/** What the pages of stanzas and of shared nodes have in common. */
export interface NodeBody {
  readonly description: string;
  /** Terms of the glossary that the summary uses. */
  readonly terms: readonly TermLink[];
  /** Those that the notes are the first to use. */
  readonly noteTerms: readonly TermLink[];
  /** Of the facts that it holds itself. */
  readonly tally: TallyView;
  readonly lastSeen: string | undefined;
  readonly shape: Shape;
  readonly root: RootView;
  /** All children that it describes itself, depth first. */
  readonly children: readonly ChildView[];
  readonly notes: Prose | undefined;
  readonly questions: readonly QuestionView[];
  readonly references: readonly ReturnType<Links['reference']>[];
  /** What the page had in a release and no longer has. */
  readonly former: readonly RetiredPartView[];
  readonly yaml: string | undefined;
  readonly edit: string | undefined;
  readonly report: string | undefined;
}

/** The outermost node. */
export interface RootView {
  readonly tag: string;
  /** What is known of the order of its children. */
  readonly order: Prose | undefined;
  /** Its attributes. */
  readonly rows: readonly FactView[];
  readonly content: FactView | undefined;
  readonly choices: readonly FactView[];
  /** What applies to it from its envelope or from its shared node. */
  readonly shared: SharedPart;
  /** Whether children are among that. */
  readonly sharesChildren: boolean;
}

/** The body of the page of a stanza or a shared node. */
export function nodeBody(
  publication: Published,
  links: Links,
  entry: Entry<'stanza' | 'node'>,
  examples: readonly ExampleView[],
): NodeBody {
  const { corpus } = publication;
  const { kind, id, data } = entry;
  const node = corpus.nodeOf[kind].get(id) as DefinedNode;
  const isOwn = ({ owner, ownerKind }: Fact): boolean => owner === id && ownerKind === kind;
  const rows = rowsOf(corpus, kind, id);
  const own = rows.filter(isOwn);
  const directions = 'direction' in data ? data.direction : undefined;
  const heavy = hasSourcesPage(corpus, kind, id);
  const heaviest = isHeaviest(corpus, kind, id);
  const shared = new SharedFacts(entry, corpus, links, { heavy, heaviest });
  const asked = questionsAskedBy(corpus, kind, id);
  // In the order in which the page shows them.
  const [terms = [], ...rest] = firstTerms(
    [
      data.summary,
      ...own.map(({ description }) => description),
      data.notes ?? '',
      ...asked.map(({ text }) => text),
    ],
    termIndex(publication, links),
  );
  // On heavy pages a term has only its link, without the definition as a title, and on the heaviest not even that.
  const light = (links: readonly TermLink[]) =>
    heaviest ? [] : heavy ? links.map((link) => ({ ...link, definition: undefined })) : links;
  const termsByAnchor = new Map(own.map(({ anchor }, i) => [anchor, light(rest[i] ?? [])]));
  const context: FactViewContext = {
    corpus,
    links,
    directions,
    histories: releasesOf(publication).histories,
    isBrief: heaviest,
    placesAt: heavy ? (anchor) => `sources/${fragment(anchor)}` : undefined,
    termsOf: (anchor) => termsByAnchor.get(anchor) ?? [],
    examplesOf: (anchor) =>
      examples.flatMap((example, i) =>
        example.links.some((link) => link.anchor === anchor)
          ? [{ text: `${i + 1}`, href: fragment(example.anchor) }]
          : [],
      ),
  };
  const viewOf = (fact: Fact): FactView => factView(fact, context);
  const rowsIn = (at: string): OwnRows =>
    ownRows(
      own.filter((fact) => fact.node === at),
      viewOf,
    );
  const sharedIn = (at: string): SharedPart => shared.in(at);
  const childContext = { tag: data.tag, links, viewOf, rowsIn, sharedIn };
  return {
    description: plainProse(data.summary),
    terms: light(terms),
    tally: tallyOf(own),
    lastSeen: lastSeen(own, corpus),
    shape: shapeOf(data.tag, node, links, corpus),
    root: { tag: data.tag, ...childrenAtRoot(node, isOwn), ...rowsIn(''), shared: sharedIn('') },
    children: childrenOf(node)
      .filter(({ fact }) => isOwn(fact))
      .map(({ fact, node: below }) => childView(fact, below, childContext)),
    notes: data.notes,
    noteTerms: light(rest[own.length] ?? []),
    questions: asked.map((question, i) =>
      questionView(question, corpus, links, light(rest[own.length + 1 + i] ?? [])),
    ),
    references: (data.references ?? []).map((reference) => links.reference(reference)),
    former: retiredPartViews(publication, links, pagePath(kind, id)),
    yaml: links.yaml(entry),
    edit: links.edit(entry),
    report: links.report(kind === 'node' ? `node/${id}` : id),
  };
}

type OwnRows = Pick<RootView, 'rows' | 'choices' | 'content'>;

/** The facts of a node by what they are, but for its children. */
function ownRows(facts: readonly Fact[], viewOf: (fact: Fact) => FactView): OwnRows {
  const { attribute = [], content = [], choice = [] } = Object.groupBy(facts, ({ kind }) => kind);
  return { rows: attribute.map(viewOf), content: content.map(viewOf)[0], choices: choice.map(viewOf) };
}

const childrenAtRoot = (
  node: DefinedNode,
  isOwn: (fact: Fact) => boolean,
): Pick<RootView, 'order' | 'sharesChildren'> => ({
  order: orderWords(node),
  sharesChildren: node.children.some(({ fact }) => !isOwn(fact)),
});

const childrenOf = ({ children }: DefinedNode): DefinedChild[] =>
  children.flatMap((child) => [child, ...childrenOf(child.node)]);

/** The entries of a table of contents for a page with a body. Sections without a condition are always there. */
export function tocOfBody(
  { children, notes, former }: NodeBody,
  { before = [], after = [], examples }: { before?: TocEntry[]; after?: TocEntry[]; examples: boolean },
): TocEntry[] {
  return [
    ...before,
    ...(examples ? [tocSection('Examples')] : []),
    { text: 'Structure', href: '#~shape', depth: 0 },
    tocSection('Attributes'),
    tocSection('Children'),
    ...children.map(({ tag, fact, depth }) => ({ text: tagWords(tag), href: fact.href, depth })),
    ...(notes === undefined ? [] : [tocSection('Notes')]),
    tocSection('Open questions'),
    tocSection('References'),
    ...after,
    ...(former.length > 0 ? [{ text: 'Formerly here', href: '#~former', depth: 0 }] : []),
  ];
}

/** The entry of a section, whose id is its heading. */
export const tocSection = (text: string): TocEntry => ({
  text,
  href: fragment(`~${text.toLowerCase().replace(/ /g, '-')}`),
  depth: 0,
});
