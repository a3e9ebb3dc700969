import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** No flavor derives from itself, directly or through others. */
export const flavorsDescend: Rule = {
  name: 'flavors-descend',
  codes: ['flavor/circle'],
  check(corpus, report) {
    const flavors = corpus.definitions.flavor;
    const done = new Set<string>();
    for (const start of flavors.keys()) {
      // The path from the start: each flavor with the number of its upstreams that were followed. Not recursive: a
      // chain can be as long as there are flavors.
      const way = new Map<string, number>();
      const stack = done.has(start) ? [] : [start];
      for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
        const entry = flavors.get(id);
        const next = way.get(id) ?? 0;
        const upstream = entry?.data.derives_from?.[next];
        if (entry === undefined || upstream === undefined) {
          way.delete(id);
          done.add(id);
          stack.pop();
          continue;
        }
        way.set(id, next + 1);
        if (way.has(upstream)) {
          const circle = [...stack.slice(stack.indexOf(upstream)), upstream];
          report(findingAt(entry, ['derives_from', next], 'flavor/circle', { circle }));
        } else if (!done.has(upstream)) stack.push(upstream);
      }
    }
  },
};
