import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sequenceDiagram } from '../../../../site/components/sequence-diagram.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { flowPage } from '../../../../site/model/definitions/flow-page.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { FILES, publicationOf } from '../../corpus-of.ts';

const { publication, links } = publicationOf({
  ...FILES,
  'flows/ending.yaml': `
id: ending
title: An ending
status: draft
spec_version: '0.1.0'
summary: One ends it.
participants: [{ id: a, label: Caller }, { id: b, label: Callee }]
steps:
  - { id: end, from: a, to: b, label: end, confidence: unknown }
  - { from: b, to: a, label: nothing, confidence: unknown }
  - { id: reply, from: b, to: a, label: ack, confidence: unknown, optional: true, repeats: true, answers: end,
      within: { ms: 20000, provenance: { sources: ['meow:src/call.go#L7'] } },
      clients: { does: [meow], leaves_out: [official] } }
  - { from: b, to: a, label: late, confidence: unknown, within: { ms: 250, provenance: { sources: ['#12'] } } }
`,
});
const [end, nothing, reply, late] = markupOf(
  sequenceDiagram(flowPage(publication, links, 'ending'), textLinksOf(publication, links)),
)
  .split(/(?=<li id=)/)
  .slice(1);
const words = (text = ''): string => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('a step says whether it is optional, repeats, what it answers in which time, and which clients do it', () => {
  assert.match(
    words(reply),
    /Optional\. Can repeat\. Answers step 1 , within 20 s\. Done by meow \. Left out by official clients\./,
  );
  assert.match(reply ?? '', /<a href="#end">step 1<\/a>/);
  assert.match(words(late), /After the step before, within 250 ms\./);
  assert.doesNotMatch(words(nothing), /Optional|repeat|Answers|within|Done|Left/);
});

test('the evidence for its time is among how we know', () => {
  assert.match(words(reply), /How we know .*Time: within 20 s\. .*call\.go/);
});

test('a step has the anchor of its id and that of its number', () => {
  assert.match(end ?? '', /^<li id="end".*<a class="number" href="#end".*<div class="message" id="step-1">/s);
  assert.match(nothing ?? '', /^<li id="step-2".*<a class="number" href="#step-2".*<div class="message">/s);
});

test('a path of a step in a text links to it', () => {
  assert.equal(links.word('flow/ending#reply'), '/base/flows/ending/#reply');
  assert.equal(links.word('flow/ending'), '/base/flows/ending/');
  assert.equal(links.word('flow/ending#none'), undefined);
});
