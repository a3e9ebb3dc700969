import { stringify } from 'yaml';
import {
  attributeSkeleton,
  childSkeleton,
  valueSkeleton,
} from '../../../../lib/capture/draft/edits/child-skeleton.ts';
import type { CaptureEvidence } from '../../../../lib/capture/draft/entry/capture-evidence.ts';
import type { StanzaReview } from '../../../../lib/capture/match/match.ts';
import { isReplacedName } from '../../../../lib/capture/sanitize/placeholders/name-placeholders.ts';
import { readValuePath } from '../../../../lib/capture/share/share-values.ts';
import { type PathParts, splitPath } from '../../../../lib/corpus/facts/split-path.ts';
import { newFileInSpec } from '../../../../lib/schema/file-in-spec.ts';
import type { EntryView } from '../messages/draft-view.ts';
import { holdsName } from './holds-name.ts';

/**
 * The entries that the spec needs for the shared names: without them the capture would not be valid.
 * @param shared the names
 * @param evidence that of the capture
 */
export function newEntries(
  { verdicts }: StanzaReview,
  shared: ReadonlySet<string>,
  evidence: CaptureEvidence,
): EntryView[] {
  return verdicts.flatMap(({ path, count, ...one }): EntryView[] => {
    if (one.verdict !== 'unknown' || one.what.kind === 'content' || one.what.cut) return [];
    const { what, lackedBy } = one;
    // The shared node has the entry, and its place is to be corrected.
    if (lackedBy !== undefined) return [];
    const { ownerKind, owner } = splitPath(path) as PathParts;
    const file = newFileInSpec(ownerKind, owner);
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
 * The entry that an enum needs for a shared value; none for a text that is not the path of a value.
 * @param evidence that of the capture
 */
export function newValueEntry(path: string, evidence: CaptureEvidence): EntryView[] {
  const one = readValuePath(path);
  if (one === undefined) return [];
  const yaml = stringify([valueSkeleton(one.value, [evidence])]);
  return [{ file: newFileInSpec('enum', one.enum), list: 'values', parent: one.enum, yaml }];
}
