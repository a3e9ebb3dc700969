import { findingAt } from './parts/finding-at.ts';
import { nodesOf } from './parts/nodes-of.ts';
import { repeated } from './parts/repeated.ts';
import type { Rule } from './parts/rule.ts';

/** No node has two attributes with the same name. */
export const attributesUnique: Rule = {
  name: 'attributes-unique',
  codes: ['node/duplicate-attribute'],
  check(corpus, report) {
    for (const { entry, node, pointer } of nodesOf(corpus)) {
      for (const { name, index, first } of repeated(node.attributes ?? [], (one) => one.name)) {
        const { line } = entry.source.place([...pointer, 'attributes', first, 'name']);
        const at = [...pointer, 'attributes', index, 'name'];
        report(findingAt(entry, at, 'node/duplicate-attribute', { name, line }));
      }
    }
  },
};
