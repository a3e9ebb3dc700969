import { postOrder } from '../corpus/post-order.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** No flavor derives from itself, directly or through others. */
export const flavorsDescend: Rule = {
  name: 'flavors-descend',
  codes: ['flavor/circle'],
  check({ definitions: { flavor: flavors } }, report) {
    const { circles } = postOrder(flavors.keys(), (id) => flavors.get(id)?.data.derives_from ?? []);
    for (const { from, index, circle } of circles) {
      const entry = flavors.get(from);
      if (entry !== undefined) {
        report(findingAt(entry, ['derives_from', index], 'flavor/circle', { circle }));
      }
    }
  },
};
