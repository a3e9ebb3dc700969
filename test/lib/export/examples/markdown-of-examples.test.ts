import assert from 'node:assert/strict';
import { test } from 'node:test';
import { twinsOf } from '../../../../lib/export/twins/twins-of.ts';
import { attribute, stanza } from '../../../cases/texts.ts';
import { publicationOf } from '../../../site/corpus-of.ts';

test('the Markdown of a stanza says of each example whose form it is, what is sent first, and what is wrong', () => {
  const { publication } = publicationOf({
    'stanzas/call-x.yaml': stanza(`attributes:
  - ${attribute('to', 'string', 'delivered: never')}
  - ${attribute('from', 'string', 'sent: never')}
examples:
  - { title: Old, format: xml, historical: true, body: '<call to="a" from="b"/>' }
  - { title: Got, format: xml, leg: delivered, body: '<call from="b"/>' }
  - { title: Made, format: xml, leg: sent, body: '<call to="a"/>' }
`),
  });
  const twins = [...twinsOf(publication, new Map(), () => false)];
  const text = twins.find(({ path }) => path === 'stanzas/call-x.md')?.text ?? '';
  const headings = [...text.matchAll(/^##+ (.*)$/gm)].map(([, heading]) => heading);
  assert.deepEqual(headings.slice(0, 5), [
    'Examples',
    'As your client sends it: Made',
    'As the server delivers it: Got',
    'Not what clients send: Old',
    'Attributes',
  ]);
  assert.match(text, /Kept for the record\. `to` is never delivered; `from` is never sent\./);
});
