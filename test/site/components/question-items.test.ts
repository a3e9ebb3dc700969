import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionItems } from '../../../site/components/question-items.ts';
import { markupOf } from '../../../site/html/html.ts';
import { stanzaPage } from '../../../site/model/definitions/stanza-page.ts';
import { textLinksOf } from '../../../site/model/text/text-links.ts';
import { minimalStanza } from '../../helpers/temp-spec.ts';
import { publicationOf } from '../corpus-of.ts';

const { publication, links } = publicationOf({
  'stanzas/call-x.yaml': minimalStanza(
    'call-x',
    `open_questions:
  - { id: old, question: Is it so?, status: resolved, answer: It is. }
  - { id: new, question: Is it still?, status: open }
`,
  ),
});
const { questions } = stanzaPage(publication, links, 'call-x');
const shown = (home: boolean): string =>
  markupOf(questionItems(questions, textLinksOf(publication, links), home));

test('on its own page the answer to a question is a fold that says to which, and an open one is open', () => {
  const markup = shown(true);
  assert.match(markup, /Answered\.<\/b> Is it so\?\s*<p class="answer">It is\.</);
  assert.doesNotMatch(markup, /<details[^>]*><summary>[^/]*Is it still/);
});

test('in the list of all questions, nothing is folded', () => {
  assert.doesNotMatch(shown(false), /<details/);
});
