import { factsRestingOn } from '../../../lib/corpus/evidence/rests-on.ts';
import { channelOf } from '../../../lib/corpus/lookup/channel-of.ts';
import { evidenceOf } from '../../../lib/corpus/lookup/evidence-of.ts';
import { questionsFor } from '../../../lib/corpus/lookup/questions-for.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { sourcedWords } from '../../../lib/coverage/coverage-sections.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import type { Technique } from '../../../lib/schema/types.generated.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { factsConfirmedBy } from '../paged/fact-facets.ts';
import { type QuestionView, questionView } from '../views/question-view.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';

/** Everything that the page of a technique shows. */
export interface TechniquePage {
  readonly technique: Technique;
  readonly description: string;
  readonly channel: string;
  readonly effort: Technique['effort'];
  readonly observes: Technique['observes'];
  readonly maintainers: readonly Ref[];
  readonly guide: Ref | undefined;
  readonly tally: TallyView;
  /** How many of the facts have a source for it, and how many only name it; '' without facts. */
  readonly sourced: string;
  /** The facts that it supports. */
  readonly facts: readonly OwnerFacts[];
  /** The facts that one more source from it would confirm. */
  readonly confirmable: { readonly total: number; readonly owners: readonly OwnerFacts[] };
  readonly questions: readonly QuestionView[];
  /** How many questions are left out, which the page of questions has. */
  readonly moreQuestions: number;
  readonly references: readonly ReturnType<Links['reference']>[];
  readonly edit: string | undefined;
}

/** How many questions the page lists: its size does not grow with the corpus. */
const MOST_QUESTIONS = 40;

/**
 * The page of a technique.
 * @throws when the corpus has no technique of this id
 */
export function techniquePage(publication: Publication, links: Links, id: string): TechniquePage {
  const { corpus } = publication;
  const entry = corpus.definitions.technique.get(id);
  if (entry === undefined) throw new Error(`no technique ${id}`);
  const { data } = entry;
  const facts = factsRestingOn(corpus, 'technique', id);
  const confirmable = factsConfirmedBy(corpus, id);
  const asking = questionsFor(corpus, id);
  return {
    technique: data,
    description: plainProse(data.summary),
    channel: channelOf(corpus, id),
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
    confirmable: { total: confirmable.length, owners: factsByOwner(confirmable, corpus, links) },
    moreQuestions: Math.max(0, asking.length - MOST_QUESTIONS),
    questions: asking.slice(0, MOST_QUESTIONS).map((question) => questionView(question, corpus, links)),
    references: (data.references ?? []).map((reference) => links.reference(reference)),
    edit: links.edit(entry),
  };
}
