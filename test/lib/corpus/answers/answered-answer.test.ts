import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo } from '../../../../lib/corpus/answers/answers-to.ts';
import { answersMarkdown } from '../../../../lib/export/answers/answers-markdown.ts';
import { answersSection } from '../../../../site/components/answers-section.ts';
import { html, markupOf } from '../../../../site/html/html.ts';
import { answersView } from '../../../../site/model/answers/answers-view.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { publicationOf } from '../../../site/corpus-of.ts';

test('what a client sends back for an answer that it gets is named with it', () => {
  const { publication, links } = publicationOf({
    'spec.yaml': "title: A spec\nversion: '1.0.0'\n",
    'stanzas/ring.yaml': minimalStanza('ring'),
    'stanzas/pong.yaml': minimalStanza('pong'),
    'stanzas/take.yaml': minimalStanza('take'),
    'flows/rules.yaml': `id: rules
title: The rules
status: draft
spec_version: '1.0.0'
summary: One answers another.
participants: [{ id: server, label: Server }, { id: client, label: Client }]
rules: true
steps:
  - { id: mine, from: client, to: server, label: mine, confidence: unknown, stanza: ring }
  - { id: back, from: server, to: client, label: back, confidence: unknown, stanza: pong, answers: mine }
  - { id: thanks, from: client, to: server, label: thanks, confidence: unknown, stanza: take, answers: back }
`,
  });
  const next = (id: string) => answersTo(publication.corpus, id).answers.map((one) => one.next?.fact.path);
  assert.deepEqual([next('ring'), next('pong')], [['flow/rules#thanks'], [undefined]]);
  const view = answersView(publication.corpus, links, 'ring');
  assert.ok(view !== undefined);
  assert.match(
    markupOf(html`${answersSection(view, textLinksOf(publication, links))}`),
    /, and send <a href="[^"]*#thanks">thanks<\/a> for it/,
  );
  const addresses = { fact: () => '', step: (_: string, { id = '' }) => `/#${id}` };
  assert.match(
    answersMarkdown(publication.corpus, 'ring', addresses).join('\n'),
    /, and send \[thanks\]\(<?\/#thanks>?\) for it/,
  );
});
