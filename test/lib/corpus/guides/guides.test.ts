import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walkOf } from '../../../../lib/corpus/guides/walk-of.ts';
import { guideMarkdown } from '../../../../lib/export/guides/guide-markdown.ts';
import { addressesOf } from '../../../../lib/export/json/addresses.ts';
import type { GuideWalk } from '../../../../lib/schema/types.generated.ts';
import { guideTable } from '../../../../site/components/guide-table.ts';
import { guideWalk } from '../../../../site/components/guide-walk.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { guidePage } from '../../../../site/model/guides/guide-page.ts';
import { walkView } from '../../../../site/model/guides/walk-view.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { publicationOf } from '../../../site/corpus-of.ts';

const example = (title: string, leg: string, body: string): string =>
  `  - { title: ${title}, format: xml, leg: ${leg}, body: '${body}' }\n`;

const { publication, links } = publicationOf({
  'spec.yaml': "title: A spec\nversion: '1.0.0'\n",
  'stanzas/ring.yaml': minimalStanza(
    'ring',
    `attributes:
  - { name: id, type: string, sent: required, delivered: never, confidence: unknown, description: Its <b>name</b>. }
examples:
${example('Mine', 'sent', '<ping id="1" kind="voice"/>')}${example('A video', 'sent', '<ping kind="video"/>')}${example('Theirs', 'delivered', '<ping from="a"/>')}`,
  ),
  'stanzas/pong.yaml': minimalStanza('pong'),
  'flows/a-call.yaml': `id: a-call
title: A call
status: draft
spec_version: '1.0.0'
summary: It rings.
participants: [{ id: a, label: Ann }, { id: b, label: Bob }, { id: c, label: Cid }]
steps:
  - { id: ring, from: a, to: b, label: ring, confidence: probable, stanza: ring }
  - { id: video, from: a, to: b, label: video, confidence: unknown, stanza: ring, with: "@kind = 'video'" }
  - { id: other, from: a, to: c, label: other, confidence: unknown, stanza: ring }
  - { id: pong, from: b, to: a, label: pong, confidence: unknown, stanza: pong, answers: ring }
  - { id: late, from: b, to: a, label: late, confidence: unknown, stanza: pong, optional: true }
  - { id: talk, from: a, to: b, label: talk, confidence: unknown, stanza: ring, optional: true,
      disputes: [{ claim: Only <i>Ann</i> does., flavors: [meow] }, { claim: It was so., status: resolved, resolution: No. }] }
`,
  'flows/rules.yaml': `id: rules
title: Rules
status: draft
spec_version: '1.0.0'
summary: Rings get a pong.
rules: true
participants: [{ id: server, label: Server }, { id: client, label: Client }]
steps:
  - { id: ring, from: server, to: client, label: ring, confidence: unknown, stanza: ring }
  - { id: ack, from: client, to: server, label: a pong, confidence: unknown, stanza: pong, answers: ring, echoes: [{ attribute: id }], optional: true, disputes: [{ claim: Nobody does. }] }
  - { id: own, from: client, to: server, label: own ring, confidence: unknown, stanza: ring }
  - { id: back, from: server, to: client, label: a pong comes back, confidence: unknown, stanza: pong, answers: own }
`,
  'glossary.yaml': 'terms: [{ term: LID, definition: An address. }]\n',
  'guides/a-guide.yaml': `id: a-guide
title: A guide
status: draft
summary: How to ring.
sections:
  - id: words
    title: Words
    text: 'A <b>ring</b> has [an id](ring:@id), an [address](glossary#LID) and [a flow](flows/a-call); [nothing](nowhere).'
    table: { facts: ['ring:@id'] }
  - { id: steps, title: Steps, walk: { flow: a-call, as: b } }
`,
});
const { corpus } = publication;
const page = guidePage(publication, links, 'a-guide');

test('a walk has the steps of its participant, each with an example as that one sees it', () => {
  const { steps, left } = walkOf(corpus, { flow: 'a-call', as: 'b' });
  assert.deepEqual(
    steps.map(({ step, way, example: one }) => [step.id, way, one?.example.title]),
    [
      ['ring', 'receive', 'Theirs'],
      ['video', 'receive', undefined],
      ['pong', 'send', undefined],
    ],
  );
  assert.deepEqual(
    left.map(({ step }) => step.id),
    ['late', 'talk'],
  );
  const sent = walkOf(corpus, { flow: 'a-call', as: 'a', steps: ['video', 'ring'] });
  assert.deepEqual(
    sent.steps.map(({ step, example: one }) => [step.id, one?.example.title]),
    [
      ['ring', 'Mine'],
      ['video', 'A video'],
    ],
  );
  assert.deepEqual(walkOf(corpus, { flow: 'no-call', as: 'a' }), { steps: [], left: [] });
});

