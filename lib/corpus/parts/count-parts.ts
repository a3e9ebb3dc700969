import { counted } from '../../text/counted.ts';
import { weighEvidence } from '../evidence/evidence.ts';
import type { Corpus } from '../model/corpus.ts';
import type { FactKind } from '../model/fact.ts';
import { partTexts } from './part-texts.ts';

/** What parts say, and how much of it has no evidence. */
export interface PartCounts {
  readonly parts: number;
  readonly requirements: number;
  readonly layouts: number;
  /** The fields of all layouts. */
  readonly fields: number;
  readonly procedures: number;
  /** The steps of all procedures. */
  readonly steps: number;
  /** Requirements, fields and steps without any evidence. */
  readonly bare: number;
  /** Statements that are only Markdown: nothing says what they rest on. */
  readonly markdown: number;
}

/** Counts what the parts of a corpus say; undefined if it has none. */
export function countParts(corpus: Corpus): PartCounts | undefined {
  const parts = [...corpus.definitions.part.values()].map(({ data }) => data);
  if (parts.length === 0) return undefined;
  const facts = [...corpus.factsOf.part.values()].flat();
  const ofKind = (kind: FactKind): number => facts.filter((one) => one.kind === kind).length;
  return {
    parts: parts.length,
    requirements: ofKind('requirement'),
    layouts: parts.reduce((sum, { layout = [] }) => sum + layout.length, 0),
    fields: ofKind('field'),
    procedures: parts.filter(({ procedure = [] }) => procedure.length > 0).length,
    steps: ofKind('procedure'),
    bare: facts.filter((fact) => {
      const { techniques, flavors, sources } = weighEvidence(fact, corpus);
      return techniques.length + flavors.length + sources === 0;
    }).length,
    markdown: parts.reduce((sum, part) => sum + partTexts(part).statements, 0),
  };
}

/** Such as `3 parts: 12 requirements, 2 layouts with 7 fields, 1 procedure with 4 steps; 25 statements without evidence`. */
export function partWords(counts: PartCounts): string {
  const { requirements, layouts, fields, procedures, steps, bare, markdown } = counts;
  const said = [
    counted(requirements, 'requirement'),
    layouts === 0 ? counted(0, 'layout') : `${counted(layouts, 'layout')} with ${counted(fields, 'field')}`,
    procedures === 0
      ? counted(0, 'procedure')
      : `${counted(procedures, 'procedure')} with ${counted(steps, 'step')}`,
  ];
  const without = counted(bare + markdown, 'statement');
  const only = markdown === 0 ? '' : `, ${markdown} of them only in Markdown`;
  return `${counted(counts.parts, 'part')}: ${said.join(', ')}; ${without} without evidence${only}`;
}
