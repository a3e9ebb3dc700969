import { CHANNELS } from '../corpus/evidence/channel.ts';
import type { Tally } from '../corpus/lists/tally.ts';
import { CONFIDENCES } from '../corpus/model/confidences.ts';
import { partWords } from '../corpus/parts/count-parts.ts';
import { textTable } from '../text/text-table.ts';
import type { Coverage } from './coverage.ts';
import { coverageSections, scoreWords, surfaceWords } from './coverage-sections.ts';
import { checkWords } from './measure-checks.ts';
import { percent } from './percent.ts';
import { raisableByDefinition } from './raisable-by-definition.ts';

/** Coverage for a terminal: the total, a table for each group, the grid, and the next steps. */
export function renderCoveragePretty(coverage: Coverage): string {
  const { all, grid, next, raisable, unwritten, checks } = coverage;
  const blocks: string[][] = [
    [`Coverage ${scoreWords(coverage)}; ${surfaceWords(coverage)}.`],
    [
      'All facts',
      ...textTable(
        [
          HEAD,
          ['in stanzas', ...cells(coverage.stanzaFacts)],
          ['enum values', ...cells(coverage.enumValues)],
          ['steps', ...cells(coverage.steps)],
          ...(coverage.parts === undefined ? [] : [['statements', ...cells(coverage.statements)]]),
          ['all', ...cells(all)],
        ],
        '  ',
      ),
    ],
    ...coverageSections(coverage).map(({ title, rows }) => [
      title,
      ...(rows === coverage.byTechnique
        ? techniqueTable(coverage.byTechnique)
        : textTable([HEAD, ...rows.map((row) => [row.id, ...cells(row)])], '  ')),
    ]),
  ];
  if (grid.length > 0) {
    const head = ['', 'facts', ...CHANNELS, 'implementations'];
    const rows = grid.map((row) => [
      row.id,
      row.facts,
      ...row.cells.map(({ facts }) => (facts === 0 ? '.' : facts)),
      row.flavors,
    ]);
    const empty = new Map(
      grid.flatMap((row) =>
        row.cells.filter(({ facts }) => facts === 0).map((cell) => [cell.channel, cell.fill]),
      ),
    );
    const how = [...empty].map(
      ([channel, fill]) => `  . on ${channel}: ${fill.join(', ') || 'no technique for this channel'}`,
    );
    blocks.push(['Facts with evidence, by stanza and channel', ...textTable([head, ...rows], '  '), ...how]);
  }
  if (next.length > 0) {
    const rows = next.map(({ technique, confirms }) => [technique, confirms]);
    blocks.push(['Facts that one source by a technique would confirm', ...textTable(rows, '  ')]);
  }
  if (raisable.length > 0) {
    const rows = raisableByDefinition(raisable).map(({ id, facts, unexplained }) => [id, facts, unexplained]);
    const table = textTable([['', 'facts', 'without a reason'], ...rows], '  ');
    blocks.push(['Facts that claim less than their evidence supports', ...table]);
  }
  if (unwritten.length > 0) {
    blocks.push(['Facts that clients read and none writes', ...unwritten.map((path) => `  ${path}`)]);
  }
  if (coverage.parts !== undefined) blocks.push([`${partWords(coverage.parts)}.`]);
  if (checks !== undefined) blocks.push([`${checkWords(checks)}.`]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const HEAD: readonly string[] = ['', 'facts', ...CONFIDENCES, 'score'];

const techniqueTable = (rows: Coverage['byTechnique']): string[] =>
  textTable([[...HEAD, 'sourced'], ...rows.map((row) => [row.id, ...cells(row), row.sourced])], '  ');

const cells = ({ facts, counts, score }: Tally): (string | number)[] => [
  facts,
  ...CONFIDENCES.map((name) => counts[name]),
  percent(score).padStart(5),
];
