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

test('on its own page answered questions are in a fold after those that are open, and go on in their numbers', () => {
  const [open = '', answered = ''] = shown(true).split('<details');
  assert.match(open, /Is it still\?/);
  assert.match(answered, /<summary>1 answered question<\/summary><ol class="questions" start="2">/);
  assert.match(answered, /Answered\.<\/b> Is it so\?\s*<p class="answer">It is\.</);
});

test('in the list of all questions, nothing is folded', () => {
  assert.doesNotMatch(shown(false), /<details/);
});
