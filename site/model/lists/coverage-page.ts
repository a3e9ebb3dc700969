import type { Channel } from '../../../lib/corpus/evidence/channel.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { partWords } from '../../../lib/corpus/parts/count-parts.ts';
import type { Coverage } from '../../../lib/coverage/coverage.ts';
import {
  type CoverageSection,
  coverageSections,
  sourcedWords,
  surfaceWords,
} from '../../../lib/coverage/coverage-sections.ts';
import { checkWords } from '../../../lib/coverage/measure-checks.ts';
import { measureCoverage } from '../../../lib/coverage/measure-coverage.ts';
import { percent } from '../../../lib/coverage/percent.ts';
import { isFactOwner, KINDS, PAGE_KINDS, type PageKind } from '../../../lib/schema/kinds.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { coverageHref } from '../paged/coverage-pages.ts';
import { type TallyView, tallyView } from '../views/tally-view.ts';
import { factsPath } from './facts-page.ts';

/** A group of facts, by confidence. */
export interface CoverageGroup {
  readonly name: Ref;
  readonly tally: TallyView;
  /** A remark on the number, such as how many of the facts have a source; or ''. */
  readonly remark: string;
  /** The page with the facts themselves; undefined if there are none. */
  readonly facts: string | undefined;
}

export interface CoveragePage {
  /** Stanza facts, enum values and steps, separately: one table in code can add many values. */
  readonly scores: readonly { readonly title: string; readonly tally: TallyView }[];
  readonly surface: {
    /** The URL of the ledger; undefined for a spec without one. */
    readonly ledger: string | undefined;
    readonly words: string;
    /** undefined without a ledger. */
    readonly share: string | undefined;
    /** In percent, for the bar. */
    readonly width: number;
    /** Some of the tags, and how many there are besides these. */
    readonly described: readonly string[];
    readonly undescribed: readonly Ref[];
    readonly more: { readonly described: number; readonly undescribed: number };
  };
  readonly next: readonly {
    readonly technique: Ref;
    readonly channel: Channel;
    /** How many facts one source each would confirm, with the list of them. */
    readonly confirms: Ref;
  }[];
  /** Facts that are rated lower than their evidence supports, and those without a reason; undefined if none is. */
  readonly raisable: { readonly all: Ref; readonly unexplained: Ref | undefined } | undefined;
  /** Facts that clients read and none writes, as far as their sources say, by definition. */
  readonly unwritten: readonly { readonly owner: Ref; readonly facts: readonly Ref[] }[];
  /** How many of them are left out. */
  readonly moreUnwritten: number;
  /** What parts say, and how much of it has no evidence; undefined without parts. */
  readonly parts: string | undefined;
  /** What opening the sources in code has shown; undefined if nobody did. */
  readonly checks: string | undefined;
  /** How many cells of stanzas and channels are empty, and of how many; undefined without stanzas. */
  readonly empty: string | undefined;
  /** The kinds of definitions, each with the page of its definitions. */
  readonly definitions: readonly {
    readonly anchor: string;
    readonly page: Ref;
    readonly count: number;
  }[];
  readonly sections: readonly {
    readonly anchor: string;
    readonly title: string;
    readonly head: string;
    readonly rows: readonly CoverageGroup[];
  }[];
}

/** How many tags or facts are named in a row: the size of the page does not grow with the corpus. */
const MOST_NAMES = 150;

