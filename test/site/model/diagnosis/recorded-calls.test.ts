import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callDiagnosis } from '../../../../site/components/call/call-diagnosis.ts';
import { sequenceDiagram } from '../../../../site/components/sequence-diagram.ts';
import { elementHtml } from '../../../../site/html/element-html.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { capturePage } from '../../../../site/model/captures/capture-page.ts';
import { flowPage } from '../../../../site/model/definitions/flow-page.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { RECORDED_CALLS } from '../../../lib/diagnose/recorded-calls.ts';
import { publicationOf } from '../../corpus-of.ts';

const { publication, links } = publicationOf({
  ...RECORDED_CALLS,
  'captures/one.yaml': `
id: one
source: { technique: websocket-capture }
stanza_tag: call
direction: incoming
confidence: probable
raw: { format: xml, body: '<call/>' }
sanitized: true
`,
});

async function shown(id: string): Promise<string> {
  const { diagnosis } = await capturePage(publication, links, id);
  return diagnosis === undefined ? '' : markupOf(elementHtml(callDiagnosis(diagnosis)));
}
const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('the page of a trace shows its call, each row with a link to its record', async () => {
  const html = await shown('whole-callee');
  assert.match(words(html), /Nothing departs from “An answered call”\./);
  for (const record of [1, 2, 3]) assert.ok(html.includes(`<a href="#${record}">record ${record}</a>`));
  assert.match(html, /<a class="number" href="\/base\/flows\/answered\/#answer"/);
  assert.match(words(html), /Callee this log/);
});

test('it says where a call departs, and where it ends before its flow does', async () => {
  assert.match(words(await shown('silent')), /Departs at record 2: .*The call departs here\./);
  assert.match(words(await shown('short')), /The log ends here; 1 step of the flow comes later/);
});

test('a single stanza is no call', async () => {
  assert.equal(await shown('one'), '');
});

test('a step of a flow says in how many recorded calls it was seen, with links to them', () => {
  const html = markupOf(
    sequenceDiagram(flowPage(publication, links, 'answered'), textLinksOf(publication, links)),
  );
  const steps = html.split(/(?=<li id=)/).slice(1);
  assert.deepEqual(
    steps.map((one) => /Seen in [^<]*/.exec(one)?.[0]),
    ['Seen in 3 of 3 recorded calls', 'Seen in 2 of 3 recorded calls', 'Seen in 2 of 2 recorded calls'],
  );
  assert.match(steps[1] ?? '', /<a href="\/base\/captures\/whole-callee\/">whole-callee<\/a>/);
  assert.doesNotMatch(steps[1] ?? '', /captures\/silent/);
});
