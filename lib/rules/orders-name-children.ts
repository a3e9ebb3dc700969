import { isByLeg } from '../corpus/model/defined-node.ts';
import type { ChildrenOrder } from '../schema/types.generated.ts';
import type { Pointer } from '../source/mark.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import { nodesOf } from './parts/nodes-of.ts';
import type { Rule } from './parts/rule.ts';

/** An order of children names children that the node has. */
export const ordersNameChildren: Rule = {
  name: 'orders-name-children',
  codes: ['order/unknown-child'],
  check(corpus, report) {
    for (const { entry, node, pointer, whole } of nodesOf(corpus)) {
      if (whole === undefined) continue;
      const known = whole.children.map(({ fact }) => fact.name);
      const check = (order: ChildrenOrder | undefined, at: Pointer): void => {
        if (typeof order !== 'object') return;
        for (const [i, tag] of order.entries()) {
          if (known.includes(tag)) continue;
          const args = { tag: clip(tag, 60), known, suggestion: suggest(tag, known) };
          report(findingAt(entry, [...at, i], 'order/unknown-child', args));
        }
      };
      const { children_order: order } = node;
      const at = [...pointer, 'children_order'];
      if (!isByLeg(order)) check(order, at);
      else for (const leg of ['sent', 'delivered'] as const) check(order[leg], [...at, leg]);
    }
  },
};
