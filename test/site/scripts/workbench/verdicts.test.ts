import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import type { StanzaView } from '../../../../site/scripts/workbench/messages/stanza-view.ts';
import { summarizeStanza } from '../../../../site/scripts/workbench/worker/summarize-stanza.ts';
import { viewStanza } from '../../../../site/scripts/workbench/worker/view-stanza.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { publicationOf } from '../../corpus-of.ts';

const { corpus } = publicationOf({
  'spec.yaml': '{ title: Small, version: 1.0.0 }',
  'stanzas/ring.yaml': minimalStanza('ring')
    .replace('tag: ping', 'tag: call')
    .concat(`children:
  - { tag: ring, occurrence: '1', confidence: probable, description: It rings., attributes: [
      { name: why, type: 'enum:reasons', confidence: probable, description: Why. } ],
      children_order: fixed, children: [
      { tag: tone, occurrence: '0..1', confidence: probable, description: A tone. },
      { tag: lamp, occurrence: '0..1', confidence: probable, description: A lamp. } ] }
`),
  'enums/reasons.yaml': `{ id: reasons, title: Reasons, status: draft, summary: Why., values: [
    { value: '439', confidence: speculative, description: The order is wrong., remedy: Write \`ring:ring@why\` first. },
    { value: timeout, confidence: probable, description: Too late. } ] }`,
  'ledger.yaml':
    "{ names: [{ name: bell, kind: tag, same_as: ring, note: 'Its name in a table.', sources: ['https://example.org/'] }] }",
}).publication;
const NOTHING = { keepNames: [], keepValues: [] };

function viewOf(log: string): StanzaView {
  const [stanza] = reviewStanzas(parse(log), corpus, NOTHING).stanzas;
  assert.ok(stanza?.standalone !== undefined);
  const { standalone } = stanza;
  const view = viewStanza({ ...stanza, standalone }, NOTHING, corpus, '/base/');
  // The list of stanzas and the stanza itself count the same.
  const { counts } = summarizeStanza(stanza, [], corpus);
  assert.deepEqual([counts.unknown, counts.cut], [view.unknown.length, view.cut.length]);
  return view;
}

describe('a verdict of the workbench', () => {
  it('has the confidence of the value, and says what to do about it', () => {
    const { rows } = viewOf('<call><ring why="439"/></call>');
    const row = rows.find(({ name }) => name === 'why');
    assert.deepEqual([row?.verdict, row?.confidence], ['supports', 'speculative']);
    const remedy = row?.meaning?.value?.remedy ?? [];
    assert.equal(remedy.map(({ text }) => text).join(''), 'Write ring:ring@why first.');
    assert.ok(remedy.some(({ href = '' }) => href === '/base/stanzas/ring/#ring@why'));
  });

  it('on what is cut off is not new', () => {
    const { cut, unknown } = viewOf('<call><ring why="timeo…"/></call>');
    assert.deepEqual(unknown, []);
    assert.ok(cut.length > 0);
  });

  it('on an order says in one sentence what the log has and what the spec requires, and what to do', () => {
    const { contradicts } = viewOf('<call><ring><lamp/><tone/></ring></call>');
    assert.deepEqual(
      contradicts.map(({ message, hint }) => `${message} ${hint}`),
      [
        '<lamp> comes before <tone> in <ring>; the spec requires it after. If the log keeps the order of the wire, submitting records a dispute.',
      ],
    );
  });

  it('on a name of the ledger says what the reader does', () => {
    const { unknown } = viewOf('<call><ring/><bell/></call>');
    const [hint = ''] = unknown.flatMap((one) => one.hint ?? []);
    assert.match(hint, /\bring\b/);
    assert.doesNotMatch(hint, /\.yaml/);
  });
});
