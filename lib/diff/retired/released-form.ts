import { PART_ASPECTS } from '../../corpus/parts/part-traits.ts';
import type { BundleFact, BundleLeg } from '../bundle/bundle.ts';
import { ASPECTS } from '../changes/describe-change.ts';

/** The form of a fact in a release, in words: its type, when it is there, and what it consists of. */
export function releasedForm(fact: BundleFact): readonly string[] {
  const { kind, type, value, required, sent, delivered, occurrence, size, of, use, part = {} } = fact;
  const isSaid = required !== undefined || sent === undefined || delivered === undefined;
  return [
    ...some(type),
    ...(value === undefined ? [] : [`always ${value}`]),
    ...(of === undefined
      ? some(occurrence)
      : [`${occurrence === '1' ? 'exactly' : 'at most'} one of ${of.join(', ')}`]),
    ...some(size),
    ...(kind === 'attribute' && isSaid
      ? [required === undefined ? 'presence not known' : required ? 'required' : 'optional']
      : []),
    ...leg('sent', sent),
    ...leg('delivered', delivered),
    ...(use === undefined ? [] : [`shared node ${use}`]),
    ...PART_ASPECTS.flatMap((aspect) => some(part[aspect] && `${ASPECTS[aspect]}: ${part[aspect]}`)),
  ];
}

const some = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

const leg = (name: string, one: BundleLeg | undefined): string[] =>
  one === undefined ? [] : [`${name}: ${one.presence}`];
