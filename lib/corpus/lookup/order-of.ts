import { isPageKind, KINDS, type Kind } from '../../schema/kinds.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import { partCategories } from '../parts/part-categories.ts';
import { stanzaGroups } from './stanza-groups.ts';

/** The ids of a kind in the order in which the site lists them, and the place of each. */
export interface Order {
  readonly ids: readonly string[];
  readonly at: ReadonlyMap<string, number>;
}

const orders = memoizeBy((_: Corpus) => new Map<Kind, Order>());

/** The order of the definitions of a kind. */
export function orderOf(corpus: Corpus, kind: Kind): Order {
  const known = orders(corpus);
  let order = known.get(kind);
  if (order === undefined) {
    const ids = idsOf(corpus, kind);
    order = { ids, at: new Map(ids.map((id, i) => [id, i])) };
    known.set(kind, order);
  }
  return order;
}

function idsOf(corpus: Corpus, kind: Kind): readonly string[] {
  const order = isPageKind(kind) ? KINDS[kind].order : undefined;
  switch (order) {
    case 'categories':
      return partCategories(corpus).flatMap(({ parts }) => parts.map(({ id }) => id));
    case 'phases':
      return stanzaGroups(corpus).flatMap(({ entries }) => entries.map(({ id }) => id));
    case undefined:
      return [...corpus.definitions[kind].keys()];
    default:
      return order satisfies never;
  }
}
