import { splitPath } from '../../../lib/corpus/facts/split-path.ts';
import { anchorBelow } from '../../../lib/corpus/model/defined-node.ts';
import type { Bundle, BundleFact } from '../../../lib/diff/bundle/bundle.ts';
import type { ReleasedDefinition } from '../../../lib/diff/retired/released-definitions.ts';

/** A fact of a shared node or an envelope at a place of a definition in a release. */
export interface SharedInRelease {
  /** Its anchor at the place. */
  readonly anchor: string;
  /** The definition that holds it, as in paths, and its anchor there. */
  readonly ownerKind: 'stanza' | 'node';
  readonly owner: string;
  readonly home: string;
}

/** More than this would be no page. */
const MOST = 500;

/**
 * What definitions of a release take from shared nodes and from their envelopes, by the anchor of the child that uses
 * the node; under '' what applies to the outermost node. What a place says itself is not among it.
 */
export function sharedInRelease(
  bundle: Bundle,
): (one: ReleasedDefinition) => ReadonlyMap<string, readonly SharedInRelease[]> {
  const factsOf = Map.groupBy(bundle.facts, ({ path }) => ownerOf(path));
  const stanzas = new Map(
    bundle.definitions.filter(({ kind }) => kind === 'stanza').map(({ id, data }) => [id, data]),
  );
  return ({ kind, definition: { data }, facts }) => {
    if (kind !== 'stanza' && kind !== 'node') return new Map();
    const taken = new Set(facts.map(({ path }) => splitPath(path)?.anchor ?? ''));
    const places = new Map<string, SharedInRelease[]>();
    const add = (at: string, some: Iterable<SharedInRelease>): void => {
      for (const one of some) {
        if (taken.has(one.anchor) || taken.size > MOST) continue;
        taken.add(one.anchor);
        places.set(at, [...(places.get(at) ?? []), one]);
      }
    };
    for (const { path, use, without } of facts) {
      const anchor = splitPath(path)?.anchor ?? '';
      if (use !== undefined) add(anchor, below(use, anchor, without ?? [], new Set()));
    }
    if (typeof data['use'] === 'string') add('', below(data['use'], '', [], new Set()));
    const envelope = data['envelope'];
    if (typeof envelope === 'string') {
      const around = stanzas.get(envelope)?.['use'];
      const outer = [
        ...placed(factsOf.get(`${envelope}`) ?? [], ''),
        ...(typeof around === 'string' ? below(around, '', [], new Set()) : []),
      ];
      add(
        '',
        outer.filter(({ anchor }) => anchor.startsWith('@')),
      );
    }
    return places;
  };

  function below(
    id: string,
    at: string,
    without: readonly string[],
    above: ReadonlySet<string>,
  ): SharedInRelease[] {
    if (above.has(id)) return [];
    const facts = (factsOf.get(`node/${id}`) ?? []).filter(({ path }) => !isIn(without, path));
    const inside = facts.flatMap(({ path, use, without: lacks = [] }) =>
      use === undefined
        ? []
        : below(use, anchorBelow(at, splitPath(path)?.anchor ?? ''), lacks, new Set([...above, id])),
    );
    return [...placed(facts, at), ...inside];
  }
}

const ownerOf = (path: string): string => splitPath(path)?.definition ?? '';

const isIn = (without: readonly string[], path: string): boolean => {
  const anchor = splitPath(path)?.anchor ?? '';
  return without.some(
    (one) => anchor === one || anchor.startsWith(`${one}/`) || anchor.startsWith(`${one}@`),
  );
};

const placed = (facts: readonly BundleFact[], at: string): SharedInRelease[] =>
  facts.flatMap(({ path }) => {
    const from = splitPath(path);
    if (from === undefined || (from.ownerKind !== 'stanza' && from.ownerKind !== 'node')) return [];
    const { ownerKind, owner, anchor: home } = from;
    return [{ anchor: anchorBelow(at, home), ownerKind, owner, home }];
  });
