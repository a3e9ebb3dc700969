import { stringify } from 'yaml';
import {
  attributeSkeleton,
  childSkeleton,
  type SkeletonEvidence,
  valueSkeleton,
} from '../../../../lib/capture/draft/entry-skeleton.ts';
import type { StanzaReview } from '../../../../lib/capture/match/match.ts';
import { isReplacedName } from '../../../../lib/capture/sanitize/placeholders.ts';
import { readValuePath } from '../../../../lib/capture/share/share-values.ts';
import { newFileInSpec } from '../../../../lib/schema/file-in-spec.ts';
import type { NewEntry } from '../messages/messages.ts';
import { holdsName } from './holds-name.ts';

/**
 * The entries that the spec needs for the names that are shared: without them it would not take the capture.
 * @param shared the names
 * @param evidence what stands behind the entries: the capture
 */
export function entriesOf(
  { verdicts }: StanzaReview,
  shared: ReadonlySet<string>,
  evidence: SkeletonEvidence,
): NewEntry[] {
  return verdicts.flatMap(({ path, count, ...one }): NewEntry[] => {
    if (one.verdict !== 'unknown' || one.what.kind === 'content' || one.what.cut) return [];
    const { what } = one;
    const file = newFileInSpec('stanza', path.slice(0, path.indexOf(':')));
    if (what.kind === 'attribute') {
      if (!shared.has(what.name)) return [];
      const entry = attributeSkeleton(what.name, [{ seen: what.attribute.value, evidence }]);
      return [{ file, list: 'attributes', parent: what.parent, yaml: stringify([entry]) }];
    }
    if (isReplacedName(what.name) || !what.nodes.some((node) => holdsName(node, shared))) return [];
    const entry = childSkeleton(
      what.nodes.map((seen) => ({ seen, evidence })),
      count,
    );
    return [{ file, list: 'children', parent: what.parent, yaml: stringify([entry]) }];
  });
}

/**
 * The entry that an enum needs for a value that is shared; none for what is no path of a value.
 * @param evidence what stands behind the entry: the capture
 */
export function valueEntry(path: string, evidence: SkeletonEvidence): NewEntry[] {
  const one = readValuePath(path);
  if (one === undefined) return [];
  const yaml = stringify([valueSkeleton(one.value, [evidence])]);
  return [{ file: newFileInSpec('enum', one.enum), list: 'values', parent: one.enum, yaml }];
}