test('with addresses, a walk takes examples of these alone', () => {
  const titles = (addresses: string[]) =>
    walkOf(corpus, { flow: 'a-call', as: 'b', addresses }).steps.map(
      ({ example: one }) => one?.example.title,
    );
  assert.deepEqual(titles(['b', 'a']), ['Theirs', undefined, undefined]);
  assert.deepEqual(titles(['b']), [undefined, undefined, undefined]);
});

test('what comes back as a step of the walk is not said twice, with another time', () => {
  const flow = { flow: 'a-call', as: 'a' };
  const replies = (walk: GuideWalk) => walkOf(corpus, walk).steps.map(({ answers }) => answers.length);
  assert.deepEqual(replies({ ...flow, steps: ['ring', 'pong'] }), [0, 0]);
  assert.deepEqual(replies({ ...flow, steps: ['ring'] }), [1]);
});

test('what is received says what to answer, and what is sent does not', () => {
  const { steps } = walkOf(corpus, { flow: 'a-call', as: 'b' });
  assert.deepEqual(
    steps.map(({ answers }) => answers.map(({ answer }) => answer.fact.path)),
    [['flow/rules#ack'], ['flow/rules#ack'], []],
  );
});

test('links of a guide lead to facts, terms and pages, and to nothing else', () => {
  assert.deepEqual(
    ['ring:@id', 'flow/a-call#pong', 'glossary#LID', 'flows/a-call', 'nowhere', 'glossary#PN'].map(
      page.pageOf,
    ),
    [
      '/base/stanzas/ring/#@id',
      '/base/flows/a-call/#pong',
      '/base/glossary/#term-lid',
      '/base/flows/a-call/',
      undefined,
      undefined,
    ],
  );
});

test('the page shows a fact of each leg, and each step with its time and its answer', () => {
  const textLinks = textLinksOf(publication, links);
  const [words, steps] = page.sections;
  const table = markupOf(guideTable(words?.rows ?? [], 'Words', textLinks));
  assert.match(
    table,
    /<code>ring:@id<\/code><\/a><\/th><td data-label="You send it">always<\/td><td data-label="You receive it">never/,
  );
  assert.match(table, /Its &lt;b&gt;name/);
  assert.ok(steps?.walk !== undefined);
  const walk = markupOf(guideWalk(steps.walk, [], textLinks));
  assert.match(walk, /Receive from Ann: <a href="\/base\/flows\/a-call\/#ring">ring<\/a>/);
  assert.match(
    walk,
    /Answer with:<\/b> <a href="\/base\/flows\/rules\/#ack">a pong<\/a> \(repeats <code>id<\/code>\), time not known, not in every log, disputed\./,
  );
  assert.match(walk, /Answers <a href="#a-call\.ring">step 1<\/a>, time not known/);
  assert.match(
    walk,
    /Left out here.* you may send: <a href="[^"]*#late">late<\/a>; you may receive: [^;]*>talk</,
  );
});

test('the Markdown has the text, the table and the walk, and no HTML of the data', () => {
  const entry = corpus.definitions.guide.get('a-guide');
  assert.ok(entry !== undefined);
  const text = guideMarkdown(entry, { corpus, addresses: addressesOf(publication) });
  assert.doesNotMatch(text, /<b>/);
  assert.match(text, /\[an id\]\(.*stanzas\/ring\/#@id/);
  assert.match(text, /\| always \| never \|/);
  assert.match(text, /### 1\. Receive from Ann: ring[\s\S]*<ping from="a"\/>[\s\S]*Answer with: \[a pong\]/);
  assert.match(text, /\(repeats `id`\), time not known, not in every log, disputed/);
  assert.match(text, /- You may send: \[late\]\([^\n]*\)\n- You may receive: \[talk\]/);
});

test('a step that is shown says that logs may lack it, and what contradicts it', () => {
  const walk = { flow: 'a-call', as: 'b', steps: ['ring', 'talk'] };
  const textLinks = textLinksOf(publication, links);
  const [ring, talk] = markupOf(guideWalk(walkView(walk, corpus, links), [], textLinks))
    .split('<li id=')
    .slice(1);
  assert.doesNotMatch(ring ?? '', /<b>Optional|Disputed/);
  assert.match(
    talk ?? '',
    /<b>Not in every log\.<\/b>[\s\S]*<b>Disputed:<\/b> Only &lt;i&gt;Ann&lt;\/i&gt; does\. \([^)]*meow/,
  );
  assert.doesNotMatch(talk ?? '', /It was so/);
});
