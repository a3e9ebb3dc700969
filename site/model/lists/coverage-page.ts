import { CHANNELS, type Channel } from '../../../lib/corpus/evidence/channel.ts';
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
import { raisableByDefinition } from '../../../lib/coverage/raisable-by-definition.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../../../lib/schema/kinds.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
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

/** The evidence for a stanza on one channel. */
export interface ChannelCell {
  readonly channel: Channel;
  readonly facts: number;
  /** The share of the stanza's facts that the channel supports, in quarters: 0 to 4. */
  readonly quarters: number;
  /** If there are none: the technique that would help, and how. */
  readonly fill: { readonly technique: Ref; readonly words: string } | undefined;
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
    readonly described: readonly string[];
    readonly undescribed: readonly Ref[];
  };
  readonly next: readonly { readonly technique: Ref; readonly channel: Channel; readonly confirms: string }[];
  /** Definitions with facts that are rated lower than their evidence supports without a reason, the most first. */
  readonly raisable: readonly { readonly owner: Ref; readonly facts: Ref }[];
  /** How many facts are rated lower, and how many of them say why; '' if none is. */
  readonly raisableWords: string;
  /** Facts that clients read and none writes, as far as their sources say. */
  readonly unwritten: readonly Ref[];
  /** What parts say, and how much of it has no evidence; undefined without parts. */
  readonly parts: string | undefined;
  /** What opening the sources in code has shown; undefined if nobody did. */
  readonly checks: string | undefined;
  readonly channels: readonly Channel[];
  readonly grid: readonly {
    readonly stanza: Ref;
    readonly facts: number;
    readonly cells: readonly ChannelCell[];
    readonly flavors: number;
  }[];
  /** How many cells of the grid are empty, and of how many. */
  readonly empty: string;
  readonly sections: readonly {
    readonly anchor: string;
    readonly title: string;
    readonly head: string;
    readonly rows: readonly CoverageGroup[];
  }[];
}

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
      described: surface.described,
      undescribed: surface.undescribed.map((tag) => ({
        text: tag,
        href: `${links.page(KINDS.stanza.page)}#${encodeURIComponent(`~tag-${tag}`)}`,
      })),
    },
    next: coverage.next.map(({ technique, channel, confirms }) => ({
      technique: links.ref('technique', technique),
      channel,
      confirms: counted(confirms, 'fact'),
    })),
    raisable: raisableOf(coverage, links),
    raisableWords: raisableWords(coverage),
    unwritten: coverage.unwritten.map((text) => ({ text, href: links.word(text) })),
    parts: coverage.parts && `${partWords(coverage.parts)}.`,
    checks: coverage.checks === undefined ? undefined : checkWords(coverage.checks),
    channels: CHANNELS,
    grid: grid.map((row) => ({
      stanza: { text: row.title, href: links.definition(row.kind, row.id) },
      facts: row.facts,
      cells: row.cells.map(({ channel, facts, fill: [first], confirms }) => ({
        channel,
        facts,
        quarters: facts === 0 ? 0 : Math.max(1, Math.round((facts / row.facts) * 4)),
        fill:
          first === undefined
            ? undefined
            : {
                technique: links.ref('technique', first),
                words: confirms === 0 ? 'would be the first' : `would confirm ${confirms}`,
              },
      })),
      flavors: row.flavors,
    })),
    empty: `${cells.filter(({ facts }) => facts === 0).length} of ${counted(cells.length, 'cell')}`,
    sections: sectionsOf(coverage, links),
  };
}

const raisableOf = ({ raisable }: Coverage, links: Links): CoveragePage['raisable'] =>
  raisableByDefinition(raisable)
    .filter(({ unexplained }) => unexplained > 0)
    .toSorted((a, b) => b.unexplained - a.unexplained)
    .map(({ kind, id, unexplained }) => ({
      owner: links.ref(kind, id),
      facts: { text: counted(unexplained, 'fact'), href: links.page(factsPath({ [kind]: id })) },
    }));

function raisableWords({ raisable }: Coverage): string {
  if (raisable.length === 0) return '';
  const explained = raisable.filter(({ reason }) => reason !== undefined).length;
  const facts = counted(raisable.length, 'fact');
  if (explained === raisable.length) return `${facts}, each with a reason.`;
  const some = explained === 0 ? 'none' : `${explained} of them`;
  return `${facts}, ${some} with a reason. Review the evidence of the others and raise them, or say why not:`;
}

function sectionsOf(coverage: Coverage, links: Links): CoveragePage['sections'] {
  const sourced = new Map(coverage.byTechnique.map((row) => [row.id, sourcedWords(row)]));
  return coverageSections(coverage).map(({ by, title, rows }) => ({
    anchor: `~by-${by}`,
    title,
    head: `${by.charAt(0).toUpperCase()}${by.slice(1)}`,
    rows: rows.map((row) => ({
      name: { text: row.title, href: hasPage(by) ? links.definition(by, row.id) : undefined },
      tally: tallyView(row),
      remark: by === 'technique' ? (sourced.get(row.id) ?? '') : '',
      facts:
        row.facts > 0 && (by === 'kind' || hasPage(by)) ? links.page(factsPath({ [by]: row.id })) : undefined,
    })),
  }));
}

const hasPage = (by: CoverageSection['by']): by is Extract<CoverageSection['by'], PageKind> =>
  (PAGE_KINDS as readonly string[]).includes(by);
