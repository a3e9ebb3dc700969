import { questionsAskedBy } from '../../../lib/corpus/lookup/questions-asked-by.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Entry } from '../../../lib/corpus/model/corpus.ts';
import { partCategories } from '../../../lib/corpus/parts/part-categories.ts';
import { type PartTexts, partTexts } from '../../../lib/corpus/parts/part-texts.ts';
import { citedIn } from '../../../lib/corpus/sources/checks/citations-of-parts.ts';
import { placeInCode } from '../../../lib/corpus/sources/place-in-code.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { pagePath } from '../../../lib/pages/page-path.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Part } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { releasesOf } from '../links/releases-of.ts';
import { firstTerms, type TermLink, termIndex } from '../text/linked-prose.ts';
import { type FactView, factView } from '../views/fact-view.ts';
import { type QuestionView, questionView } from '../views/question-view.ts';
import { type RetiredPartView, retiredPartViews } from '../views/retired-page-views.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';
import { type LayoutView, layoutViews } from './layout-view.ts';

/** A requirement, or a step of a procedure. */
export interface StatementView {
  readonly fact: FactView;
  /** Of a requirement: how binding it is, for whom, and what it speaks of. */
  readonly level: string | undefined;
  readonly actor: string | undefined;
  readonly subject: Ref | undefined;
  readonly consequence: string | undefined;
  /** Of a step. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly constants: readonly {
    readonly name: string;
    readonly value: string;
    readonly sources: readonly Ref[];
  }[];
}

/** How far a client implements a part. */
export interface ImplementationView {
  readonly flavor: Ref;
  readonly status: string;
  readonly path: Ref | undefined;
  readonly commits: readonly string[];
  readonly note: string | undefined;
}

/** Everything that the page of a part shows. */
export interface PartPage {
  readonly part: Part;
  readonly description: string;
  /** The stanza of the same name. */
  readonly stanza: Ref | undefined;
  /** The title of its category. */
  readonly category: string;
  readonly terms: readonly TermLink[];
  readonly tally: TallyView | undefined;
  readonly requirements: readonly StatementView[];
  readonly layouts: readonly LayoutView[];
  readonly procedure: readonly StatementView[];
  readonly implementations: readonly ImplementationView[];
  readonly parent: Ref | undefined;
  readonly children: readonly Ref[];
  readonly requires: readonly Ref[];
  readonly requiredBy: readonly Ref[];
  readonly contributors: readonly (Ref & { readonly note: string | undefined })[];
  readonly texts: PartTexts;
  /** Says how many statements of its texts have no evidence; undefined without any. */
  readonly bare: string | undefined;
  /** The page of a part, for the links of its texts. */
  readonly pageOf: (id: string) => string | undefined;
  /** The lines of client code that cite the part by its code. */
  readonly citedIn: readonly Ref[];
  readonly questions: readonly QuestionView[];
  readonly references: readonly ReturnType<Links['reference']>[];
  readonly former: readonly RetiredPartView[];
  readonly toc: readonly TocEntry[];
  readonly yaml: string | undefined;
  readonly edit: string | undefined;
  readonly report: string | undefined;
}

/**
 * The page of a part.
 * @throws when the corpus has no part of this id
 */
export function partPage(publication: Published, links: Links, id: string): PartPage {
  const { corpus } = publication;
  const entry = corpus.definitions.part.get(id);
  if (entry === undefined) throw new Error(`no part ${id}`);
  const { data } = entry;
  const facts = corpus.factsOf.part.get(id) ?? [];
  const asked = questionsAskedBy(corpus, 'part', id);
  const [terms = [], ...rest] = firstTerms(
    [data.summary, ...facts.map(({ description }) => description), ...asked.map(({ text }) => text)],
    termIndex(publication, links),
  );
  const byAnchor = new Map(facts.map(({ anchor }, i) => [anchor, rest[i] ?? []]));
  const { histories } = releasesOf(publication);
  const views = facts.map((fact) => ({
    fact,
    view: factView(fact, { corpus, links, histories, termsOf: (anchor) => byAnchor.get(anchor) ?? [] }),
  }));
  const statements = (kind: 'requirement' | 'procedure'): StatementView[] =>
    views
      .filter(({ fact }) => fact.kind === kind)
      .map(({ fact: { requirement, procedureStep }, view }) => ({
        fact: view,
        level: requirement?.level,
        actor: requirement?.actor,
        subject: requirement?.subject === undefined ? undefined : subjectOf(requirement.subject, links),
        consequence: requirement?.consequence,
        inputs: procedureStep?.inputs ?? [],
        outputs: procedureStep?.outputs ?? [],
        constants: (procedureStep?.constants ?? []).map(({ name, value, sources = [] }) => ({
          name,
          value,
          sources: sources.map((source) => links.source(source)),
        })),
      }));
  const texts = partTexts(data);
  const page = {
    part: data,
    description: plainProse(data.summary),
    stanza: corpus.definitions.stanza.has(id) ? links.ref('stanza', id) : undefined,
    category: partCategories(corpus).find((one) => one.id === data.category)?.title ?? data.category,
    terms,
    tally: facts.length === 0 ? undefined : tallyOf(facts, 'statement'),
    requirements: statements('requirement'),
    layouts: layoutViews(data, views, corpus, links),
    procedure: statements('procedure'),
    ...neighbourhood(entry, publication, links),
    implementations: implementationsOf(data, publication, links),
    contributors: (data.contributors ?? []).map((one) =>
      typeof one === 'string'
        ? { ...links.ref('contributor', one), note: undefined }
        : { ...links.ref('contributor', one.contributor), note: one.note },
    ),
    texts,
    bare:
      texts.statements === 0
        ? undefined
        : `${counted(texts.statements, 'statement')} of this text without evidence`,
    pageOf: (part: string) => links.definition('part', part),
    citedIn: citedIn(corpus, id).map((place) => links.source(place)),
    questions: asked.map((question, i) => questionView(question, corpus, links, rest[facts.length + i])),
    references: (data.references ?? []).map((reference) => links.reference(reference)),
    former: retiredPartViews(publication, links, pagePath('part', id)),
    yaml: links.yaml(entry),
    edit: links.edit(entry),
    report: links.report(`parts/${id}`),
  };
  return { ...page, toc: tocOf(page) };
}

const subjectOf = (subject: string, links: Links): Ref => ({ text: subject, href: links.word(subject) });

/** The parts around a part: above and below it, and those that it needs or that need it. */
function neighbourhood({ id, data }: Entry<'part'>, { corpus }: Published, links: Links) {
  const parts = [...corpus.definitions.part.values()];
  const ref = (other: string): Ref => {
    const found = corpus.definitions.part.get(other);
    return {
      text: found === undefined ? other : `${found.data.code} ${titleOf(found)}`,
      href: links.definition('part', other),
    };
  };
  return {
    parent: data.parent === undefined ? undefined : ref(data.parent),
    children: parts.filter((one) => one.data.parent === id).map((one) => ref(one.id)),
    requires: (data.requires ?? []).map(ref),
    requiredBy: parts.filter((one) => one.data.requires?.includes(id)).map((one) => ref(one.id)),
  };
}

const implementationsOf = (
  { implementations = [] }: Part,
  { corpus }: Published,
  links: Links,
): ImplementationView[] =>
  implementations.map(({ flavor, status, path, commits = [], note }) => ({
    flavor: {
      text: corpus.definitions.flavor.get(flavor)?.data.name ?? flavor,
      href: links.definition('flavor', flavor),
    },
    status,
    path: path === undefined ? undefined : placeInCode(flavor, path, commits, corpus),
    commits,
    note,
  }));

function tocOf(page: Omit<PartPage, 'toc'>): TocEntry[] {
  const { normative, findings } = page.texts;
  const sections = [
    ['Requirements', '#~requirements', page.requirements.length],
    ['Layouts', '#~layouts', page.layouts.length],
    ['Procedure', '#~procedure', page.procedure.length],
    ['Rules', '#~normative', normative.length],
    ['Findings', '#~findings', findings.length],
    ['Implementations', '#~implementations', page.implementations.length],
    ['Cited in code', '#~cited-in', page.citedIn.length],
    ['Open questions', '#~open-questions', page.questions.length],
    ['References', '#~references', page.references.length],
    ['Formerly here', '#~former', page.former.length],
  ] as const;
  return sections.flatMap(([text, href, length]) => (length === 0 ? [] : [{ text, href, depth: 0 }]));
}
