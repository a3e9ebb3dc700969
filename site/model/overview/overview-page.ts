import { overview } from '../../../lib/corpus/lists/overview.ts';
import { questionList } from '../../../lib/corpus/lists/question-list.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { scoreWords, surfaceWords } from '../../../lib/coverage/coverage-sections.ts';
import { measureCoverage } from '../../../lib/coverage/measure-coverage.ts';
import { percent } from '../../../lib/coverage/percent.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { kindNoun } from '../../../lib/schema/kind-noun.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../../../lib/schema/kinds.ts';
import type { Confidence, Prose, Spec } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import { CONFIDENCE_MEANING } from '../indexes/confidence-meaning.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { changesPage } from '../lists/changes-page.ts';
import { questionWords } from '../lists/questions-page.ts';
import { type TallyView, tallyView } from '../views/tally-view.ts';
import { type Door, doorsOf } from './doors-of.ts';
import { type PhaseMap, phaseMap } from './phase-map.ts';

/** A number with its unit, linked to the list of what it counts. */
export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly href: string | undefined;
}

/** A page to read or a thing to do, and why. */
export interface Wanted {
  readonly what: Ref;
  readonly why: string;
}

/** Everything that the overview shows. */
export interface OverviewPage {
  readonly spec: Spec;
  /** The first paragraph of the notice. */
  readonly notice: Prose | undefined;
  readonly figures: readonly Figure[];
  /** Where to start. */
  readonly doors: readonly Door[];
  readonly map: PhaseMap;
  readonly confidences: readonly {
    readonly name: Confidence;
    readonly meaning: string;
    readonly count: number;
  }[];
  readonly tally: TallyView;
  /** Such as `48 % of 595 stanza facts, 20 % of 362 enum values, 61 % of 84 steps`. */
  readonly scores: string;
  /** Such as `31 of 52 known tags are documented`. */
  readonly surface: string;
  /** Such as `60 %`; undefined without a ledger. */
  readonly surfaceShare: string | undefined;
  /** How the ratings of authors relate to their evidence. */
  readonly rating: string;
  readonly wanted: readonly Wanted[];
  readonly credits: readonly ReturnType<Links['reference']>[];
  /** The latest release, and what is not released yet; undefined if there is no release. */
  readonly latest:
    | { readonly version: Ref; readonly words: string; readonly pending: string | undefined }
    | undefined;
}

/** The kinds whose numbers come last; new kinds are among them. */
const OTHER_FIGURES: readonly PageKind[] = PAGE_KINDS.filter((kind) => KINDS[kind].figure === undefined);

/** The overview of a spec, with numbers counted from the corpus. */
export function overviewPage(publication: Published, links: Links): OverviewPage {
  const { corpus } = publication;
  const { spec, named, captured, facts, questions, openDisputes } = overview(corpus);
  const tally = tallyView(facts);
  const coverage = measureCoverage(corpus);
  const figure = (value: number, label: string, to: string): Figure[] =>
    value === 0 ? [] : [{ value: String(value), label, href: links.page(to) }];
  const total = (value: number, noun: string, to: string): Figure[] =>
    figure(value, value === 1 ? noun : `${noun}s`, to);
  const figureOf = (kind: PageKind): Figure[] =>
    figure(named[kind], kindNoun(kind, named[kind]), KINDS[kind].page);
  return {
    spec,
    notice: spec.notice?.trim().split(/\n\s*\n/, 1)[0],
    figures: [
      ...figureOf('stanza'),
      ...figureOf('enum'),
      ...total(tally.total, 'fact', 'facts/'),
      ...figureOf('flow'),
      ...total(questions.open, 'open question', 'questions/'),
      ...total(openDisputes, 'dispute', 'disputes/'),
      ...total(captured, 'captured stanza', KINDS.capture.page),
      ...OTHER_FIGURES.flatMap(figureOf),
    ],
    doors: doorsOf(publication, links),
    map: phaseMap(corpus, links),
    confidences: CONFIDENCES.map((name) => ({
      name,
      meaning: CONFIDENCE_MEANING[name],
      count: tally.counts[name],
    })),
    tally,
    scores: scoreWords(coverage),
    surface: surfaceWords(coverage),
    surfaceShare: coverage.surface.share === undefined ? undefined : percent(coverage.surface.share),
    rating:
      spec.policy === 'strict'
        ? 'An author may rate a fact lower than its evidence supports, but never higher.'
        : 'An author may rate a fact higher or lower than its evidence supports; the evidence of the fact then says so.',
    wanted: wantedOf(publication, links, coverage),
    credits: (spec.credits ?? []).map((reference) => links.reference(reference)),
    latest: latestOf(publication, links),
  };
}

function latestOf(published: Published, links: Links): OverviewPage['latest'] {
  const { releases, unreleased } = changesPage(published, links);
  const [latest] = releases;
  if (latest === undefined) return undefined;
  const { version, date, words } = latest;
  return {
    version,
    words: `${date === undefined ? '' : `${date}. `}${words}`,
    pending: unreleased?.words,
  };
}

function wantedOf(
  publication: Publication,
  links: Links,
  coverage: ReturnType<typeof measureCoverage>,
): Wanted[] {
  const { asks, ...numbers } = questionList(publication.corpus);
  const steps = coverage.next
    .filter(({ confirms }) => confirms > 0)
    .slice(0, 3)
    .map(({ technique, channel, confirms }) => ({
      what: links.ref('technique', technique),
      why: `${counted(confirms, 'fact')} ${confirms === 1 ? 'needs' : 'need'} only one more ${channel} source each to be confirmed`,
    }));
  const [first] = asks;
  const questions =
    first === undefined
      ? []
      : [
          {
            what: { text: questionWords(numbers), href: links.page('questions/') },
            why: `${first.technique} alone could answer ${first.count} of them`,
          },
        ];
  const { undescribed } = coverage.surface;
  const ledger =
    undescribed.length === 0
      ? []
      : [
          {
            what: {
              text: `${counted(undescribed.length, 'tag')} without a description`,
              href: `${links.page(KINDS.stanza.page)}#~ledger`,
            },
            why: 'seen, but not documented yet',
          },
        ];
  return [...steps, ...questions, ...ledger];
}
