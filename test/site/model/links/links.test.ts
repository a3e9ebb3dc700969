import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fragment } from '../../../../lib/pages/fragment.ts';
import { capture } from '../../../cases/texts.ts';
import { FILES, publicationOf } from '../../corpus-of.ts';

test('inner addresses begin with the base and end with a slash or a fragment', () => {
  const { publication, links } = publicationOf(FILES);
  assert.equal(links.page(''), '/base/');
  assert.equal(links.definition('enum', 'reasons'), '/base/enums/reasons/');
  const fact = publication.corpus.factByPath.get('call-end:end@reason');
  assert.ok(fact);
  assert.equal(links.fact(fact), '/base/stanzas/call-end/#end@reason');
});

test('a definition without a page has no link', () => {
  const { links } = publicationOf(FILES);
  assert.deepEqual(links.ref('technique', 'mitm-tls'), { text: 'mitm-tls', href: undefined });
  assert.deepEqual(links.source('capture:none'), { text: 'capture:none', href: undefined });
  assert.deepEqual(links.source('somebody said so'), { text: 'somebody said so', href: undefined });
});

test('a name in code links to its definition', () => {
  const { links } = publicationOf({ ...FILES, 'captures/one.yaml': capture('one') });
  assert.equal(links.word('enum:reasons'), '/base/enums/reasons/');
  assert.equal(links.word('call-end'), '/base/stanzas/call-end/');
  assert.equal(links.word('call-end:@from'), '/base/stanzas/call-end/#@from');
  assert.equal(links.word('reasons=busy'), '/base/enums/reasons/#busy');
  assert.equal(links.word('constructor'), undefined);
  assert.equal(links.word('capture:one'), '/base/captures/one/');
  assert.equal(links.word('capture:none'), undefined);
});

test('addresses into the repository name the commit where it is known, and the branch where it is not', () => {
  const commit = 'a'.repeat(40);
  const { publication, links } = publicationOf(FILES, { commit, directory: 'data/spec' });
  const entry = publication.corpus.definitions.enum.get('reasons');
  assert.ok(entry);
  assert.equal(
    links.yaml(entry),
    `https://github.com/example/spec/blob/${commit}/data/spec/enums/reasons.yaml`,
  );
  assert.equal(links.edit(entry), 'https://github.com/example/spec/edit/main/data/spec/enums/reasons.yaml');
});

test('without a repository, or with one that is not https, there are no addresses into it', () => {
  for (const repository of ['', ', repository: "ssh://example.org/spec"']) {
    const { publication, links } = publicationOf({
      ...FILES,
      'spec.yaml': `{ title: A spec, version: '0.1.0'${repository} }`,
    });
    const entry = publication.corpus.definitions.enum.get('reasons');
    assert.ok(entry);
    assert.equal(links.yaml(entry), undefined);
    assert.equal(links.report('x'), undefined);
    assert.equal(links.repository, undefined);
  }
});

test('a fragment is readable and resolves to its id', () => {
  for (const anchor of ['offer/to@ip', 'offer/text()', '@from', 'h264,av1', 'a b', '50%', '"><', '\ud800x']) {
    const made = fragment(anchor);
    assert.match(made, /^#[\w@/:,().~!*'%-]*$/);
    assert.equal(decodeURIComponent(made.slice(1)), anchor.toWellFormed());
  }
  assert.equal(fragment('offer/to@ip'), '#offer/to@ip');
});
