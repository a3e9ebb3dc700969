import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadBinaryDecoder } from '../../../../lib/capture/decode/load-binary-decoder.ts';
import { type ParseOptions, parse } from '../../../../lib/capture/parse/parse.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';

export const FIXTURES = new URL('./fixtures/', import.meta.url);
export const fixture = (name: string): string => readFileSync(new URL(name, FIXTURES), 'utf8');

export const decodeBinary = await loadBinaryDecoder();

/** The trees of an input that has no problems. */
export function trees(input: string | Uint8Array, options: ParseOptions = {}): CapturedNode[] {
  const { stanzas, problems } = parse(input, { decodeBinary, ...options });
  assert.deepEqual(problems, []);
  return stanzas.map(({ root }) => root);
}

/** The tree of an input that holds one stanza. */
export function one(input: string, options: ParseOptions = {}): CapturedNode {
  const [root, ...more] = trees(input, options);
  assert.ok(root !== undefined && more.length === 0, `${more.length} more`);
  return root;
}

/** The attributes of one node, as an object. */
export const attributesOf = ({ attributes }: CapturedNode): unknown =>
  Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
