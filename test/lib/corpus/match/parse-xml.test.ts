import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_XML_DEPTH, parseXml, type XmlNode } from '../../../../lib/corpus/match/parse-xml.ts';
import fc from '../../../helpers/fast-check.ts';

function rootOf(text: string): XmlNode {
  const parsed = parseXml(text);
  assert.ok('root' in parsed, JSON.stringify(parsed));
  return parsed.root;
}

const TEXT = `<!-- first -->
<call from="A@b" id = '1&amp;2'>
  before <!-- <no/> --><offer
    x:y="<>"/>
  <a></a>after &#x41;<![CDATA[<b>]]>
</call>
`;

describe('parseXml', () => {
  it('gives tags, attributes, children and text', () => {
    const text = TEXT.replace('"<>"', '"&lt;>"');
    const root = rootOf(text);
    assert.equal(root.tag, 'call');
    assert.deepEqual(
      root.attributes.map(({ name, value }) => [name, value]),
      [
        ['from', 'A@b'],
        ['id', '1&2'],
      ],
    );
    assert.deepEqual(
      root.children.map(({ tag, attributes }) => [tag, attributes.map(({ value }) => value)]),
      [
        ['offer', ['<>']],
        ['a', []],
      ],
    );
    assert.match(root.text, /^\s*before\s+after A<b>\s*$/);
  });

  it('knows where every name stands', () => {
    const text = `<a  b = "a" bb='b'\n\tbbb="bb"><a a="a"/><a></a><ab></ab>\r\n<a\r\n  b="😀" c="1"\r\n/></a >`;
    const check = (node: XmlNode): number => {
      assert.equal(text.slice(node.start, node.end), node.tag);
      assert.equal(text[node.start - 1], '<');
      for (const { name, start, end } of node.attributes) {
        assert.equal(text.slice(start, end), name);
        assert.match(text.slice(start - 1, start), /\s/);
        assert.match(text.slice(end), /^\s*=/);
      }
      if (node.closeStart !== undefined) {
        assert.equal(text.slice(node.closeStart - 2, node.closeStart + node.tag.length), `</${node.tag}`);
      }
      return 1 + node.children.map(check).reduce((a, b) => a + b, 0);
    };
    const root = rootOf(text);
    assert.equal(check(root), 5);
    assert.deepEqual(
      root.children.map(({ closeStart }) => closeStart !== undefined),
      [false, true, true, false],
    );
    assert.equal(new Set(root.attributes.map(({ start }) => start)).size, 3);
  });

  const ERRORS: readonly [text: string, offset: number, reason: RegExp][] = [
    ['', 0, /no element/],
    ['  <!-- a -->', 0, /no element/],
    ['text', 0, /outside/],
    ['<a/>text', 4, /outside/],
    ['<a/><b/>', 5, /second outermost/],
    ['<a>', 1, /<a> is not closed/],
    ['<a><b></b>', 1, /<a> is not closed/],
    ['<a>\n<b>\n</a>', 8, /<\/a> is used where <\/b> is expected/],
    ['<a/></b>', 4, /<\/b> closes nothing: no element is open/],
    ['<a b="1" b="2"/>', 9, /the tag has the attribute b twice/],
    ['<a b="1" c="2" c="" b=""/>', 15, /the tag has the attribute c twice/],
    ['<a b=1/>', 5, /unquoted/],
    ['<a b/>', 4, /attribute/],
    ['<a>&lt;&lt</a>', 7, /single &/],
    ['<a b="<"/>', 6, /disallowed/],
    ['<a>&nbsp;</a>', 3, /entity/],
    ['<a>&</a>', 3, /single &/],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 0, /document type/],
    ['<a><?php x ?></a>', 3, /processing instruction/],
    ['<!-- open', 0, /no element/],
    ['<a>x<!-- open', 1, /is not closed/],
    ['<!-- a --> b <a/>', 11, /outside/],
    ['<a/><!-- b -->\n c', 16, /outside/],
    ['<a>1 & 2; 3</a>', 5, /entity/],
    ['<1/>', 1, /tag name/],
    ['<a>\u0000</a>', 3, /disallowed/],
  ];
  for (const [text, offset, reason] of ERRORS) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      const parsed = parseXml(text);
      assert.ok('error' in parsed);
      assert.match(parsed.error.reason, reason);
      assert.doesNotMatch(parsed.error.reason, /\.$|^\d+:/);
      assert.equal(parsed.error.offset, offset, parsed.error.reason);
    });
  }

  it('is nested up to its limit and no deeper', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    rootOf(nested(MAX_XML_DEPTH));
    const parsed = parseXml(nested(MAX_XML_DEPTH + 1));
    assert.ok('error' in parsed);
    assert.equal(parsed.error.offset, MAX_XML_DEPTH * 3 + 1);
    assert.ok('error' in parseXml('<a>'.repeat(100_000)));
  });

  it('never throws, and its offsets are inside the text', () => {
    const piece = fc.constantFrom(
      '<a',
      '<b ',
      '>',
      '/>',
      '</a>',
      ' x="1"',
      "='",
      '&',
      '&lt;',
      '<!--',
      '-->',
      '\r\n',
      '😀',
      'x',
      '<![CDATA[',
      ']]>',
      '<?',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const parsed = parseXml(text);
          if ('error' in parsed) {
            assert.ok(parsed.error.offset >= 0 && parsed.error.offset <= text.length);
          } else assert.equal(text.slice(parsed.root.start, parsed.root.end), parsed.root.tag);
        },
      ),
      { numRuns: 500 },
    );
  });
});
