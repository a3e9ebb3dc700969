import { pluralized } from '../../../../lib/text/counted.ts';
import type { LogSummary, StanzaSummary } from '../messages/log-summary.ts';

const numbered = (n: number, one: string, several?: string): string => `${n} ${pluralized(n, one, several)}`;

/** What was found in a log, as a sentence, which a screen reader announces. */
export function describeLog({ stanzas, problems, skipped, calls, kept, ends }: LogSummary): string {
  const sum = (key: keyof StanzaSummary['counts']): number =>
    stanzas.reduce((n, { counts }) => n + counts[key], 0);
  const parts = [
    numbered(stanzas.length, 'stanza'),
    numbered(sum('supports'), 'part agrees with the spec', 'parts agree with the spec'),
    ...(sum('refuted') > 0 ? [numbered(sum('refuted'), 'refuted', 'refuted')] : []),
    numbered(sum('contradicts'), 'contradicted', 'contradicted'),
    numbered(sum('unknown'), 'new', 'new'),
    ...(sum('cut') > 0 ? [numbered(sum('cut'), 'cut off', 'cut off')] : []),
  ];
  if (problems.length > 0)
    parts.push(numbered(problems.length, 'place that could not be read', 'places that could not be read'));
  // A screen reader announces the first problem, before the reader reaches the list.
  const [first] = problems;
  const why =
    first === undefined
      ? ''
      : ` Line ${first.line}, column ${first.column}: ${first.message} ${first.hint}${problems.length > 1 ? ' The others are listed below.' : ''}`;
  if (skipped > 0) parts.push(numbered(skipped, 'other line', 'other lines'));
  const whole = calls === '' ? '' : ` ${calls}`;
  const end = ends === '' ? '' : ` ${ends}`;
  const shares = kept.length > 0 ? ` Shared on purpose: ${kept.join(', ')}.` : '';
  return stanzas.length === 0
    ? `No stanza found in ${numbered(skipped, 'line')}.${end}${why}`
    : `${parts.join(', ')}.${end}${whole}${shares}${why}`;
}
