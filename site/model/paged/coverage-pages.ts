import { CHANNELS, type Channel } from '../../../lib/corpus/evidence/channel.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Coverage, CoverageRow, GridRow } from '../../../lib/coverage/coverage.ts';
import { measureCoverage } from '../../../lib/coverage/measure-coverage.ts';
import { twinName } from '../../../lib/pages/definition-files.ts';
import { FACT_OWNERS, type FactOwner, KINDS } from '../../../lib/schema/kinds.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type TallyView, tallyView } from '../views/tally-view.ts';
import { splitPages } from './split-pages.ts';

/** The evidence for a stanza on one channel. */
export interface ChannelCell {
  readonly channel: Channel;
  readonly facts: number;
  /** The share of the definition's facts that the channel supports, in percent. */
  readonly share: number;
  /** If there are none: the technique that would help, and how. */
  readonly fill: { readonly technique: Ref; readonly words: string } | undefined;
}

/** How far a definition is confirmed. */
export interface DefinitionCoverage {
  readonly name: Ref;
  readonly tally: TallyView;
  /** The table with the facts themselves; undefined if there are none. */
  readonly facts: string | undefined;
  /** Of stanzas and shared nodes; empty for others. */
  readonly cells: readonly ChannelCell[];
  /** How many facts have evidence of an implementation; undefined where there are no cells. */
  readonly flavors: number | undefined;
}

/** A page of definitions of one kind, by how far they are confirmed. */
export interface CoveragePart {
  readonly rows: readonly DefinitionCoverage[];
  readonly channels: readonly Channel[];
  readonly last: number;
}

/** Each takes up to forty elements. */
const ON_A_PAGE = 60;

const ROWS: { readonly [K in FactOwner]: (coverage: Coverage) => readonly CoverageRow[] } = {
  stanza: ({ byStanza }) => byStanza,
  node: ({ byNode }) => byNode,
  enum: ({ byEnum }) => byEnum,
  flow: ({ byFlow }) => byFlow,
  part: ({ byPart }) => byPart,
};

const pagesOf = (corpus: Corpus, kind: FactOwner): readonly (readonly CoverageRow[])[] =>
  splitPages(ROWS[kind](measureCoverage(corpus)), {
    weight: () => 1,
    most: ON_A_PAGE,
    group: () => '',
  });

/** Every page of coverage by definition: its kind, and its number. */
export const coveragePages = (
  corpus: Corpus,
): readonly { readonly kind: FactOwner; readonly page: number }[] =>
  FACT_OWNERS.flatMap((kind) => pagesOf(corpus, kind).map((_, i) => ({ kind, page: i + 1 })));

/** The path of a page of coverage by definition. */
export const coveragePath = (kind: FactOwner, page: number): string =>
  `coverage/${twinName(KINDS[kind].page)}/${page === 1 ? '' : `${page}/`}`;

/** The address of a page of coverage by definition. */
export const coverageHref = (links: Links, kind: FactOwner, page: number): string =>
  links.page(coveragePath(kind, page));

/** A page of the definitions of a kind. @throws when there is no such page */
export function coveragePart(
  { corpus }: Publication,
  links: Links,
  kind: FactOwner,
  page: number,
): CoveragePart {
  const pages = pagesOf(corpus, kind);
  const rows = pages[page - 1];
  if (rows === undefined) throw new Error(`no page ${page} of the coverage of ${KINDS[kind].title}`);
  const ids = new Set(rows.map(({ id }) => id));
  const grid = new Map(
    measureCoverage(corpus)
      .grid.filter((row) => row.kind === kind && ids.has(row.id))
      .map((row) => [row.id, row]),
  );
  return {
    rows: rows.map((row) => {
      const query = new URLSearchParams({ [kind]: row.id }).toString();
      const cells = grid.get(row.id);
      return {
        name: { text: row.title, href: links.definition(kind, row.id) },
        tally: tallyView(row),
        facts: row.facts > 0 ? links.page(`facts/?${query}`) : undefined,
        cells: cells === undefined ? [] : cellsOf(cells, links),
        flavors: cells?.flavors,
      };
    }),
    channels: grid.size > 0 ? CHANNELS : [],
    last: pages.length,
  };
}

const cellsOf = ({ cells, facts: all }: GridRow, links: Links): ChannelCell[] =>
  cells.map(({ channel, facts, fill: [first], confirms }) => ({
    channel,
    facts,
    share: Math.round((facts / Math.max(1, all)) * 100),
    fill:
      first === undefined
        ? undefined
        : {
            technique: links.ref('technique', first),
            words: confirms === 0 ? 'would be the first' : `would confirm ${confirms}`,
          },
  }));