/** How much of the protocol is described and confirmed, and what would help. */
export function coveragePage({ corpus }: Publication, links: Links): CoveragePage {
  const coverage = measureCoverage(corpus);
  const { surface, grid } = coverage;
  const cells = grid.flatMap((row) => row.cells);
  return {
    scores: [
      { title: 'stanza facts', tally: tallyView(coverage.stanzaFacts) },
      { title: 'enum values', tally: tallyView(coverage.enumValues, 'value') },
      { title: 'steps', tally: tallyView(coverage.steps, 'step') },
      { title: 'statements of parts', tally: tallyView(coverage.statements, 'statement') },
    ].filter(({ tally }) => tally.total > 0),
    surface: {
      ledger: [...corpus.definitions.ledger.values()].some(({ data }) => data.names.length > 0)
        ? `${links.page(KINDS.stanza.page)}#~ledger`
        : undefined,
      words: surfaceWords(coverage),
      share: surface.share === undefined ? undefined : percent(surface.share),
      width: Math.round((surface.share ?? 0) * 10000) / 100,
      described: surface.described.slice(0, MOST_NAMES),
      more: {
        described: Math.max(0, surface.described.length - MOST_NAMES),
        undescribed: Math.max(0, surface.undescribed.length - MOST_NAMES),
      },
      undescribed: surface.undescribed.slice(0, MOST_NAMES).map((tag) => ({
        text: tag,
        href: `${links.page(KINDS.stanza.page)}#${encodeURIComponent(`~tag-${tag}`)}`,
      })),
    },
    next: coverage.next.map(({ technique, channel, confirms }) => ({
      technique: links.ref('technique', technique),
      channel,
      confirms: {
        text: counted(confirms, 'fact'),
        href: links.page(factsPath({ confirm: technique })),
      },
    })),
    raisable: raisableOf(coverage, links),
    moreUnwritten: Math.max(0, coverage.unwritten.length - MOST_NAMES),
    unwritten: byOwner(coverage.unwritten.slice(0, MOST_NAMES), links),
    parts: coverage.parts && `${partWords(coverage.parts)}.`,
    checks: coverage.checks === undefined ? undefined : checkWords(coverage.checks),
    empty:
      cells.length === 0
        ? undefined
        : `${cells.filter(({ facts }) => facts === 0).length} of ${counted(cells.length, 'cell')}`,
    definitions: coverageSections(coverage).flatMap(({ by, rows }) =>
      isFactOwner(by)
        ? [
            {
              anchor: `~by-${by}`,
              page: { text: KINDS[by].title, href: coverageHref(links, by, 1) },
              count: rows.length,
            },
          ]
        : [],
    ),
    sections: sectionsOf(coverage, links),
  };
}

function raisableOf({ raisable }: Coverage, links: Links): CoveragePage['raisable'] {
  if (raisable.length === 0) return undefined;
  const unexplained = raisable.filter(({ reason }) => reason === undefined).length;
  return {
    all: { text: counted(raisable.length, 'fact'), href: links.page(factsPath({ rated: 'lower' })) },
    unexplained:
      unexplained === 0
        ? undefined
        : { text: counted(unexplained, 'fact'), href: links.page(factsPath({ rated: 'unexplained' })) },
  };
}

/** Paths of facts by the definition that they begin with, in the order in which they come. */
function byOwner(paths: readonly string[], links: Links): CoveragePage['unwritten'] {
  const groups = Map.groupBy(paths, (path) => path.slice(0, path.search(/[:=]/)));
  return [...groups].map(([owner, facts]) => ({
    owner: { text: owner, href: links.word(owner) },
    facts: facts.map((path) => ({ text: path.slice(owner.length + 1), href: links.word(path) })),
  }));
}

/** What readers call sections whose name is that of a key. */
const READERS_WORDS: Readonly<Record<string, { readonly title: string; readonly head: string }>> = {
  flavor: { title: 'By implementation', head: 'Implementation' },
  channel: { title: 'By where it was observed', head: 'Where' },
};

function sectionsOf(coverage: Coverage, links: Links): CoveragePage['sections'] {
  const sourced = new Map(coverage.byTechnique.map((row) => [row.id, sourcedWords(row)]));
  return coverageSections(coverage)
    .filter(({ by }) => !isFactOwner(by))
    .map(({ by, title, rows }) => ({
      anchor: `~by-${by}`,
      title,
      head: `${by.charAt(0).toUpperCase()}${by.slice(1)}`,
      ...READERS_WORDS[by],
      rows: rows.map((row) => ({
        name: { text: row.title, href: hasPage(by) ? links.definition(by, row.id) : undefined },
        tally: tallyView(row),
        remark: by === 'technique' ? (sourced.get(row.id) ?? '') : '',
        facts:
          row.facts > 0 && (by === 'kind' || hasPage(by))
            ? links.page(factsPath({ [by]: row.id }))
            : undefined,
      })),
    }));
}

const hasPage = (by: CoverageSection['by']): by is Extract<CoverageSection['by'], PageKind> =>
  (PAGE_KINDS as readonly string[]).includes(by);
