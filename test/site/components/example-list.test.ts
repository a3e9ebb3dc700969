import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Example } from '../../../lib/schema/types.generated.ts';
import { type ExampleListOptions, exampleList } from '../../../site/components/example-list.ts';
import { markupOf } from '../../../site/html/html.ts';
import { exampleViews } from '../../../site/model/examples/example-view.ts';
import { textLinksOf } from '../../../site/model/text/text-links.ts';
import { attribute, stanza } from '../../cases/texts.ts';
import { publicationOf } from '../corpus-of.ts';

const { publication, links } = publicationOf({
  'stanzas/call-x.yaml': stanza(`attributes:
  - ${attribute('to', 'string', 'delivered: never')}
  - ${attribute('from', 'string', 'sent: never')}
  - ${attribute('old', 'string', 'disputes: [{ claim: Nobody has it., refutes: true, sources: ["#1"] }]')}
`),
});
const textLinks = textLinksOf(publication, links);

/** The markup of a stanza's examples, each with its body as a line without colors. */
function shown(examples: readonly Partial<Example>[], options?: ExampleListOptions): string {
  const entry = publication.corpus.definitions.stanza.get('call-x');
  assert.ok(entry);
  const all = examples.map(
    (one, i) => ({ title: `Nr. ${i + 1}`, format: 'xml', body: '<call/>', ...one }) as Example,
  );
  const views = exampleViews({ ...entry.data, examples: all }, publication.corpus, links);
  const withLines = views.map((one) => ({
    ...one,
    lines: [[{ text: one.body, role: 'plain' as const }]],
  }));
  return markupOf(exampleList(withLines, textLinks, options));
}

const SENT = { leg: 'sent', body: '<call to="a"/>' } as const;
const DELIVERED = { leg: 'delivered', body: '<call from="b"/>' } as const;

describe('the examples of a page', () => {
  it('are by leg: what a client sends first, then what the server delivers', () => {
    const markup = shown([DELIVERED, SENT]);
    assert.deepEqual(
      [...markup.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, text]) => text),
      ['As your client sends it: <span>Nr. 2</span>', 'As the server delivers it: <span>Nr. 1</span>'],
    );
    // An address that was published leads to the same example, wherever it is shown.
    assert.match(markup, /id="~example-2"><h3>[^:]*: <span>Nr. 2/);
  });

  it('have no headings of legs if none says its leg', () => {
    assert.deepEqual(
      [...shown([{}, {}]).matchAll(/<h\d>(.*?)<\/h\d>/g)].map(([, text]) => text),
      ['Nr. 1'],
    );
  });

  it('are one, and folds that say what is in them: the other leg is one of them', () => {
    const markup = shown([SENT, SENT, DELIVERED, DELIVERED]);
    assert.deepEqual(
      [...markup.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, text]) => text),
      ['Nr. 2', '<h3>As the server delivers it: <span>Nr. 3</span></h3>', 'Nr. 4'],
    );
    assert.match(markup, /<details class="leg">.*Nr\. 4.*<\/details>$/s);
    assert.doesNotMatch(shown([SENT, DELIVERED], { unfolded: true }), /<summary>/);
  });

  it('that nobody should copy come last, folded, with what is wrong and without other forms', () => {
    const markup = shown([{ historical: true, body: '<call to="a" from="b" old="1"/>' }, SENT]);
    const [fold] = /<details.*<\/details>/.exec(markup) ?? [''];
    assert.ok(markup.endsWith(fold) && fold !== '');
    assert.match(fold, /Not what clients send:<\/span> Nr. 1/);
    assert.match(fold, /@from"><code>from<\/code><\/a> is never sent; .*is refuted\./);
    assert.match(fold, /is never delivered; /);
    assert.doesNotMatch(fold, /TypeScript/);
  });

  it('have a radio button for each form, the XML chosen, and the name of the example in its legend', () => {
    const markup = shown([{ ...SENT, title: 'A <b> & more' }]);
    assert.deepEqual(
      [
        ...markup.matchAll(
          /<input type="radio" name="~example-1-form" value="(\w+)"( checked)?>(.*?)<\/label>/g,
        ),
      ].map(([, value, checked, name]) => [value, checked !== undefined, name]),
      [
        ['xml', true, 'XML'],
        ['node', false, 'Node object'],
        ['typescript', false, 'TypeScript'],
      ],
    );
    assert.match(markup, /<legend class="vh">Form of: A &lt;b&gt; &amp; more/);
    assert.match(markup, /&quot;tag&quot;: &quot;call&quot;/);
    assert.match(markup, /CallX&lt;&#39;unknown&#39;, &#39;sent&#39;&gt;/);
  });

  it('leave their other forms on another page if this one has no room, with a link for readers without a script', () => {
    const markup = shown([SENT], { formsAt: '/x/examples/' });
    assert.match(
      markup,
      /<noscript><a href="\/x\/examples\/">As node objects and TypeScript<\/a><\/noscript>/,
    );
    assert.match(markup, /<fieldset class="js">.*value="typescript"/s);
    assert.doesNotMatch(markup, /class="node"|CallX/);
  });
});
