import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../lib/capture/parse/parse.ts';
import { parseXml } from '../../lib/corpus/match/parse-xml.ts';
import type { DefinedNode } from '../../lib/corpus/model/defined-node.ts';
import { nodeObject } from '../../lib/export/examples/node-object.ts';
import { typedExample } from '../../lib/export/examples/typed-example.ts';
import { stanzaTypes } from '../../lib/export/formats/stanza-types.ts';
import { typescriptErrors } from '../helpers/export/typescript-errors.ts';
import { LIVE_CORPUS } from './live-spec.ts';

const rootOf = (xml: string) => {
  const parsed = parseXml(xml);
  if ('error' in parsed) throw new Error(parsed.error.reason);
  return parsed.root;
};

describe('every example of the spec that is not historical', () => {
  const shown = [...LIVE_CORPUS.definitions.stanza.values()].flatMap(({ id, data }) =>
    (data.examples ?? [])
      .filter(({ format, historical }) => format === 'xml' && historical !== true)
      .map(({ body, leg }) => ({ id, body, leg, root: rootOf(body) })),
  );

  it('is read from its node object as from its XML', () => {
    for (const { id, body, root } of shown) {
      const definition = LIVE_CORPUS.nodeOf.stanza.get(id) as DefinedNode;
      const fromJson = parse(nodeObject(root, definition, LIVE_CORPUS)).stanzas;
      const fromXml = parse(body).stanzas;
      assert.equal(fromJson.length, 1, body);
      assert.deepEqual(shapeOf(fromJson[0]?.root), shapeOf(fromXml[0]?.root), id);
    }
  });

  it('compiles with the published types', () => {
    const modules = shown.flatMap(({ id, root, leg }, i) => {
      const code = typedExample(root, id, leg, LIVE_CORPUS);
      return code === undefined ? [] : [code.replace('const stanza', `const stanza${i}`)];
    });
    // The others have a part that the spec does not describe.
    assert.ok(modules.length >= shown.length / 2, `${modules.length} of ${shown.length} examples`);
    const imports = [...new Set(modules.map((code) => code.split('\n')[0] ?? ''))];
    const bodies = modules.map((code) => code.split('\n').slice(1).join('\n'));
    const client = [...imports, ...bodies].join('\n').replaceAll('./types.js', './types.d.ts');
    assert.deepEqual(typescriptErrors(stanzaTypes(LIVE_CORPUS), client), []);
  });
});

interface Shown {
  readonly tag: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly children: readonly Shown[];
}

/** The names and values of a node; how it notes down bytes is each form's. */
const shapeOf = (node: Shown | undefined): unknown =>
  node && {
    tag: node.tag,
    attributes: node.attributes.map(({ name, value }) => [name, value]),
    children: node.children.map(shapeOf),
  };
