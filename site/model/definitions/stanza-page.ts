import type { NodeData } from '../../../lib/corpus/facts/define-nodes.ts';
import { orderText } from '../../../lib/corpus/facts/order-text.ts';
import { rowsOf } from '../../../lib/corpus/facts/rows-of.ts';
import { flowsWith } from '../../../lib/corpus/lookup/flows-with.ts';
import { questionsAskedBy } from '../../../lib/corpus/lookup/questions-asked-by.ts';
import { matchWords } from '../../../lib/corpus/match/match-words.ts';
import type { DefinedNode } from '../../../lib/corpus/model/defined-node.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { pagePath } from '../../../lib/pages/page-path.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Child, Occurrence, Prose, Reference, Stanza } from '../../../lib/schema/types.generated.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { releasesOf } from '../links/releases-of.ts';
import { firstTerms, type TermLink, termIndex } from '../text/linked-prose.ts';
import { type ExampleView, exampleViews } from '../views/example-view.ts';
import { type FactView, type FactViewContext, factView } from '../views/fact-view.ts';
import { firstReleaseNote } from '../views/first-release-note.ts';
import { OCCURRENCES } from '../views/occurrences.ts';
import { type QuestionView, questionView } from '../views/question-view.ts';
import { type RetiredPartView, retiredPartViews } from '../views/retired-page-views.ts';
import { type Shape, shapeOf } from '../views/shape.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';
import { hasSourcesPage } from './sources-page.ts';

/** A child of a stanza, at any depth, with its own attributes and content. */
export interface ChildView {
  readonly fact: FactView;
  readonly tag: string;
  /** The tags above it, from the outermost node on, each leading to its own definition. */
  readonly above: readonly Ref[];
  /** 1 for a child of the outermost node. */
  readonly depth: number;
  readonly occurrence: Occurrence;
  readonly occurrenceWords: string;
  readonly order: string | undefined;
  readonly rows: readonly FactView[];
}

/** Everything that the page of a stanza shows. */
export interface StanzaPage {
  readonly stanza: Stanza;
  readonly description: string;
  /** What identifies a captured node as this stanza besides its tag, in prose. */
  readonly recognized: string | undefined;
  /** Terms of the glossary that the summary uses. */
  readonly terms: readonly TermLink[];
  /** Those that the notes are the first to use. */
  readonly noteTerms: readonly TermLink[];
  readonly tally: TallyView;
  /** The first release, for the facts without a history of their own. */
  readonly since: string | undefined;
  readonly shape: Shape;
  /** What is known of the order of the outermost node's children. */
  readonly order: string | undefined;
  /** Attributes and content of the outermost node. */
  readonly rows: readonly FactView[];
  /** All children, depth first. */
  readonly children: readonly ChildView[];
  readonly examples: readonly ExampleView[];
  readonly notes: Prose | undefined;
  readonly questions: readonly QuestionView[];
  readonly references: readonly ReturnType<Links['reference']>[];
  readonly flows: readonly Ref[];
  /** What the page had in a release and no longer has. */
  readonly former: readonly RetiredPartView[];
  readonly toc: readonly TocEntry[];
  readonly yaml: string | undefined;
  readonly edit: string | undefined;
  readonly report: string | undefined;
}

/**
 * The page of a stanza.
 * @throws when the corpus has no stanza of this id
 */
