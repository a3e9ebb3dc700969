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
    return `Child order ${legs.join('; ')}.`;
  }
  switch (order) {
    case 'fixed':
      return 'Child order is fixed.';
    case 'any':
      return 'Children can be in any order.';
    case 'unknown':
      return 'Whether child order matters is not known.';
    default:
      return `Child order: ${shortly(order)}.`;
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
