import { counted } from '../../../text/counted.ts';
import { printableLine } from '../../../text/printable.ts';
import type { Compared, Comparison } from './compare-extracts.ts';

/**
 * The comparison for a terminal: first what contradicts a source that the fact cites, then other differences, then
 * what no fact describes; of what agrees the number.
 */
export function renderComparison({
  contradictions,
  differences,
  agreements,
  undescribed,
  unread,
}: Compared): string {
  const lines = [
    ...section('Contradicted by a source that the fact cites', grouped(contradictions)),
    ...section('Different from an extract', grouped(differences)),
    ...section(
      'In an extract and in no fact',
      undescribed.map((one) => [`${one.name} (${one.leg})`, `  ${one.place}, ${one.origin}`]),
    ),
    ...section(
      'Not read',
      unread.map(({ place, reason }) => [`${place}: ${reason}`]),
    ),
    `${counted(agreements.length, 'agreement')}, ${counted(differences.length, 'difference')}, ` +
      `${counted(contradictions.length, 'contradiction')} with cited sources.`,
  ];
  return lines.map((line) => `${line === '' ? '' : printableLine(line)}\n`).join('');
}

const section = (title: string, entries: readonly (readonly string[])[]): string[] =>
  entries.length === 0 ? [] : [`${title} (${entries.length}):`, ...entries.flat(), ''];

/** What is the same in several places of extracts is said once. */
const grouped = (comparisons: readonly Comparison[]): string[][] =>
  [
    ...Map.groupBy(
      comparisons,
      ({ fact, aspect, leg, ours, theirs }) => `${fact} ${aspect} ${leg} ${ours} ${theirs}`,
    ).values(),
  ].map(ofFact);

function ofFact(all: readonly Comparison[]): string[] {
  return all.flatMap(({ at, fact, aspect, leg, ours, theirs, place, origin, cited }, i) => [
    ...(i > 0
      ? []
      : [
          `${at.file}:${at.line}:${at.column} ${fact}`,
          `  ${aspect} (${leg}): here ${ours}; there ${theirs}`,
        ]),
    `    ${place}, ${origin}${cited ? '' : ', not cited'}`,
  ]);
}
