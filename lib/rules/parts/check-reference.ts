import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { FindingCode } from '../../findings/codes.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Pointer } from '../../source/mark.ts';
import { clip } from '../../text/clip.ts';
import { suggest } from '../../text/suggest.ts';
import { findingAt } from './finding-at.ts';
import type { Report } from './rule.ts';

/** The kinds that other definitions name by their id: those with a code for an id that does not exist; a type may also be built in. */
export type ReferenceKind = {
  [K in Exclude<Kind, 'type'>]: `reference/${K}` extends FindingCode ? K : never;
}[Exclude<Kind, 'type'>];

/**
 * Reports a reference to a definition that does not exist. Nothing is reported if the spec has no definitions of the
 * kind at all, or if the definition exists but is broken: it has its own findings. A shared node is always needed, since
 * the place that uses it is described nowhere else.
 */
export function checkReference(
  corpus: Corpus,
  report: Report,
  kind: ReferenceKind,
  id: string,
  entry: Entry<Kind>,
  pointer: Pointer,
): void {
  const known: ReadonlyMap<string, unknown> = corpus.definitions[kind];
  const isAbsent = kind !== 'node' && corpus.absent.has(kind);
  if (isAbsent || known.has(id) || corpus.broken.get(kind)?.has(id)) return;
  const suggestion = suggest(id, known.keys());
  report(findingAt(entry, pointer, `reference/${kind}`, { id: clip(id, 80), suggestion }));
}
