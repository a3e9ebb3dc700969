import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagePath } from '../../../../lib/pages/page-path.ts';
import { openSearch } from '../../../../lib/search/open-search.ts';
import { searchFiles } from '../../../../lib/search/search-files.ts';
import { nearestPages } from '../../../../site/model/text/nearest-pages.ts';
import { FIXTURE_CORPUS as corpus } from '../../../helpers/fixture-spec.ts';
import { PAYLOADS } from '../../hostile-payloads.ts';

const BASE = '/catalog/';
const files = searchFiles(
  corpus,
  {
    definition: (kind, id) => `${BASE}${pagePath(kind, id)}`,
    fact: ({ kind, owner, anchor }) => `${BASE}${kind === 'value' ? 'enums' : 'stanzas'}/${owner}/#${anchor}`,
    question: ({ kind, owner, anchor }) => `${BASE}${kind}s/${owner}/#${anchor}`,
  },
  [{ kind: 'page', name: 'Open questions', href: `${BASE}questions/`, text: 'What is not known.' }],
);
const search = await openSearch(async (name) => JSON.parse(files.get(name) ?? '') as unknown);
const near = async (address: string): Promise<string[]> =>
  (await nearestPages(address, BASE, search)).map(({ href }) => href);

test('a mistyped address finds the page that was meant, first', async () => {
  for (const [address, meant] of [
    ['/catalog/stanzas/call-ofer/', 'stanzas/call-offer/'],
    ['/catalog/stanza/call_offer', 'stanzas/call-offer/'],
    ['/catalog/call-offer.html', 'stanzas/call-offer/'],
    ['/call-offer/', 'stanzas/call-offer/'],
    ['/catalog/stanzas/Call%20Terminate/index.html', 'stanzas/call-terminate/'],
    ['/catalog/enums/terminate-reason/', 'enums/terminate-reasons/'],
    ['/catalog/question', 'questions/'],
    ['/catalog/stanzas/call-offer/nothing', 'stanzas/call-offer/'],
  ] as const) {
    assert.equal((await near(address))[0], BASE + meant, address);
  }
});

test('pages in the requested folder come first, and each page comes once', async () => {
  const pages = await near('/catalog/enums/terminate/');
  assert.equal(pages[0], '/catalog/enums/terminate-reasons/');
  assert.equal(new Set(pages).size, pages.length);
  assert.ok(pages.length <= 5);
});

test('an address that resembles nothing finds nothing, and neither does a hostile one', async () => {
  for (const address of [
    '/catalog/',
    '',
    '/catalog/qqqqzzzz/',
    '/catalog/%',
    `/catalog/${'x'.repeat(2000)}`,
  ]) {
    assert.deepEqual(await near(address), [], address);
  }
  const ours = /^\/catalog\/[a-z]+\/(?:[\w.-]+\/)?$/;
  for (const payload of PAYLOADS) {
    for (const address of [`/catalog/${payload}`, `/catalog/stanzas/${encodeURIComponent(payload)}/`]) {
      for (const href of await near(address)) assert.match(href, ours, address);
    }
  }
});
