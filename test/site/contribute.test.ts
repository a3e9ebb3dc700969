import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from '../../lib/capture/parse/parse.ts';
import { reviewLevel } from '../../lib/capture/review/review-level.ts';
import { reviewStanzas } from '../../lib/capture/review/review-stanzas.ts';
import { overlayFiles } from '../../lib/corpus/ports/overlay-files.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import type { ProsePart } from '../../lib/prose/parse-prose.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import { REPORT_KINDS, reportUrl } from '../../site/model/lists/report-url.ts';
import { type MarkdownBlock, markdownBlocks } from '../../site/model/text/markdown-blocks.ts';
import { FIXTURE_CORPUS as corpus, FIXTURE_FILES as FILES } from '../helpers/fixture-spec.ts';
import { builtSite } from '../helpers/site/built-site.ts';
import { draftStanzas } from '../lib/capture/draft-stanzas.ts';

const TEXT = await readFile(join(PROJECT_ROOT, 'CONTRIBUTING.md'), 'utf8');
const BLOCKS = markdownBlocks(TEXT, 'https://example.org/', (path) => `/base/${path}`);
const CODE = BLOCKS.flatMap((block) => (block.kind === 'code' ? [block.text] : []));

test('the example in CONTRIBUTING.md works, from the log to a valid spec', () => {
  const log = CODE.find((code) => code.includes('[Client/Recv DEBUG]')) ?? '';
  const parsed = parse(log);
  assert.equal(reviewLevel(reviewStanzas(parsed, corpus)), undefined, 'nothing in it is new or contradicted');
  const technique = /capture -- draft my\.log --technique (\S+) --kind captured/.exec(TEXT)?.[1] ?? '';
  const { files } = draftStanzas(parsed.stanzas, corpus, FILES, { technique, kind: 'captured' });
  const capture = files.find(({ path }) => path.startsWith('captures/'));
  assert.ok(CODE.includes(capture?.after.trimEnd() ?? ''), capture?.after);
  const { findings } = validateSpec(
    overlayFiles(FILES, new Map(files.map(({ path, after }) => [path, after]))),
  );
  assert.deepEqual(
    findings.filter(({ level }) => level === 'error'),
    [],
  );
});

test('the finding in CONTRIBUTING.md is what the validator prints', () => {
  const shown = CODE.find((code) => code.includes('confimed')) ?? '';
  const path = 'stanzas/call-terminate.yaml';
  const text = new TextDecoder()
    .decode(FILES.read(path))
    .replace('confidence: probable', 'confidence: confimed');
  const { findings } = validateSpec(overlayFiles(FILES, new Map([[path, text]])));
  const found = findings.find(({ code }) => code === 'schema/not-allowed');
  assert.ok(found);
  for (const part of [found.code, found.level, found.message, found.path, found.hint ?? ''])
    assert.ok(shown.includes(part), part);
});

/** The texts of a block, one for each of its elements. */
function textsOf(block: MarkdownBlock): string[] {
  switch (block.kind) {
    case 'code':
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [wordsOf(block.parts)];
    case 'list':
      return block.items.map(wordsOf);
    case 'table':
      return [...block.head, ...block.rows.flat().map(wordsOf)];
    default:
      return block satisfies never;
  }
}

/** The words of prose without its markup. */
const wordsOf = (parts: readonly ProsePart[]): string =>
  parts.map((part) => ('parts' in part ? wordsOf(part.parts) : part.text)).join('');

test('the contribute page shows all of CONTRIBUTING.md', async () => {
  const html = await readFile(join(await builtSite(), 'contribute/index.html'), 'utf8');
  const plain = (text: string) =>
    text
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, '');
  const page = plain(html);
  let at = 0;
  for (const text of BLOCKS.flatMap(textsOf)) {
    const found = page.indexOf(text.replace(/\s+/g, ''), at);
    assert.ok(found !== -1, `the page does not say, in its place: ${text}`);
    at = found;
  }
  for (const name of ['workbench', 'report', 'rules']) assert.ok(html.includes(`href="/${name}/"`), name);
});

test('each block of code of the contribute page can be copied, and reached by the keyboard under its own name', async () => {
  const html = await readFile(join(await builtSite(), 'contribute/index.html'), 'utf8');
  const blocks = html.matchAll(
    /<div class="snippet"><pre class="code aligned" tabindex="0" role="group" aria-label="([^"]+)"/g,
  );
  const names = [...blocks].map(([, name]) => name);
  assert.equal(names.length, CODE.length);
  assert.equal(names[0], 'Code block 1, in “From a log to a merged fact”');
  assert.equal(new Set(names).size, names.length);
  assert.equal(html.match(/<pre/g)?.length, names.length);
});

test('markdownBlocks keeps links to pages of the site on the site, and refuses other Markdown', () => {
  const [block] = markdownBlocks(
    'See [this](https://example.org/a/) and [that](https://example.com/).',
    'https://example.org/',
    (path) => `/base/${path}`,
  );
  assert.ok(block?.kind === 'paragraph');
  assert.deepEqual(
    block.parts.flatMap((part) => (part.kind === 'link' ? [part.url] : [])),
    ['/base/a/', 'https://example.com/'],
  );
  assert.throws(() => markdownBlocks('> quoted', undefined, (path) => path), /does not know/);
});

test('the report page offers the choices of the issue form, and fills it in', async () => {
  const form = await readFile(join(PROJECT_ROOT, '.github/ISSUE_TEMPLATE/fact.yml'), 'utf8');
  const options = /label: What is it about\n\s+options:\n((?:\s+- .+\n)+)/.exec(form)?.[1] ?? '';
  assert.deepEqual(
    options
      .trim()
      .split('\n')
      .map((line) => line.trim().replace(/^- /, '')),
    REPORT_KINDS.map(({ value }) => value),
  );
  const report = {
    fact: 'terminate-reasons=busy',
    about: 'It is wrong',
    claim: 'A & B',
    sources: 'https://example.org/',
  };
  const url = new URL(reportUrl('https://github.com/example/spec', report) ?? '');
  assert.equal(url.pathname, '/example/spec/issues/new');
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    template: 'fact.yml',
    title: 'terminate-reasons=busy: It is wrong',
    definition: 'enum:terminate-reasons',
    ...report,
  });
  for (const id of url.searchParams.keys())
    if (id !== 'template' && id !== 'title') assert.ok(form.includes(`id: ${id}\n`), id);
  assert.equal(
    reportUrl('https://github.com/example/spec', { ...report, claim: 'x'.repeat(9000) }),
    undefined,
  );
  const shared = new URL(
    reportUrl('https://github.com/example/spec', { ...report, fact: 'node/te:@port' }) ?? '',
  );
  assert.equal(shared.searchParams.get('definition'), 'node/te');
  assert.equal(reportUrl('javascript:alert(1)', report), undefined);
});
