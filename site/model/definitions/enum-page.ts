import { questionsAskedBy } from '../../../lib/corpus/lookup/questions-asked-by.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { factsThatMention } from '../../../lib/corpus/types/facts-that-mention.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { pagePath } from '../../../lib/pages/page-path.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Enum } from '../../../lib/schema/types.generated.ts';
import { orderValues, type ValueUse, valueUses } from '../clients/value-uses.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import { ownerRef } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { releasesOf } from '../links/releases-of.ts';
import { firstTerms, type TermLink, termIndex } from '../text/linked-prose.ts';
import { type FactView, factView } from '../views/fact-view.ts';
import { type QuestionView, questionView } from '../views/question-view.ts';
import { type RetiredPartView, retiredPartViews } from '../views/retired-page-views.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';

/** Everything that the page of an enum shows. */
export interface EnumPage {
  readonly definition: Enum;
  readonly description: string;
  /** Terms of the glossary that the summary is the first to use. */
  readonly terms: readonly TermLink[];
  readonly tally: TallyView;
  /** The values, the best known first. */
  readonly values: readonly FactView[];
  /** Values that an open dispute denies. */
  readonly refuted: readonly FactView[];
  /** Who uses each value that is not refuted. */
  readonly clients: readonly ValueUse[];
  /** Every fact whose type it is. */
  readonly uses: readonly { readonly owner: Ref; readonly fact: Ref; readonly view: FactView }[];
  /** Facts that speak of it and have another type. */
  readonly mentions: readonly Ref[];
  readonly questions: readonly QuestionView[];
  readonly references: readonly ReturnType<Links['reference']>[];
  /** What the page had in a release and no longer has. */
  readonly former: readonly RetiredPartView[];
  readonly toc: readonly TocEntry[];
  readonly yaml: string | undefined;
  readonly edit: string | undefined;
  readonly report: string | undefined;
}

/**
 * The page of an enum.
 * @throws when the corpus has no enum of this id
 */
export function enumPage(publication: Published, links: Links, id: string): EnumPage {
  const { corpus } = publication;
  const { histories } = releasesOf(publication);
  const entry = corpus.definitions.enum.get(id);
  if (entry === undefined) throw new Error(`no enum ${id}`);
  const facts = corpus.factsOf.enum.get(id) ?? [];
  const asked = questionsAskedBy(corpus, 'enum', id);
  const [terms = [], ...rest] = firstTerms(
    [entry.data.summary, ...facts.map(({ description }) => description), ...asked.map(({ text }) => text)],
    termIndex(publication, links),
  );
  const termsByAnchor = new Map(facts.map(({ anchor }, i) => [anchor, rest[i] ?? []]));
  const termsOf = (anchor: string): readonly TermLink[] => termsByAnchor.get(anchor) ?? [];
  const questions = asked.map((question, i) => questionView(question, corpus, links, rest[facts.length + i]));
  const references = (entry.data.references ?? []).map((reference) => links.reference(reference));
  const former = retiredPartViews(publication, links, pagePath('enum', id));
  const { known, refuted } = orderValues(facts, corpus);
  const clients = valueUses(known, corpus, links);
  const viewOf = (fact: Fact): FactView => factView(fact, { corpus, links, histories, termsOf });
  const toc = [
    ...(clients.length > 0 ? [{ text: 'Who uses them', href: '#~clients', depth: 0 }] : []),
    { text: 'Values', href: '#~values', depth: 0 },
    { text: 'Used by', href: '#~used-by', depth: 0 },
    ...(questions.length > 0 ? [{ text: 'Open questions', href: '#~open-questions', depth: 0 }] : []),
    ...(references.length > 0 ? [{ text: 'References', href: '#~references', depth: 0 }] : []),
    ...(former.length > 0 ? [{ text: 'Formerly here', href: '#~former', depth: 0 }] : []),
  ];
  return {
    definition: entry.data,
    description: plainProse(entry.data.summary),
    tally: tallyOf(facts),
    terms,
    values: known.map(viewOf),
    refuted: refuted.map(viewOf),
    clients,
    uses: (corpus.usesOfEnum.get(id) ?? []).map((fact) => ({
      owner: ownerRef(fact, corpus, links),
      fact: { text: fact.anchor, href: links.fact(fact) },
      view: factView(fact, { corpus, links }),
    })),
    mentions: factsThatMention(corpus, id).map((fact) => ({ text: fact.path, href: links.fact(fact) })),
    questions,
    references,
    former,
    toc,
    yaml: links.yaml(entry),
    edit: links.edit(entry),
    report: links.report(id),
  };
}
