import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleOf } from '../../../../lib/diff/bundle/bundle-of.ts';
import { compare } from '../../../../lib/diff/changes/compare.ts';
import { changeLines } from '../../../../site/components/change-lines.ts';
import { historySection } from '../../../../site/components/history-section.ts';
import { html, markupOf } from '../../../../site/html/html.ts';
import {
  changeLinesOf,
  definitionHistory,
  historyPage,
} from '../../../../site/model/history/definition-history.ts';
import { pageCitation } from '../../../../site/model/history/page-citation.ts';
import { pageVersions } from '../../../../site/model/history/page-versions.ts';
import { definitionRows, sectionRows } from '../../../../site/model/history/section-rows.ts';
import { kindAnchor } from '../../../../site/model/lists/changes-page.ts';
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
  assert.match(row?.details ?? '', /^\/base\/stanzas\/call-end\/(?:history\/)?#~next$/);
});

test('names without a stanza keep the addresses that they had as the ledger', () => {
  const names = [{ name: 'lobby', kind: 'tag' as const }];
  const changes = compare({ ...bundle, ledger: [] }, { ...bundle, ledger: names });
  const title = 'Names without a stanza';
  assert.deepEqual(
    sectionRows(changes, published, links).map((row) => [row.title, row.anchor]),
    [[title, '~ledger']],
  );
  assert.deepEqual(
    definitionRows('next', changes, published, links).map((row) => [row.kind, row.anchor]),
    [[title, 'Ledger/lobby']],
  );
  assert.equal(kindAnchor(title), '~kind-ledger');
});

test('a history begins with what breaks a client, says so, and folds what changes words and evidence alone', () => {
  const facts = before.facts.map((fact) => ({
    ...fact,
    description: `Formerly: ${fact.description}`,
    ...(fact.path === 'call-end:end@reason' ? { required: true } : {}),
  }));
  const changes = compare({ ...before, facts }, bundleOf(now.corpus)).filter(({ path }) =>
    path.startsWith('call-end:'),
  );
  const lines = changeLinesOf(changes, published, links);
  assert.deepEqual(
    lines.filter(({ isBreaking }) => isBreaking).map(({ parts }) => parts.map(({ text }) => text)),
    [['end@reason']],
  );
  assert.equal(lines[0]?.isBreaking, true);
  const [open = '', folded = ''] = markupOf(html`${changeLines(lines)}`).split('<details');
  assert.match(open, /<small>breaking<\/small>.*end@reason/);
  assert.doesNotMatch(open, /<b>Descriptions<\/b>/);
  assert.match(folded, /of wording and evidence only<\/summary>.*<b>Descriptions<\/b>/s);
});

test('the fold says how many changes are in it, with those of the definition itself', () => {
  const line = { isBreaking: false, words: [] };
  const parts = ['a', 'b'].map((text) => ({ text, href: undefined }));
  const markup = markupOf(
    html`${changeLines([
      { ...line, title: 'New facts', isQuiet: false, parts },
      { ...line, title: 'Descriptions', isQuiet: true, parts },
      { ...line, title: 'Definitions edited', isQuiet: true, parts: [] },
    ])}`,
  );
  assert.match(markup, /<summary>3 changes of wording and evidence only</);
});

test('a history on the page of its definition has its changes, or the address of the page that has them', () => {
  const history = definitionHistory(published, links, 'stanza', 'call-end');
  assert.ok(history !== undefined);
  const shown = (href: string | undefined): string => markupOf(html`${historySection({ ...history, href })}`);
  assert.match(shown(undefined), /<summary>[^<]*added[^<]*<\/summary><div id="~next"><ul class="lines">/);
  assert.doesNotMatch(shown(undefined), /data-bring/);
  assert.match(shown('/whole/'), /<summary>[^<]*added[^<]*<\/summary><a data-bring href="\/whole\/#~next">/);
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
  const history = historyPage(published, links, 'stanza', 'call-end');
  assert.deepEqual(
    history.releases.map(({ version }) => version.text),
    ['Not released yet', '1.0.0'],
  );
  const same = { ...before, version: '0.9.0', date: '2026-01-01' };
  const twice = historyPage({ ...published, releases: [same, before] }, links, 'stanza', 'call-end');
  assert.deepEqual(
    twice.releases.map(({ version, words }) => [version.text, words === 'No change.']),
    [
      ['Not released yet', false],
      ['1.0.0', true],
      ['0.9.0', false],
    ],
    'a release that changed nothing has a line too',
  );
  const cite = pageCitation(published, links, path);
  assert.deepEqual([cite?.prefix, cite?.version], ['call-end:', '1.0.0']);
  assert.equal(cite?.history, '#~releases');
  const anchor = gone?.path.slice('call-end:'.length) ?? '';
  assert.ok(cite?.changed?.split(' ').includes(anchor), cite?.changed);
  assert.equal(pageCitation(published, links, 'stanzas/'), undefined);
});
