import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { linkedDataBlock, markupOf } from '../../../site/html/html.ts';
import { pageSummary } from '../../../site/model/head/page-summary.ts';
import { builtSite } from '../../helpers/site/built-site.ts';
import { pageFiles } from '../../helpers/site/page-kinds.ts';

let folder: string;
let heads: ReadonlyMap<string, string>;
before(async () => {
  folder = await builtSite();
  const files = await pageFiles(folder);
  heads = new Map(
    await Promise.all(
      files.map(async (file) => {
        const html = await readFile(join(folder, file), 'utf8');
        return [file, html.slice(0, html.indexOf('</head>'))] as const;
      }),
    ),
  );
});

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const meta = (head: string, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(head)?.[1];

/** The things of schema.org that a page describes, by their types. */
function things(file: string): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const blocks = [
    ...(heads.get(file) ?? '').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
  ];
  const all = blocks.flatMap(([, json = '']) => (JSON.parse(json) as { '@graph': object[] })['@graph']);
  return new Map(
    all.map((one) => [String((one as Record<string, unknown>)['@type']), one as Record<string, unknown>]),
  );
}

test('every description has the length that search engines show whole', () => {
  const wrong = [...heads].flatMap(([file, head]) => {
    const { length } = unescaped(meta(head, 'description') ?? '');
    return length < 50 || length > 170 ? [`${file}: ${length}`] : [];
  });
  assert.deepEqual(wrong, []);
});

test('a long description ends with a sentence or a whole word, a short one names its spec', () => {
  const sentence = 'This is a sentence that is long enough to stand for itself, because it has many words.';
  assert.equal(pageSummary(`${sentence} ${sentence}`, 'S'), sentence);
  assert.match(pageSummary('word '.repeat(60), 'S'), /^(?:word )+word…$/);
  assert.match(pageSummary('Short.', 'Cats'), /^Short\. .*\bCats\b/);
});

test('pages with breadcrumbs say where they are, with addresses that exist', async () => {
  const list = things('stanzas/call-offer/index.html').get('BreadcrumbList')?.['itemListElement'] as {
    position: number;
    item: string;
  }[];
  assert.deepEqual(
    list.map(({ position }) => position),
    [1, 2, 3],
  );
  for (const { item } of list) {
    const path = new URL(item).pathname.replace(/^\//, '');
    assert.ok(heads.has(`${path}index.html`), item);
  }
  assert.equal(things('index.html').has('BreadcrumbList'), false);
});

test('what explains the protocol is an article, an enum and the glossary are sets of terms, and the data is a dataset that can be fetched', async () => {
  const article = things('stanzas/call-offer/index.html').get('TechArticle');
  assert.match(String(article?.['dateModified']), /^\d{4}-\d\d-\d\d$/);
  assert.match(String(article?.['license']), /^https:/);
  assert.ok(things('flows/acknowledgement/index.html').has('TechArticle'));
  const values = things('enums/terminate-reasons/index.html').get('DefinedTermSet')?.['hasDefinedTerm'];
  assert.ok((values as { name: string }[]).some(({ name }) => name === 'busy'));
  const glossary = await readFile(join(folder, 'glossary/index.html'), 'utf8');
  const terms = things('glossary/index.html').get('DefinedTermSet')?.['hasDefinedTerm'] as { url: string }[];
  assert.equal(new Set(terms.map(({ url }) => url)).size, terms.length);
  for (const { url } of terms) {
    const { pathname, hash } = new URL(url);
    assert.equal(pathname, '/glossary/');
    assert.ok(glossary.includes(`id="${decodeURIComponent(hash.slice(1))}"`), url);
  }
  const files = things('data/index.html').get('Dataset')?.['distribution'] ?? [];
  assert.notDeepEqual(files, []);
  for (const { contentUrl } of files as { contentUrl: string }[])
    await readFile(join(folder, new URL(contentUrl).pathname));
});

test('data cannot end the block of linked data', () => {
  const markup = markupOf(linkedDataBlock({ name: '</script><script>alert(1)</script><!-- \u2028&' }));
  assert.equal(markup.match(/<\/?script/g)?.length, 2);
  assert.doesNotMatch(markup, /<!--|\u2028|&/);
  const [, json = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/.exec(markup) ?? [];
  assert.equal(JSON.parse(json).name, '</script><script>alert(1)</script><!-- \u2028&');
});

test('tools without content are not indexed, and are not in the sitemap', async () => {
  const sitemap = await readFile(join(folder, 'sitemap-0.xml'), 'utf8');
  for (const file of ['404.html', 'search/index.html', 'report/index.html']) {
    assert.equal(meta(heads.get(file) ?? '', 'robots'), 'noindex', file);
    assert.doesNotMatch(sitemap, new RegExp(`/${file.replace('index.html', '')}</loc>`));
  }
  assert.equal(meta(heads.get('stanzas/call-offer/index.html') ?? '', 'robots'), undefined);
  assert.match(sitemap, /stanzas\/call-offer\/<\/loc><lastmod>\d{4}-\d\d-\d\d<\/lastmod>/);
  assert.doesNotMatch(sitemap, /<\/loc><\/url>/, 'a page without the day of its last change');
});

test('every icon and preview picture is there, and a stanza has the picture of its category', async () => {
  const pictures = new Set<string>();
  for (const [, head] of heads) {
    const icons = [...head.matchAll(/<link rel="(?:icon|apple-touch-icon)" href="([^"]*)"/g)];
    assert.equal(icons.length, 3);
    for (const [, href = ''] of icons) pictures.add(href);
    pictures.add(new URL(meta(head, 'og:image') ?? '').pathname);
  }
  for (const path of pictures) assert.ok((await readFile(join(folder, path))).length > 100, path);
  assert.match(
    meta(heads.get('stanzas/call-offer/index.html') ?? '', 'og:image') ?? '',
    /card-signaling\.png$/,
  );
});
