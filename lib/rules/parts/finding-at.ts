import { pathAt } from '../../corpus/load/path-at.ts';
import type { Entry } from '../../corpus/model/corpus.ts';
import type { ArgsOf, FindingCode } from '../../findings/codes.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Pointer } from '../../source/mark.ts';

/** A finding at a position in a definition, with the fact path of that position. */
export function findingAt<C extends FindingCode>(
  entry: Entry<Kind>,
  pointer: Pointer,
  code: C,
  args: ArgsOf<C>,
): Finding {
  const path = pathAt(entry.kind, entry.id, entry.data, pointer);
  return finding(code, args, entry.source.place(pointer), path);
}
