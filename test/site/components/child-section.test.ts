import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { childSection } from '../../../site/components/child-section.ts';
import { factTable } from '../../../site/components/fact-table.ts';
import { sharedFacts } from '../../../site/components/shared-facts.ts';
import { html, markupOf } from '../../../site/html/html.ts';
import { stanzaPage } from '../../../site/model/definitions/stanza-page.ts';
import { textLinksOf } from '../../../site/model/text/text-links.ts';
import type { FactView } from '../../../site/model/views/fact-view.ts';
import { publicationOf } from '../corpus-of.ts';
import { LANGUAGE_FILES, withAnyTag } from '../language-files.ts';

const { publication, links } = publicationOf(LANGUAGE_FILES);
const textLinks = textLinksOf(publication, links);
const page = stanzaPage(publication, links, 'call-ring');
const markup = page.children.map((child) => markupOf(childSection(child, textLinks))).join('');
const envelope = markupOf(html`${sharedFacts(page.root.shared, 'Attributes', textLinks)}`);
/** What a reader sees, with one space between pieces. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ');

describe('childSection', () => {
  it('gives every fact of the page one element with its anchor, shared or not', () => {
    const ids = [...(envelope + markup).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
    const expected = [
      ...page.root.shared.rows.map(({ anchor }) => anchor),
      ...[
        'ring',
        'ring@count',
        'ring/one_of(media)',
        'ring/te',
        'ring/te@ip',
        'ring/te@extra',
        'ring/te@why',
      ],
      ...[
        'ring/net',
        'ring/large',
        'ring/large@a0',
        'ring/large/te',
        'ring/large/te/one_of(where)',
        'ring/*',
      ],
    ];
    for (const anchor of expected) assert.ok(ids.includes(anchor), anchor);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('says legs, constants, conditions, writers, builds, choices and shared nodes in words', () => {
    const words = wordsOf(envelope + markup);
    for (const one of [
      '2 facts from envelope : to, t',
      'Sent: required · Delivered: never',
      'Sent: required · Delivered: sometimes',
      'Sent: not known · Delivered: not known',
      'When it was sent. 1 dispute',
      'always 0',
      'Only if: incoming and ring/te is present',
      'Always if: ring/net is absent',
      'Known in: WhatsApp Web (Chrome) since 2.3000.1; WhatsApp until 2.25.9',
      'At most one of <net> , <large>',
      'Child order as sent: <te> , <net> ; as delivered: any.',
      'Shared node: te , without @host , one_of(where)',
      'Described here and not as a shared node: It has no address.',
      'required: Sent: never · Delivered: sometimes',
      'Tag: a value of reasons',
      'Has: a0 , a1 ,',
    ]) {
      assert.ok(words.includes(one), `${one} in ${words}`);
    }
  });

  it('says of a shared node for any tag that the child has its facts, not that it is the child', () => {
    const { publication: one, links: its } = publicationOf(withAnyTag(LANGUAGE_FILES));
    const [ring] = stanzaPage(one, its, 'call-ring').children;
    assert.ok(ring);
    const words = wordsOf(markupOf(childSection(ring, textLinksOf(one, its))));
    assert.match(words, /With the facts of: action /);
    assert.doesNotMatch(words, /[Ss]hared node:/);
  });

  it('links shared facts to their owners and members of choices to their places', () => {
    for (const href of [
      '/base/stanzas/envelope/#@t',
      '/base/nodes/te/#@why',
      '/base/nodes/large/#@a0',
      '/base/nodes/te/#@host',
      '/base/enums/reasons/',
      '#ring/large',
    ]) {
      assert.ok((envelope + markup).includes(` href="${href}"`), href);
    }
  });

  it('shows the evidence of a leg with its confidence and note', () => {
    const rows = stanzaPage(publication, links, 'envelope').root.rows;
    const words = wordsOf(markupOf(factTable(rows, 'Attributes', textLinks)));
    assert.match(words, /Delivered: always\. speculative The server adds it\. meow : a\.go#L2/);
    assert.match(words, /Last seen in WhatsApp Web 2\.3000\.7, 2026-02-03/);
    // That the server adds what no sender writes is said by the legs.
    assert.doesNotMatch(words, /Written by: server/);
    assert.match(words, /Written by: client/);
  });

  it('creates no element and no attribute from the text of a definition', () => {
    const evil = `"><img src=x onerror=alert(1)>`;
    const [ring, te] = page.children;
    assert.ok(ring !== undefined && te !== undefined);
    const tagsOf = (html: string): string[] => html.match(/<[a-z][^>]*>/g) ?? [];
    const known = new Set(tagsOf(markup));
    const hostile = {
      ...te,
      apart: evil,
      occurrenceWords: evil,
      choices: ring.choices.map((choice) => ({ ...choice, description: evil })),
      fact: {
        ...(ring.rows[0] as FactView),
        description: evil,
        when: evil,
        onlyIf: evil,
        writtenBy: evil,
        builds: [evil],
        value: evil,
      },
      shared: {
        rows: te.shared.rows.map((row) => ({ ...row, name: evil, description: evil, value: evil })),
        names: [],
      },
    };
    const tags = tagsOf(markupOf(childSection(hostile, textLinks)));
    assert.deepEqual(
      tags.filter((tag) => !known.has(tag) && /img|onerror/.test(tag)),
      [],
    );
  });
});
