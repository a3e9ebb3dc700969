import { factsRestingOn } from '../../../lib/corpus/evidence/evidence-index.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { sourcedWords } from '../../../lib/coverage/coverage-sections.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import type { Technique } from '../../../lib/schema/types.generated.ts';
import { evidenceOf } from '../indexes/evidence-of.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type QuestionView, questionView } from '../views/question-view.ts';
import { type Tally, tallyOf } from '../views/tally.ts';

/** A technique in the list of techniques. */
export interface TechniqueRow {
  readonly id: Ref;
  readonly title: string;
  readonly channel: string;
  readonly maturity: Technique['maturity'];
  readonly tally: Tally;
  /** Open questions that it could settle. */
  readonly asked: number;
}

/** Everything that the page of a technique shows. */
export interface TechniquePage {
  readonly technique: Technique;
  readonly description: string;
  readonly channel: string;
  readonly effort: Technique['effort'];
  readonly observes: Technique['observes'];
  readonly maintainers: readonly Ref[];
  readonly guide: Ref | undefined;
  readonly tally: Tally;
  /** How many of the facts have a source for it, and how many only name it; '' without facts. */
  readonly sourced: string;
  /** The facts that rest on it. */
  readonly facts: readonly OwnerFacts[];
  readonly questions: readonly QuestionView[];
  readonly references: readonly ReturnType<Links['reference']>[];
  readonly edit: string | undefined;
}

/** All techniques, in the order of their ids. */
export function techniqueRows(publication: Publication, links: Links): TechniqueRow[] {
  return [...publication.corpus.definitions.technique.values()].map(({ id, data }) => ({
    id: links.ref('technique', id),
    title: data.title,
    channel: channelOf(publication, id),
    maturity: data.maturity,
    tally: tallyOf(factsRestingOn(publication.corpus, 'technique', id)),
    asked: asking(publication, id).length,
  }));
}

/**
 * The page of a technique.
 * @throws when the corpus has no technique of this id
 */
export function techniquePage(publication: Publication, links: Links, id: string): TechniquePage {
  const { corpus } = publication;
  const entry = corpus.definitions.technique.get(id);
  if (entry === undefined) throw new Error(`no technique ${id}`);
  const { data } = entry;
  const facts = factsRestingOn(publication.corpus, 'technique', id);
  return {
    technique: data,
    description: plainProse(data.summary),
    channel: channelOf(publication, id),
    effort: corpus.techniques.get(id)?.effort,
    observes: corpus.techniques.get(id)?.observes,
    maintainers: (data.maintainers ?? []).map((who) => links.ref('contributor', who)),
    guide: data.guide === undefined ? undefined : { text: data.guide, href: safeUrl(data.guide) },
    tally: tallyOf(facts),
    sourced: sourcedWords({
      facts: facts.length,
      sourced: facts.filter((fact) => evidenceOf(fact, corpus).served.includes(id)).length,
    }),
    facts: factsByOwner(facts, corpus, links),
    questions: asking(publication, id).map((question) => questionView(question, links)),
    references: (data.references ?? []).map((reference) => links.reference(reference)),
    edit: links.edit(entry),
  };
}

const channelOf = ({ corpus }: Publication, id: string): string => {
  const channel = corpus.techniques.get(id)?.channel;
  return channel ?? 'not known';
};

const asking = ({ corpus }: Publication, id: string) =>
  corpus.questions.filter(({ asks, status }) => status === 'open' && asks.includes(id));
