import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { nodeFiles } from '../../lib/corpus/node-files.ts';
import { readBundles } from '../../lib/diff/read-bundles.ts';
import { PROJECT } from '../../scripts/shared/project.ts';
import { builtSite } from '../helpers/built-site.ts';
import { type Served, serve } from '../helpers/serve.ts';

let folder: string;
let served: Served;
before(async () => {
  folder = await builtSite();
  served = await serve(folder);
});
after(() => served.close());

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const files = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));

/** Pages that are tools or prose about this site, not the spec. */
const WITHOUT_TWINS: readonly RegExp[] = [
  /^404\.html$/,
  /^(?:search|workbench|contribute|report|how-it-works)\/(?:.*\/)?index\.html$/,
  // The twins of the stanza have its sources.
  /^stanzas\/[^/]+\/sources\/index\.html$/,
];

test('every page has a .json and a .md beside it', async () => {
  const all = new Set(await files());
  const missing = [...all]
    .filter((name) => name.endsWith('.html') && !WITHOUT_TWINS.some((form) => form.test(name)))
    .map((name) => (name === 'index.html' ? 'index' : name.replace(/\/index\.html$/, '')))
    .flatMap((name) => [`${name}.json`, `${name}.md`])
    .filter((name) => !all.has(name));
  assert.deepEqual(missing, []);
});

const EXPECTED: Readonly<Record<string, RegExp>> = {
  'Which facts to trust': /^\d+ of \d+ facts are probable or confirmed\n$/,
  'What a stanza must have': /^call-terminate call-terminate:@from /m,
  'What changed': /^0\.1\.0 none \{\}$/m,
  'Whether a file is what its schema says': /^valid\n$/,
};

test('the examples of the page about the data run as they stand', async () => {
  const { examples } = JSON.parse(await readFile(join(folder, 'data.json'), 'utf8')) as {
    examples: { title: string; code: string }[];
  };
  const html = await readFile(join(folder, 'data/index.html'), 'utf8');
  // A block of code has an element for each line.
  const page = unescaped(html.replace(/<\/?span[^>]*>/g, ''));
  const site = /const site = '([^']*)'/.exec(examples[0]?.code ?? '')?.[1] ?? '';
  // The site is not published yet: what is asked of its address is answered by this machine.
  const redirect = `const real = globalThis.fetch;
    globalThis.fetch = (url, ...rest) => real(String(url).replace(${JSON.stringify(site)}, ${JSON.stringify(`${served.origin}/`)}), ...rest);`;
  const options = { cwd: PROJECT };
  for (const { title, code } of examples) {
    assert.ok(page.includes(code), `${title} is not on the page as it is in the data`);
    const args = ['--import', `data:text/javascript,${encodeURIComponent(redirect)}`];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...args, '--input-type=module', '--eval', code],
      options,
    );
    assert.match(stdout, EXPECTED[title] ?? /^$/, title);
  }
});

test('every address that was released is there: pages, and the elements that facts are', async () => {
  const { bundles } = readBundles(nodeFiles(join(PROJECT, 'spec'), 'spec'));
  assert.ok(bundles.length > 0);
  const lost: string[] = [];
  for (const { version, definitions, facts } of bundles) {
    const ids = new Map<string, Set<string>>();
    for (const { kind, id } of definitions) {
      if (kind === 'spec' || kind === 'glossary') continue;
      const page = `${kind}s/${id}/index.html`;
      const text = await readFile(join(folder, page), 'utf8').catch(() => undefined);
      if (text === undefined) lost.push(`${page} of ${version}`);
      ids.set(
        `${kind} ${id}`,
        new Set([...(text ?? '').matchAll(/\sid="([^"]*)"/g)].map(([, one = '']) => unescaped(one))),
      );
      if (kind === 'stanza' || kind === 'enum') await readFile(join(folder, 'v', version, page));
    }
    for (const { path } of facts) {
      const [, owner, mark, anchor = ''] = /^([^:=]*)([:=])(.*)$/s.exec(path) ?? [];
      const page = ids.get(`${mark === ':' ? 'stanza' : 'enum'} ${owner}`);
      if (anchor !== '' && !page?.has(anchor)) lost.push(`${path} of ${version}`);
    }
  }
  assert.deepEqual(lost, []);
});
