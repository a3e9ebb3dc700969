import assert from 'node:assert/strict';
import { test } from 'node:test';
import { glossaryEntries } from '../../../../site/model/text/glossary-entries.ts';
import { FILES, publicationOf } from '../../corpus-of.ts';

const { publication, links } = publicationOf({
  ...FILES,
  'glossary.yaml': `{ terms: [
    { term: PN, definition: 'An address with a number; the other kind of PN is a LID.' },
    { term: LID, definition: An address without. },
    { term: dispute, definition: A name. }] }`,
  'guides/addresses.yaml': `id: addresses
title: Addresses
status: draft
summary: Which kinds there are.
sections:
  - { id: kinds, title: Kinds, text: 'A [number](glossary#PN), a [LID](glossary#LID), and [LID](glossary#LID).' }
`,
});

test('by the alphabet, each entry leads to the other terms in its definition, and to the guides that use it, once', () => {
  const guide = { text: 'Addresses', href: '/base/guides/addresses/' };
  assert.deepEqual(
    glossaryEntries(publication, links).map(({ term, terms, guides }) => [
      term,
      terms.map(({ href }) => href),
      guides,
    ]),
    [
      ['dispute', [], []],
      ['LID', [], [guide]],
      ['PN', ['/base/glossary/#term-lid'], [guide]],
    ],
  );
});
