import { findingAt } from './parts/finding-at.ts';
import { nodesOf } from './parts/nodes-of.ts';
import { repeated } from './parts/repeated.ts';
import type { Rule } from './parts/rule.ts';

/** No node defines a child twice. */
export const childrenUnique: Rule = {
  name: 'children-unique',
  codes: ['node/duplicate-child'],
  check(corpus, report) {
    for (const { entry, node, pointer } of nodesOf(corpus)) {
      for (const { name: tag, index, first } of repeated(node.children ?? [], (one) => one.tag)) {
        const { line } = entry.source.place([...pointer, 'children', first, 'tag']);
        const at = [...pointer, 'children', index, 'tag'];
        report(findingAt(entry, at, 'node/duplicate-child', { tag, line }));
      }
    }
  },
};
