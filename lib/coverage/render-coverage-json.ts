import type { Tally } from '../corpus/lists/tally.ts';
import { jsonText } from '../text/json-text.ts';
import type { Coverage, CoverageRow } from './coverage.ts';

/** Coverage as JSON. Shares are rounded to four digits; null if there is no share. */
export function renderCoverageJson(coverage: Coverage): string {
  const { all, surface, grid, next, raisable } = coverage;
  return jsonText({
    all: tally(all),
    stanza_facts: tally(coverage.stanzaFacts),
    enum_values: tally(coverage.enumValues),
    steps: tally(coverage.steps),
    statements: tally(coverage.statements),
    surface: {
      described: surface.described,
      undescribed: surface.undescribed,
      known: surface.known,
      share: share(surface.share),
    },
    kinds: rows(coverage.byKind),
    categories: rows(coverage.byCategory),
    channels: rows(coverage.byChannel),
    techniques: coverage.byTechnique.map((row) => ({
      id: row.id,
      title: row.title,
      ...tally(row),
      sourced: row.sourced,
    })),
    flavors: rows(coverage.byFlavor),
    stanzas: rows(coverage.byStanza),
    nodes: rows(coverage.byNode),
    enums: rows(coverage.byEnum),
    flows: rows(coverage.byFlow),
    parts: rows(coverage.byPart),
    grid: grid.map(({ kind, id, facts, cells, flavors }) => ({
      kind,
      id,
      facts,
      channels: Object.fromEntries(cells.map((cell) => [cell.channel, cell.facts])),
      flavors,
      confirms: Object.fromEntries(
        cells.filter((cell) => cell.facts === 0).map((cell) => [cell.channel, cell.confirms]),
      ),
      fill: Object.fromEntries(
        cells.filter((cell) => cell.fill.length > 0).map((cell) => [cell.channel, cell.fill]),
      ),
    })),
    next,
    raisable,
    unwritten: coverage.unwritten,
    ...(coverage.parts === undefined ? {} : { part_counts: coverage.parts }),
    ...(coverage.checks === undefined ? {} : { checks: coverage.checks }),
  });
}

const share = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 10000) / 10000;

const tally = ({ facts, counts, score }: Tally) => ({ facts, ...counts, score: share(score) });

const rows = (list: readonly CoverageRow[]) =>
  list.map((row) => ({ id: row.id, title: row.title, ...tally(row) }));
