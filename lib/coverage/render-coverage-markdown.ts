import { CHANNELS } from '../corpus/evidence/channel.ts';
import type { Tally } from '../corpus/lists/tally.ts';
import { CONFIDENCES } from '../corpus/model/confidences.ts';
import { partWords } from '../corpus/parts/count-parts.ts';
import { markdownCode, markdownTable, markdownText } from '../prose/markdown-text.ts';
import type { Coverage, GridCell } from './coverage.ts';
import { coverageSections, scoreWords, sourcedWords, surfaceWords } from './coverage-sections.ts';
import { checkWords } from './measure-checks.ts';
import { percent } from './percent.ts';
import { raisableByDefinition } from './raisable-by-definition.ts';

/** Coverage as Markdown, for the summary of a CI job and for the page's twin. */
export function renderCoverageMarkdown(coverage: Coverage): string {
  const { all, surface, grid, next, raisable, unwritten, checks } = coverage;
  const blocks = [
    '# Coverage',
    `Score, which is (confirmed + 0.5 × probable) / facts: ${scoreWords(coverage)}. ${surfaceWords(coverage)}.`,
    markdownTable(HEAD, [
      ['In stanzas', ...cells(coverage.stanzaFacts)],
      ['Enum values', ...cells(coverage.enumValues)],
      ['Steps', ...cells(coverage.steps)],
      ...(coverage.parts === undefined ? [] : [['Statements of parts', ...cells(coverage.statements)]]),
      ['All', ...cells(all)],
    ]),
  ];
  for (const { title, rows } of coverageSections(coverage)) {
    blocks.push(
      `## ${title}`,
      markdownTable(
        HEAD,
        rows.map((row) => [markdownText(row.title), ...cells(row)]),
      ),
    );
    if (rows === coverage.byTechnique) {
      blocks.push('Facts with a source for the technique:', bulletsOfSourced(coverage.byTechnique));
    }
  }
  if (grid.length > 0) {
    const rows = grid.map((row) => [
      markdownText(row.title),
      String(row.facts),
      ...row.cells.map(cellWords),
      String(row.flavors),
    ]);
    blocks.push(
      '## By stanza and where it was observed',
      'Facts with evidence from the wire, a running client and code. Where there are none: the technique to start with.',
      markdownTable(['Stanza', 'Facts', ...CHANNELS, 'Implementations'], rows),
    );
  }
  if (surface.undescribed.length > 0) {
    blocks.push('## Seen, but not described', surface.undescribed.map(markdownCode).join(', '));
  }
  if (next.length > 0) {
    const rows = next.map(({ technique, channel, confirms }) => [
      markdownCode(technique),
      channel,
      String(confirms),
    ]);
    blocks.push('## What to work on next', markdownTable(['Technique', 'Channel', 'Facts'], rows));
  }
  if (raisable.length > 0) {
    const rows = raisableByDefinition(raisable).map(({ id, facts, unexplained }) => [
      markdownCode(id),
      String(facts),
      String(unexplained),
    ]);
    blocks.push(
      '## Facts that claim less than their evidence supports',
      markdownTable(['Definition', 'Facts', 'Without a reason'], rows),
    );
  }
  if (unwritten.length > 0) {
    blocks.push('## Facts that clients read and none writes', unwritten.map(markdownCode).join(', '));
  }
  if (coverage.parts !== undefined) blocks.push('## Parts', `${partWords(coverage.parts)}.`);
  if (checks !== undefined) blocks.push('## Sources in code', `${checkWords(checks)}.`);
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const bulletsOfSourced = (rows: Coverage['byTechnique']): string =>
  rows
    .filter(({ facts }) => facts > 0)
    .map((row) => `- ${markdownText(row.title)}: ${sourcedWords(row)}`)
    .join('\n');

const HEAD: readonly string[] = ['', 'Facts', ...CONFIDENCES, 'Score'];

const cells = ({ facts, counts, score }: Tally): string[] => [
  String(facts),
  ...CONFIDENCES.map((name) => String(counts[name])),
  percent(score),
];

function cellWords({ facts, fill, confirms }: GridCell): string {
  if (facts > 0) return String(facts);
  const [first] = fill;
  if (first === undefined) return 'none';
  return `none: ${markdownCode(first)} ${confirms === 0 ? 'would be the first' : `would confirm ${confirms}`}`;
}
