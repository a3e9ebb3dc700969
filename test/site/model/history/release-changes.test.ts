import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleOf } from '../../../../lib/diff/bundle/bundle-of.ts';
import { compare } from '../../../../lib/diff/changes/compare.ts';
import { definitionHistory } from '../../../../site/model/history/definition-history.ts';
import { pageCitation } from '../../../../site/model/history/page-citation.ts';
import { pageVersions } from '../../../../site/model/history/page-versions.ts';
import { definitionRows, sectionRows } from '../../../../site/model/history/section-rows.ts';
import { FILES, publicationOf } from '../../corpus-of.ts';

const { publication: now, links } = publicationOf(FILES);
const bundle = bundleOf(now.corpus, { version: '1.0.0', date: '2026-01-31' });
// The release rated every fact one step lower, and did not know one of them.
const [gone, ...kept] = bundle.facts.filter(({ path }) => path.startsWith('call-end:'));
const rest = bundle.facts.filter(({ path }) => !path.startsWith('call-end:'));
const before = {
  ...bundle,
  facts: [...kept.map((fact) => ({ ...fact, confidence: 'unknown' as const })), ...rest],
};
const published = { ...now, releases: [before] };

test('the changes since a release are counted by what they are and by definition, with a way to each', () => {
  const changes = compare(before, bundleOf(now.corpus));
  const sections = sectionRows(changes, published, links);
  const added = sections.find(({ title }) => title === 'New facts');
  assert.deepEqual([added?.count, added?.anchor, added?.most[0]?.text], [1, '~new-facts', 'call-end']);
  const [row] = definitionRows('next', changes, published, links);
  assert.deepEqual(
    [row?.definition.text, row?.added, row?.breaking, (row?.confidence ?? 0) > 0],
    ['Call End', 1, 0, true],
  );
  assert.match(row?.details ?? '', /^\/base\/stanzas\/call-end\/(?:history\/#~next|#~history)$/);
});

test('a page knows its frozen versions, its history, and which of its facts a citation cannot pin', () => {
  const path = 'stanzas/call-end/';
  assert.deepEqual(
    pageVersions(published, links, path).map(({ text, href, isHere }) => [text, href, isHere]),
    [
      ['current', '/base/stanzas/call-end/', true],
      ['1.0.0', '/base/v/1.0.0/stanzas/call-end/', false],
    ],
  );
  assert.equal(pageVersions(published, links, `v/1.0.0/${path}`).find(({ isHere }) => isHere)?.text, '1.0.0');
  const history = definitionHistory(published, links, 'stanza', 'call-end');
  assert.deepEqual(
    history?.releases.map(({ version }) => version.text),
    ['Not released yet', '1.0.0'],
  );
  const same = { ...before, version: '0.9.0', date: '2026-01-01' };
  const twice = definitionHistory({ ...published, releases: [same, before] }, links, 'stanza', 'call-end');
  assert.deepEqual(
    twice?.releases.map(({ version, words }) => [version.text, words === 'no change.']),
    [
      ['Not released yet', false],
      ['1.0.0', true],
      ['0.9.0', false],
    ],
    'a release that changed nothing has a line too',
  );
  const cite = pageCitation(published, links, path);
  assert.deepEqual([cite?.prefix, cite?.version], ['call-end:', '1.0.0']);
  assert.match(cite?.history ?? '', /^(?:#~history|\/base\/stanzas\/call-end\/history\/)$/);
  const anchor = gone?.path.slice('call-end:'.length) ?? '';
  assert.ok(cite?.changed?.split(' ').includes(anchor), cite?.changed);
  assert.equal(pageCitation(published, links, 'stanzas/'), undefined);
});
