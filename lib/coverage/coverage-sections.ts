import type { FactOwner } from '../schema/kinds.ts';
import { counted, pluralized } from '../text/counted.ts';
import type { Coverage, CoverageRow, TechniqueRow } from './coverage.ts';
import { percent } from './percent.ts';

/** The facts by something that they have in common. */
export interface CoverageSection {
  readonly by: 'kind' | 'category' | 'channel' | 'technique' | 'flavor' | FactOwner;
  readonly title: string;
  readonly rows: readonly CoverageRow[];
}

/** The groups of the coverage in the order in which they are shown, with their headings. */
export function coverageSections(coverage: Coverage): CoverageSection[] {
  const section = (by: CoverageSection['by'], rows: readonly CoverageRow[]): CoverageSection[] =>
    rows.length === 0 ? [] : [{ by, title: `By ${by === 'node' ? 'shared node' : by}`, rows }];
  return [
    ...section('kind', coverage.byKind),
    ...section('category', coverage.byCategory),
    ...section('channel', coverage.byChannel),
    ...section('technique', coverage.byTechnique),
    ...section('flavor', coverage.byFlavor),
    ...section('stanza', coverage.byStanza),
    ...section('node', coverage.byNode),
    ...section('enum', coverage.byEnum),
    ...section('flow', coverage.byFlow),
    ...section('part', coverage.byPart),
  ];
}

/** Such as `48 % of 595 stanza facts, 20 % of 362 enum values, 61 % of 84 steps, 50 % of 80 statements`; empty groups are left out. */
export function scoreWords({ stanzaFacts, enumValues, steps, statements }: Coverage): string {
  const parts = [
    [stanzaFacts, 'stanza fact'],
    [enumValues, 'enum value'],
    [steps, 'step'],
    [statements, 'statement'],
  ] as const;
  const words = parts
    .filter(([{ facts }]) => facts > 0)
    .map(([{ score, facts }, noun]) => `${percent(score)} of ${counted(facts, noun)}`);
  return words.length === 0 ? '- of no facts' : words.join(', ');
}

/** The facts that name a technique, such as `45 with a source, 58 without a source`; '' without any. */
export function sourcedWords({ facts, sourced }: Pick<TechniqueRow, 'facts' | 'sourced'>): string {
  if (facts === 0) return '';
  const bare = facts - sourced;
  return [
    ...(sourced > 0 ? [`${sourced} with a source`] : []),
    ...(bare > 0 ? [`${bare} without a source`] : []),
  ].join(', ');
}

/** Such as `31 of 52 known tags are documented`; without a ledger nobody knows of how many. */
export function surfaceWords({ surface }: Coverage): string {
  const { described, known, share } = surface;
  if (share === undefined && known > 0) {
    const here = pluralized(known, 'payload tag is', 'payload tags are');
    return `${known} ${here} documented; without a ledger, nothing says how many there are`;
  }
  const tags = pluralized(known, 'known tag is', 'known tags are');
  return `${described.length} of ${known} ${tags} documented`;
}
