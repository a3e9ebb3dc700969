import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundleOf } from '../../../../lib/diff/bundle/bundle-of.ts';
import { releasedDefinitions } from '../../../../lib/diff/retired/released-definitions.ts';
import { releasedMarkdown } from '../../../../lib/diff/retired/released-markdown.ts';
import { releasedPageViews } from '../../../../site/model/definitions/released-page-views.ts';
import { frozenPage } from '../../../../site/model/history/frozen-page.ts';
import { pageVersions } from '../../../../site/model/history/page-versions.ts';
import { PART_FILES } from '../../../lib/corpus/parts/part-files.ts';
import { publicationOf } from '../../corpus-of.ts';

const { publication: now, links } = publicationOf(PART_FILES);
const released = bundleOf(now.corpus, { version: '0.1.0', date: '2026-01-01' });
const published = { ...now, releases: [released] };

describe('a part in a release', () => {
  const page = releasedPageViews(published, links).find(({ params }) => params.folder === 'parts');

  it('has a page with what it said', () => {
    assert.deepEqual(page?.params, { version: '0.1.0', folder: 'parts', id: 'call-end' });
    const view = page?.props.page;
    assert.equal(view?.page, 'v/0.1.0/parts/call-end/');
    assert.deepEqual(view?.meta.slice(0, 3), [
      ['Id', 'call-end'],
      ['Code', 'SIG-01'],
      ['Category', 'signalling'],
    ]);
    const answers = view?.facts.find(({ anchor }) => anchor === 'answers');
    assert.equal(answers?.href, '#answers');
    assert.deepEqual(answers?.form, [
      'level: must-not',
      'actor: reader',
      'subject: call-end:end@reason',
      'consequence: The other side rings on.',
    ]);
    assert.ok(view?.facts.some(({ anchor }) => anchor === 'code.port'));
    assert.deepEqual(
      view?.texts.map(({ title, anchor }) => [title, anchor]),
      [
        ['Rules', '~normative'],
        ['Findings', '~findings'],
      ],
    );
  });

  it('is listed with the release, and beside the current page', () => {
    assert.match(frozenPage(published, links, '0.1.0').words, /\b2 parts\b/);
    assert.deepEqual(
      pageVersions(published, links, 'parts/call-end/').map(({ text, href }) => [text, href]),
      [
        ['current', '/base/parts/call-end/'],
        ['0.1.0', '/base/v/0.1.0/parts/call-end/'],
      ],
    );
  });

  it('has Markdown that is written anew', () => {
    const one = releasedDefinitions(released).find(({ kind }) => kind === 'part');
    assert.ok(one !== undefined);
    const text = releasedMarkdown(one, undefined, true);
    assert.match(text, /^- `part\/call-end#answers` \(probable, level: must-not,/m);
    assert.match(text, /^## Rules$/m);
    assert.doesNotMatch(text, /<img/);
    assert.doesNotMatch(text, /javascript:/);
  });
});
