import type { Corpus } from '../../corpus/model/corpus.ts';
import { compareText } from '../../text/compare-text.ts';
import type { BundleFact } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/bundle-of.ts';
import { pathResolver } from '../bundle/path-resolver.ts';

/**
 * Sorts the facts of a released definition as its page shows them: each at the place of the same fact, or of its
 * successor, in the current spec. A fact that no longer exists follows the fact before it in the order of paths.
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
    // The sort is stable: facts that share a place keep their order.
    return placed.sort((a, b) => a.place - b.place).map(({ fact }) => fact);
  };
}

// Sorts the attributes and content of a node before its children.
const nodeFirst = (path: string): string => path.replaceAll('@', '\u0001').replaceAll('/', '\u0002');
