import assert from 'node:assert/strict';
import { test } from 'node:test';
import { observedValues } from '../../../site/components/observed-values.ts';
import { html, markupOf } from '../../../site/html/html.ts';
import { stanzaPage } from '../../../site/model/definitions/stanza-page.ts';
import { minimalStanza } from '../../helpers/temp-spec.ts';
import { publicationOf } from '../corpus-of.ts';

const value = (name: string, more = ''): string =>
  `{ value: ${name}, confidence: unknown, description: One.${more} }`;

test('a value that is named and refuted says so, and no other does', () => {
  const { publication, links } = publicationOf({
    'enums/reasons.yaml': `id: reasons
title: Reasons
status: draft
summary: Why.
values: [${value('gone', ', disputes: [{ claim: Nobody does., refutes: true }]')}, ${value('done')}]
`,
    'stanzas/call-a.yaml': minimalStanza(
      'call-a',
      "attributes: [{ name: why, type: 'enum:reasons', required: true, confidence: unknown, description: Why., observed_values: [gone, done] }]\n",
    ),
  });
  const [fact] = stanzaPage(publication, links, 'call-a').root.rows;
  assert.ok(fact !== undefined);
  const text = markupOf(html`${observedValues(fact)}`);
  assert.match(text, /<code>gone<\/code><\/a> <small class="refuted">refuted<\/small>/);
  assert.equal(text.match(/refuted<\/small>/g)?.length, 1);
});
