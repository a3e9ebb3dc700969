import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { readBundles } from '../../lib/diff/bundle/read-bundles.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { FIXTURE_FILES } from '../helpers/fixture-spec.ts';
import { builtSite } from '../helpers/site/built-site.ts';
import { type Served, serve } from '../helpers/site/serve.ts';
import { twinFaults } from '../helpers/site/twin-faults.ts';

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

test('every page has a .json and a .md beside it, or links those that have what it shows', async () => {
  assert.deepEqual(await twinFaults(folder), []);
});

const EXPECTED: Readonly<Record<string, RegExp>> = {
  'Which facts to trust': /^\d+ of \d+ facts are probable or confirmed\n$/,
  'What a stanza must have': /^call-terminate call-terminate:@from /m,
  'What changed': /^0\.1\.0 none \{\}$/m,
  'Whether a file is valid against its schema': /^valid\n$/,
};

test('the examples on the data page run as is', async () => {
  const { examples } = JSON.parse(await readFile(join(folder, 'data.json'), 'utf8')) as {
    examples: { title: string; code: string }[];
  };
  const html = await readFile(join(folder, 'data/index.html'), 'utf8');
  // A block of code has an element for each line.
  const page = unescaped(html.replace(/<\/?span[^>]*>/g, ''));
  const site = /const site = '([^']*)'/.exec(examples[0]?.code ?? '')?.[1] ?? '';
  // The site is not published yet: requests to its address are answered locally.
  const redirect = `const real = globalThis.fetch;
    globalThis.fetch = (url, ...rest) => real(String(url).replace(${JSON.stringify(site)}, ${JSON.stringify(`${served.origin}/`)}), ...rest);`;
  const options = { cwd: PROJECT_ROOT };
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

