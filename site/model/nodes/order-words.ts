import { type DefinedNode, isByLeg } from '../../../lib/corpus/model/defined-node.ts';
import type { ChildrenOrder, ChildrenOrders, Prose } from '../../../lib/schema/types.generated.ts';

/** What is known of the order of a node's children, for both legs or for each, as prose. */
export function orderWords({ children, order }: Pick<DefinedNode, 'children' | 'order'>): Prose | undefined {
  return order === undefined || children.length < 2 ? undefined : orderSentence(order);
}

function orderSentence(order: ChildrenOrders): Prose {
  if (isByLeg(order)) {
    const legs = [
      ...(order.sent === undefined ? [] : [`as sent: ${shortly(order.sent)}`]),
      ...(order.delivered === undefined ? [] : [`as delivered: ${shortly(order.delivered)}`]),
    ];
    return `Order of its children ${legs.join('; ')}.`;
  }
  switch (order) {
    case 'fixed':
      return 'The order of its children is fixed.';
    case 'any':
      return 'Its children can be in any order.';
    case 'unknown':
      return 'It is not known whether the order of its children matters.';
    default:
      return `Order of its children: ${shortly(order)}.`;
  }
}

function shortly(order: ChildrenOrder): string {
  switch (order) {
    case 'fixed':
      return 'fixed';
    case 'any':
      return 'any';
    case 'unknown':
      return 'not known';
    default:
      return order.map((tag) => `\`<${tag}>\``).join(', ');
  }
}
