import type { ChildrenOrder, ChildrenOrders } from '../../schema/types.generated.ts';
import { isByLeg } from '../model/defined-node.ts';

/** The order of children as text: `fixed`, `enc, device-identity`, or one for each leg: `sent: any; delivered: fixed`. */
export function orderText(order: ChildrenOrders): string {
  if (!isByLeg(order)) return textOf(order);
  const legs = [
    ['sent', order.sent],
    ['delivered', order.delivered],
  ] as const;
  return legs.flatMap(([leg, one]) => (one === undefined ? [] : [`${leg}: ${textOf(one)}`])).join('; ');
}

const textOf = (order: ChildrenOrder): string => (typeof order === 'string' ? order : order.join(', '));
