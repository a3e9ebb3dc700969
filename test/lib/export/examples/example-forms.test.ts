import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseXml } from '../../../../lib/corpus/match/parse-xml.ts';
import type { DefinedNode } from '../../../../lib/corpus/model/defined-node.ts';
import { nodeObject } from '../../../../lib/export/examples/node-object.ts';
import { typedExample } from '../../../../lib/export/examples/typed-example.ts';
import { stanzaTypes } from '../../../../lib/export/formats/stanza-types.ts';
import { attribute, child, enumeration, stanza } from '../../../cases/texts.ts';
import { typescriptErrors } from '../../../helpers/export/typescript-errors.ts';
import { publicationOf } from '../../../site/corpus-of.ts';

const { publication } = publicationOf({
  'stanzas/call-x.yaml': stanza(`attributes:
  - ${attribute('n', 'int')}
  - ${attribute('on', 'bool')}
  - ${attribute('call-id', 'string', '', 'speculative')}
children:
  - ${child('a', '0..n', `attributes: [${attribute('v', 'string')}]`)}
  - ${child('key', '0..1', 'content: { type: bytes, confidence: probable, description: Bytes. }')}
  - ${child('blob', '0..1', 'content: { type: enum:blobs, confidence: probable, description: Bytes. }')}
  - ${child('text', '0..1', 'content: { type: string, confidence: probable, description: Text. }')}
`),
  'stanzas/call-y.yaml': stanza(`children:\n  - ${child("'*'", '0..n')}\n`, 'call-y'),
  'enums/blobs.yaml': enumeration(["'00ff'"], 'blobs'),
});

const { corpus } = publication;

const rootOf = (xml: string) => {
  const parsed = parseXml(xml);
  if ('error' in parsed) throw new Error(parsed.error.reason);
  return parsed.root;
};
const objectOf = (xml: string): string =>
  nodeObject(rootOf(xml), corpus.nodeOf.stanza.get('call-x') as DefinedNode, corpus);

describe('an example as a node object', () => {
  it('has tag, attrs and content, and bytes where the spec knows them', () => {
    assert.deepEqual(JSON.parse(objectOf('<call n="1"><a v="x"/><key>AP8=</key><text>AAAA</text></call>')), {
      tag: 'call',
      attrs: { n: '1' },
      content: [
        { tag: 'a', attrs: { v: 'x' } },
        { tag: 'key', attrs: {}, content: { type: 'Buffer', data: 'AP8=' } },
        { tag: 'text', attrs: {}, content: 'AAAA' },
      ],
    });
  });

  it('takes a text for bytes if the enum of its content lists them as hex', () => {
    const content = (xml: string): unknown => JSON.parse(objectOf(xml)).content[0].content;
    assert.deepEqual(content('<call><blob>00FF</blob></call>'), { type: 'Buffer', data: 'AP8=' });
    assert.equal(content('<call><blob>AAAA</blob></call>'), 'AAAA');
  });

  it('is one line where it fits, and otherwise breaks outside of what fits', () => {
    assert.equal(objectOf('<call n="1"/>'), '{ "tag": "call", "attrs": { "n": "1" } }');
    const lines = objectOf(`<call call-id="${'x'.repeat(70)}"><a v="1"/></call>`).split('\n');
    assert.ok(lines.includes('  "content": [{ "tag": "a", "attrs": { "v": "1" } }]'), lines.join('\n'));
  });
});

describe('an example as TypeScript', () => {
  const typed = (xml: string, id = 'call-x', leg?: 'sent'): string | undefined =>
    typedExample(rootOf(xml), id, leg, corpus);

  it('has the types of the values and lists of what may occur more than once', () => {
    const code =
      typed(`<call n="3" on="1" call-id="it's"><a/><key>000000</key><blob>AP8=</blob></call>`) ?? '';
    assert.match(
      code,
      /^import type \{ CallX \} from '.\/types.js';\n\nexport const stanza: CallX<'unknown'> = \{/,
    );
    assert.match(code, /n: 3, on: true, 'call-id': 'it\\'s'/);
    assert.match(code, /a: \[\{ tag: 'a', attributes: \{\} \}\]/);
    assert.match(code, /content: new Uint8Array\(3\)/);
    assert.match(code, /content: '00ff'/);
    const types = stanzaTypes(corpus);
    assert.deepEqual(typescriptErrors(types, code.replace('types.js', 'types.d.ts')), []);
    // The compiler looks at it.
    const wrong = code.replace('n: 3', "n: '3'").replace('types.js', 'types.d.ts');
    assert.equal(typescriptErrors(types, wrong).length, 1);
  });

  it('names the leg that it shows', () => {
    assert.match(typed('<call call-id="1"/>', 'call-x', 'sent') ?? '', /CallX<'speculative', 'sent'>/);
  });

  it('is none if a part has no type: an undescribed one, or one with any tag', () => {
    assert.equal(typed('<call><what/></call>'), undefined);
    assert.equal(typed('<call what="1"/>'), undefined);
    assert.equal(typed('<call><any/></call>', 'call-y'), undefined);
  });
});
