import assert from 'node:assert/strict';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { node, SPEC, stanzaOf, valuesOf } from '../nodes.ts';

/** Nodes, sanitized together; none may be refused. */
export const sanitized = (...roots: CapturedNode[]): CapturedNode[] => {
  const { stanzas, refused } = sanitize(
    roots.map((root) => stanzaOf(root)),
    SPEC,
  );
  assert.deepEqual(refused, []);
  return stanzas.map(({ root }) => root);
};

/** The values of one attribute, sanitized. */
export const values = (name: string, ...raw: string[]): string[] =>
  valuesOf(
    node('x', {}, sanitized(...raw.map((value) => node('call', { [name]: value }, [node('terminate')])))),
  );
