import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportContext } from '../../../../lib/export/json/export-context.ts';
import { markdownOfFlow } from '../../../../lib/export/markdown/markdown-of-flow.ts';
import { ruleTable } from '../../../../site/components/rule-table.ts';
import { sequenceDiagram } from '../../../../site/components/sequence-diagram.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { flowPage } from '../../../../site/model/definitions/flow-page.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { FILES, publicationOf } from '../../corpus-of.ts';

const many = Array.from({ length: 7 }, (_, i) => `call-${i}`).join(', ');
const STEPS = `
  - { id: end, from: a, to: b, label: end, confidence: unknown, one_of: [call-end, call-none],
      with: "end@reason = '<busy>'", only_if: call-end:end is present }
  - { id: reply, from: b, to: a, label: ack, confidence: unknown, answers: end, required_if: call-end:end is absent,
      within: { ms: 2000, provenance: { sources: ['meow:src/call.go#L7'] } }, note: It is short.,
      echoes: [{ attribute: id }, { attribute: to, of: from }, { attribute: type, of_payload: true }] }
  - { id: more, from: b, to: a, label: more, confidence: probable, answers: reply, after: [end, reply] }
  - { id: free, from: b, to: a, label: free, confidence: unknown, after: [], one_of: [${many}] }
`;
/** The page of a flow with these steps. */
function pageOf(
  id: string,
  more = '',
): { page: ReturnType<typeof flowPage>; markup: string; markdown: string } {
  const { publication, links } = publicationOf({
    ...FILES,
    [`flows/${id}.yaml`]: `
id: ${id}
title: An ending
status: draft
spec_version: '0.1.0'
summary: One ends it.
${more}participants: [{ id: a, label: Caller }, { id: b, label: Callee }]
steps:${STEPS}`,
  });
  const page = flowPage(publication, links, id);
  const texts = textLinksOf(publication, links);
  const markup = page.rules === undefined ? sequenceDiagram(page, texts) : ruleTable(page.rules, texts);
  const entry = publication.corpus.definitions.flow.get(id);
  assert.ok(entry !== undefined);
  return { page, markup: markupOf(markup), markdown: markdownOfFlow(entry, exportContext(publication)) };
}
const words = (text = ''): string => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const sequence = pageOf('ending', 'fragment: true\nobservers: [b]\n');
const table = pageOf('answers', 'rules: true\n');

test('a flow says whose logs it describes, and whether other stanzas come between its steps', () => {
  const scope = [
    'It happens during a call that another flow describes; other stanzas can come between its steps.',
    'It shows the call as this side’s log has it: Callee.',
  ];
  assert.deepEqual(sequence.page.scope, scope);
  for (const sentence of scope) assert.ok(sequence.markdown.includes(`\n\n${sentence}\n\n`), sentence);
  assert.deepEqual(table.page.scope, []);
});

test('a step says what it contains and under which conditions it is sent', () => {
  const [end = '', reply = ''] = sequence.markup.split(/(?=<li id=)/).slice(1);
  assert.match(
    words(end),
    /One of .* , call-none\. With end@reason = &#39;&lt;busy&gt;&#39; \. Only if call-end:end is present \./,
  );
  assert.match(end, /<a href="\/base\/stanzas\/call-end\/">/);
  assert.match(words(reply), /Always if call-end:end is absent \./);
  assert.doesNotMatch(words(reply), /One of|With |Only if|Optional/);
});

test('a step says what it comes after where that is not the step that it answers or the one before', () => {
  const [end = '', reply = '', more = '', free = ''] = sequence.markup.split(/(?=<li id=)/).slice(1);
  assert.doesNotMatch(words(end) + words(reply), /After|order/);
  assert.match(words(more), /Answers step 2 , time not known\. After step 1 and step 2 \./);
  assert.match(words(free), /In any order with the steps above\./);
});

test('a step says what it repeats of the stanza that it answers', () => {
  assert.match(words(sequence.markup), /Repeats id , from as to and the payload&#39;s tag as type \./);
});

test('more stanzas than a sentence should name are in a fold', () => {
  assert.match(
    sequence.markup,
    /<details class="fold"><summary>One of 7 stanzas<span class="vh">: step \d<\/span><\/summary><p>call-0, /,
  );
});

test('rules are a table with a row for each answer, and every step keeps its anchors', () => {
  assert.equal(sequence.page.rules, undefined);
  const rows = table.markup.split('<tbody').slice(1).map(words);
  assert.equal(rows.length, 3);
  assert.match(
    rows[0] ?? '',
    /1 end Caller to → Callee .* 2 ack Callee to → Caller .* id , from as to and the payload&#39;s tag as type within 2 s unknown .*It is short\. .*call\.go/,
  );
  assert.match(rows[1] ?? '', /2 ack Callee to → Caller 3 more/);
  // A step that answers another has its own row; its note and evidence are there and not said again.
  assert.doesNotMatch(rows[1] ?? '', /It is short/);
  assert.match(rows[2] ?? '', /4 free .* none known/);
  const ids = [...table.markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id).sort();
  assert.deepEqual(ids, ['end', 'free', 'more', 'reply', 'step-1', 'step-2', 'step-3', 'step-4']);
});

test('Markdown says the same, and has the rules as a table above the steps', () => {
  const { markdown } = sequence;
  for (const row of [
    "- With `end@reason = '<busy>'`",
    '- Only if `call-end:end is present`',
    '- Always if `call-end:end is absent`',
    '- In any order with the steps above',
    "- Repeats `id`, `from` as `to` and the payload's tag as `type`",
  ]) {
    assert.ok(markdown.includes(`\n   ${row}\n`), row);
  }
  assert.match(markdown, /\n {3}- One of \[`call-end`\]\(<[^>]*>\), `call-none`\n/);
  assert.match(markdown, /\n {3}- After \[step 1\]\(<[^>]*#end>\) and \[step 2\]\(<[^>]*#reply>\)\n/);
  assert.doesNotMatch(markdown, /## Rules/);
  assert.match(
    table.markdown,
    /## Rules\n\n\| Stanza \| Answer \| Repeats \| Time \| Confidence \|\n[^\n]*\n\| \[step 1\]\([^)]*\): end \| \[step 2\]\([^)]*\): ack \| `id`, `from` as `to` and the payload's tag as `type` \| within 2 s \| unknown \|\n/,
  );
});
