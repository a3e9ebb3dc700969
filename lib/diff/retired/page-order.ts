import type { Corpus } from '../../corpus/model/corpus.ts';
import { compareText } from '../../text/compare-text.ts';
import type { BundleFact } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/bundle-of.ts';
import { pathResolver } from '../bundle/path-resolver.ts';

/**
 * Puts the facts of a released stanza or enum in the order in which its page shows them: each where it, or what
 * took its place, stands now. What is there no more comes after the fact of its node that it followed by path.
 */
export function pageOrder(corpus: Corpus): (facts: readonly BundleFact[]) => readonly BundleFact[] {
  const resolve = pathResolver(bundleOf(corpus));
  const places = new Map(corpus.facts.map(({ path }, i) => [path, i]));
  return (facts) => {
    let last = -1;
    const placed = [...facts]
      .sort((a, b) => compareText(nodeFirst(a.path), nodeFirst(b.path)))
      .map((fact) => {
        const now = resolve(fact.path);
        const place = now.kind === 'present' || now.kind === 'moved' ? places.get(now.path) : undefined;
        last = place ?? last;
        return { fact, place: last };
      });
    // The sort is stable: those that share a place stay as they are.
    return placed.sort((a, b) => a.place - b.place).map(({ fact }) => fact);
  };
}

// What stands in a node itself comes before its children.
const nodeFirst = (path: string): string => path.replaceAll('@', '\u0001').replaceAll('/', '\u0002');