export function stanzaPage(publication: Published, links: Links, id: string): StanzaPage {
  const { corpus } = publication;
  const entry = corpus.definitions.stanza.get(id);
  if (entry === undefined) throw new Error(`no stanza ${id}`);
  const stanza = entry.data;
  const node = corpus.nodeOf.stanza.get(id) as DefinedNode;
  const facts = rowsOf(corpus, 'stanza', id);
  const examples = exampleViews(stanza, corpus);
  const asked = questionsAskedBy(corpus, 'stanza', id);
  // In the order in which the page shows them.
  const [terms = [], ...rest] = firstTerms(
    [
      stanza.summary,
      ...facts.map(({ description }) => description),
      stanza.notes ?? '',
      ...asked.map(({ text }) => text),
    ],
    termIndex(publication, links),
  );
  // On the heaviest pages a term has only its link, without the definition as a title.
  const heavy = hasSourcesPage(facts);
  const light = (links: readonly TermLink[]) =>
    heavy ? links.map((link) => ({ ...link, definition: undefined })) : links;
  const termsByAnchor = new Map(facts.map(({ anchor }, i) => [anchor, light(rest[i] ?? [])]));
  const context: FactViewContext = {
    corpus,
    links,
    histories: releasesOf(publication).histories,
    placesAt: heavy ? (anchor) => `sources/${fragment(anchor)}` : undefined,
    termsOf: (anchor) => termsByAnchor.get(anchor) ?? [],
    examplesOf: (anchor) =>
      examples.flatMap((example, i) =>
        example.links.some((link) => link.anchor === anchor)
          ? [{ text: `${i + 1}`, href: fragment(example.anchor) }]
          : [],
      ),
  };
  const viewsOf = (node: string): FactView[] =>
    facts
      .filter((fact) => fact.node === node && fact.kind !== 'child')
      .map((fact) => factView(fact, context));
  const children = facts
    .filter((fact) => fact.kind === 'child')
    .map((fact) => childView(fact, stanza, context, viewsOf));
  const questions = asked.map((question, i) =>
    questionView(question, links, light(rest[facts.length + 1 + i] ?? [])),
  );
  const flows = flowsWith(corpus, id).map(({ id: flow, data }) => ({
    text: data.title,
    href: links.definition('flow', flow),
  }));
  const page = {
    stanza,
    description: plainProse(stanza.summary),
    recognized: matchWords(stanza),
    terms: light(terms),
    tally: tallyOf(facts),
    since: firstReleaseNote(publication, facts),
    shape: shapeOf(stanza.tag, node, links),
    order: orderWords(stanza),
    rows: viewsOf(''),
    children,
    examples,
    notes: stanza.notes,
    noteTerms: light(rest[facts.length] ?? []),
    questions,
    references: (stanza.references ?? []).map((reference: Reference) => links.reference(reference)),
    flows,
    former: retiredPartViews(publication, links, pagePath('stanza', id)),
    yaml: links.yaml(entry),
    edit: links.edit(entry),
    report: links.report(id),
  };
  return { ...page, toc: tocOf(page) };
}

function childView(
  fact: Fact,
  stanza: Stanza,
  context: FactViewContext,
  viewsOf: (node: string) => FactView[],
): ChildView {
  const child = fact.child as Child;
  const tags = fact.anchor.split('/');
  const above = tags
    .slice(0, -1)
    .map((tag, i) => ({ text: tag, href: fragment(tags.slice(0, i + 1).join('/')) }));
  return {
    fact: factView(fact, context),
    tag: child.tag,
    above: [{ text: stanza.tag, href: fragment('~attributes') }, ...above],
    depth: tags.length,
    occurrence: child.occurrence,
    occurrenceWords: OCCURRENCES[child.occurrence].words,
    order: orderWords(child),
    rows: viewsOf(fact.anchor),
  };
}

function orderWords({ children, children_order: order }: NodeData): string | undefined {
  if (children === undefined || children.length < 2) return undefined;
  switch (order) {
    case 'fixed':
      return 'The order of its children is fixed.';
    case 'any':
      return 'Its children can be in any order.';
    case 'unknown':
      return 'It is not known whether the order of its children matters.';
    case undefined:
      return undefined;
    default:
      return `Order of its children: ${orderText(order)}.`;
  }
}

function tocOf(page: Omit<StanzaPage, 'toc'>): TocEntry[] {
  const section = (text: string, shown = true): TocEntry[] =>
    shown ? [{ text, href: fragment(`~${text.toLowerCase().replace(/ /g, '-')}`), depth: 0 }] : [];
  return [
    { text: 'Structure', href: '#~shape', depth: 0 },
    ...section('Attributes'),
    ...section('Children'),
    ...page.children.map(({ tag, fact, depth }) => ({ text: `<${tag}>`, href: fact.href, depth })),
    ...section('Examples'),
    ...section('Notes', page.notes !== undefined),
    ...section('Open questions'),
    ...section('References'),
    ...section('Used in flows', page.flows.length > 0),
    ...(page.former.length > 0 ? [{ text: 'Formerly here', href: '#~former', depth: 0 }] : []),
  ];
}