test('every released address exists: pages, and the elements of facts', async () => {
  const { bundles } = readBundles(FIXTURE_FILES);
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

interface Xml {
  readonly name: string;
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Xml[];
  text: string;
}

/** Parses XML strictly. @throws for XML that is not well-formed */
function readXml(text: string): Xml {
  const top: Xml = { name: '', space: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = {
      name: local,
      space: uri,
      attributes: Object.fromEntries(values),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (value) => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += value;
  });
  parser.write(text).close();
  assert.equal(top.children.length, 1);
  return top.children[0] as Xml;
}

/** A date-time of RFC 3339, which both forms of a feed require. */
const MOMENT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T[\d:]{8}(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const isMoment = (text: unknown): boolean =>
  typeof text === 'string' && MOMENT.test(text) && !Number.isNaN(Date.parse(text));
const isAddress = (text: unknown): boolean => typeof text === 'string' && /^(?:https:\/\/|urn:)/.test(text);

// https://www.rfc-editor.org/rfc/rfc4287#section-4
function wrongWithAtom(feed: Xml): string[] {
  const wrong: string[] = [];
  const of = (parent: Xml, name: string): Xml[] => parent.children.filter((one) => one.name === name);
  const only = (parent: Xml, name: string, fits: (text: string) => boolean): void => {
    const all = of(parent, name);
    if (all.length !== 1) wrong.push(`<${parent.name}> has ${all.length} <${name}>`);
    else if (!fits(all[0]?.text ?? '')) wrong.push(`<${name}> of <${parent.name}>: ${all[0]?.text}`);
  };
  const outside = (one: Xml): boolean =>
    one.space !== 'http://www.w3.org/2005/Atom' || one.children.some(outside);
  if (feed.name !== 'feed' || outside(feed)) wrong.push('it is no feed of Atom alone');
  for (const parent of [feed, ...of(feed, 'entry')]) {
    only(parent, 'id', isAddress);
    only(parent, 'title', (text) => text.trim() !== '');
    only(parent, 'updated', isMoment);
    const links = of(parent, 'link').map(({ attributes }) => attributes);
    if (links.some(({ href }) => !isAddress(href))) wrong.push('a link leads nowhere');
    const rels = links.map(({ rel = 'alternate' }) => rel);
    if (new Set(rels).size !== rels.length) wrong.push(`two links are ${rels}`);
    if (parent === feed && !rels.includes('self')) wrong.push('it does not say its own address');
    const contents = of(parent, 'content');
    if (parent !== feed && !rels.includes('alternate') && contents.length !== 1)
      wrong.push('an entry says nothing');
    // Text escaped once too little or too often would show in a feed reader.
    for (const { attributes, children, text } of contents) {
      if (attributes['type'] !== 'text' || children.length > 0 || text.trim() === '') wrong.push('content');
    }
  }
  // Entries have no author of their own.
  const names = of(feed, 'author').flatMap((author) => of(author, 'name').map(({ text }) => text));
  if (names.length === 0 || names.includes('')) wrong.push('nobody is its author');
  const ids = of(feed, 'entry').map((entry) => of(entry, 'id')[0]?.text);
  if (new Set(ids).size !== ids.length) wrong.push('two entries have one id');
  const dates = of(feed, 'entry').map((entry) => Date.parse(of(entry, 'updated')[0]?.text ?? ''));
  if (Math.max(...dates, 0) > Date.parse(of(feed, 'updated')[0]?.text ?? ''))
    wrong.push('an entry is newer than it');
  return wrong;
}

// https://www.jsonfeed.org/version/1.1/
function wrongWithJsonFeed(feed: Readonly<Record<string, unknown>>): string[] {
  const wrong: string[] = [];
  if (feed['version'] !== 'https://jsonfeed.org/version/1.1') wrong.push('version');
  if (typeof feed['title'] !== 'string' || feed['title'] === '') wrong.push('title');
  for (const key of ['home_page_url', 'feed_url']) if (!isAddress(feed[key])) wrong.push(key);
  const items = feed['items'] as readonly Readonly<Record<string, unknown>>[];
  if (!Array.isArray(items)) return [...wrong, 'items'];
  for (const item of items) {
    if (typeof item['id'] !== 'string' || item['id'] === '') wrong.push('id of an item');
    const contents = ['content_text', 'content_html'].filter((key) => typeof item[key] === 'string');
    if (contents.length === 0) wrong.push('an item says nothing');
    if (!isMoment(item['date_published'])) wrong.push(`date_published: ${item['date_published']}`);
    if (!isAddress(item['url'])) wrong.push(`url: ${item['url']}`);
    if (typeof item['title'] !== 'string') wrong.push('title of an item');
  }
  if (new Set(items.map(({ id }) => id)).size !== items.length) wrong.push('two items have one id');
  return wrong;
}

test('every feed is valid, and its Atom and JSON forms have the same entries', async () => {
  const feeds = (await files()).filter((name) => /(?:^|\/)feed\.xml$/.test(name));
  assert.ok(feeds.length > 30);
  const wrong: string[] = [];
  for (const name of feeds) {
    const atom = readXml(await readFile(join(folder, name), 'utf8'));
    const other = name.replace(/xml$/, 'json');
    const json = JSON.parse(await readFile(join(folder, other), 'utf8')) as Record<string, unknown>;
    wrong.push(...wrongWithAtom(atom).map((one) => `${name}: ${one}`));
    wrong.push(...wrongWithJsonFeed(json).map((one) => `${other}: ${one}`));
    const entries = atom.children.filter((one) => one.name === 'entry');
    const said = entries.map((entry) =>
      ['id', 'title', 'updated', 'content'].map(
        (key) => entry.children.find((one) => one.name === key)?.text,
      ),
    );
    assert.deepEqual(
      said,
      (json['items'] as Record<string, string>[]).map((item) =>
        ['id', 'title', 'date_published', 'content_text'].map((key) => item[key]),
      ),
      name,
    );
  }
  assert.deepEqual(wrong, []);
  const root = readXml(await readFile(join(folder, 'feed.xml'), 'utf8'));
  assert.ok(
    root.children.some(({ name }) => name === 'entry'),
    'the spec has releases',
  );
});

test('the badge follows the endpoint schema of shields.io', async () => {
  const badge = JSON.parse(await readFile(join(folder, 'coverage-badge.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  // https://shields.io/badges/endpoint-badge: the first three are required, and an unknown key is an error there.
  const known = new Set(
    'schemaVersion label message color labelColor isError namedLogo logoSvg logoColor logoSize style cacheSeconds'.split(
      ' ',
    ),
  );
  assert.deepEqual(
    Object.keys(badge).filter((key) => !known.has(key)),
    [],
  );
  assert.equal(badge['schemaVersion'], 1);
  assert.equal(badge['label'], 'spec coverage');
  assert.match(String(badge['message']), /^\d{1,3}%$/);
  assert.match(String(badge['color']), /^(?:brightgreen|green|yellowgreen|yellow|orange|red|lightgrey)$/);
});
