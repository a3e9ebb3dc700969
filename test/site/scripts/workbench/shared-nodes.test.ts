import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import { newEntries } from '../../../../site/scripts/workbench/capture/new-entries.ts';
import { viewStanza } from '../../../../site/scripts/workbench/worker/view-stanza.ts';
import { attribute, sharedNode, stanza as stanzaText, used } from '../../../cases/texts.ts';
import { corpusOf } from '../../../lib/capture/nodes.ts';
import { publicationOf } from '../../corpus-of.ts';
import { LANGUAGE_FILES } from '../../language-files.ts';

const { corpus } = publicationOf(LANGUAGE_FILES).publication;
const LOG =
  '<call t="1710000000" to="A@s.whatsapp.net"><ring count="5"><te why="busy" zzz="1"/><net/><large a0="1"/></ring></call>';
const SHARED = { keepNames: ['zzz'], keepValues: [] };
const [stanza] = reviewStanzas(parse(LOG), corpus, SHARED).stanzas;
assert.ok(stanza?.standalone !== undefined);
const { standalone } = stanza;
const view = viewStanza({ ...stanza, standalone }, SHARED, corpus, '/base/');

describe('the workbench', () => {
  it('links what a shared node or an envelope describes to the page that holds it', () => {
    const hrefs = view.rows.map(({ name, path }) => [name, path?.href]);
    assert.deepEqual(view.envelope, { text: 'envelope', href: '/base/stanzas/envelope/' });
    for (const one of [
      ['t', '/base/stanzas/envelope/#@t'],
      ['te', '/base/stanzas/call-ring/#ring/te'],
      ['why', '/base/nodes/te/#@why'],
      ['a0', '/base/nodes/large/#@a0'],
    ]) {
      assert.ok(
        hrefs.some((row) => row.join() === one.join()),
        one.join(),
      );
    }
  });

  it('says in words what is on the wrong leg, no constant or no choice, with the fact', () => {
    assert.deepEqual(
      view.contradicts.map(({ at, message }) => [at.text, at.href, message]),
      [
        ['envelope:@to', '/base/stanzas/envelope/#@to', 'The spec says that @to is never delivered.'],
        [
          'call-ring:ring@count',
          '/base/stanzas/call-ring/#ring@count',
          "The value is not '0', which the spec says it always is.",
        ],
        [
          'call-ring:ring/one_of(media)',
          '/base/stanzas/call-ring/#ring/one_of(media)',
          '<ring> has net and large; the spec allows only one of net, large.',
        ],
        [
          'call-ring:ring/te@ip',
          '/base/stanzas/call-ring/#ring/te@ip',
          '<te> has no ip, which the spec requires.',
        ],
      ],
    );
    for (const { name, verdict } of view.rows) if (name === 'count') assert.equal(verdict, 'contradicts');
  });

  it('puts a new part of a shared node into the file of that node', () => {
    const evidence = { techniques: ['websocket-capture'], flavors: [], sources: ['capture:x'] };
    const entries = newEntries(standalone.review, new Set(['zzz']), evidence);
    assert.deepEqual(
      entries.map(({ file, list, parent }) => [file, list, parent]),
      [['nodes/te.yaml', 'attributes', 'te']],
    );
  });

  it('proposes no entry for a part that the shared node has and the place lacks', () => {
    const lacking = corpusOf({
      'stanzas/call-x.yaml': stanzaText(`children: [${used('te', "without: ['@ip']")}]\n`),
      'nodes/te.yaml': sharedNode(`attributes: [${attribute('ip', 'string')}]\n`),
    });
    const log = parse('<call to="A@s.whatsapp.net"><te ip="7" zzz="1"/></call>');
    const keepNames = ['ip', 'zzz'];
    const [one] = reviewStanzas(log, lacking, { keepNames, keepValues: [] }).stanzas;
    assert.ok(one?.standalone !== undefined);
    const evidence = { techniques: ['websocket-capture'], flavors: [], sources: ['capture:x'] };
    const entries = newEntries(one.standalone.review, new Set(keepNames), evidence);
    assert.deepEqual(
      entries.map(({ file, yaml }) => [file, yaml.split('\n')[0]]),
      [['nodes/te.yaml', '- name: zzz']],
    );
  });
});
