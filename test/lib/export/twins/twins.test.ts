import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Publication } from '../../../../lib/corpus/model/publication.ts';
import type { Published } from '../../../../lib/diff/bundle/published.ts';
import { readBundles } from '../../../../lib/diff/bundle/read-bundles.ts';
import { twinsOf } from '../../../../lib/export/twins/twins-of.ts';
import { publishedFiles } from '../../../../lib/publish/published-files.ts';
import { FIXTURE_FILES as FILES, FIXTURE_CORPUS } from '../../../helpers/fixture-spec.ts';
import { assertGrowsLinearly } from '../../../helpers/grows-linearly.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { EVIL, HOSTILE_FILES, publicationOf } from '../hostile.ts';

const { bundles: releases } = readBundles(FILES);
const OWN: Published = {
  corpus: FIXTURE_CORPUS,
  origin: 'https://spec.example',
  base: '/base/',
  commit: 'a'.repeat(40),
  date: '2026-02-01',
  directory: 'spec',
  releases,
};

const collect = (publication: Publication): Map<string, string> =>
  new Map([...publishedFiles({ ...publication, releases })].map(({ path, text }) => [path, text]));
const SITES = [
  ['a real spec', collect(OWN)],
  ['a hostile spec', collect(publicationOf(HOSTILE_FILES))],
  ['an empty spec', collect(publicationOf({ 'stanzas/ping.yaml': minimalStanza('ping') }))],
] as const;

/** The schema of what has no $schema key: the forms of others, and of what is printed elsewhere too. */
const OTHERS: readonly (readonly [RegExp, string | undefined])[] = [
  [/^coverage\.json$/, 'coverage'],
  [/^releases\//, 'bundle'],
  [/^(?:schema\/|coverage-badge\.json$|(?:.*\/)?feed\.json$)/, undefined],
];

describe('the published files', () => {
  for (const [name, files] of SITES) {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, ownProperties: true });
    for (const [path, text] of files) if (path.startsWith('schema/')) ajv.addSchema(JSON.parse(text));

    it(`of ${name} fit their published schemas`, () => {
      let checked = 0;
      for (const [path, text] of files) {
        if (!path.endsWith('.json')) continue;
        const data = JSON.parse(text);
        const other = OTHERS.find(([form]) => form.test(path));
        if (other !== undefined && other[1] === undefined) continue;
        const id =
          other === undefined ? data.$schema : `https://spec.example/base/schema/${other[1]}.schema.json`;
        assert.ok(ajv.validate(id, data), `${path}: ${ajv.errorsText()}`);
        checked += 1;
      }
      assert.ok(checked > 10);
    });

    it(`of ${name} have unique paths, with portable names`, () => {
      for (const path of files.keys()) {
        assert.match(path, /^[\w.-]+(?:\/[\w.%-]+)*\.(?:json|md|txt|xml|d\.ts)$/);
        for (const other of files.keys())
          assert.ok(!other.startsWith(`${path}/`), `${path} is a folder of ${other}`);
      }
    });
  }

  it('have a twin of each kind for each definition', () => {
    const [[, files]] = SITES;
    for (const kind of ['stanza', 'enum', 'flow', 'technique', 'flavor'] as const) {
      for (const id of OWN.corpus.definitions[kind].keys()) {
        assert.ok(files.has(`${kind}s/${id}.json`) && files.has(`${kind}s/${id}.md`), id);
      }
    }
    for (const page of [
      'index',
      'stanzas',
      'facts',
      'enums',
      'questions',
      'flows',
      'coverage',
      'changes',
      'glossary',
      'data',
      'rules',
    ]) {
      assert.ok(files.has(`${page}.json`) && files.has(`${page}.md`), page);
    }
  });

  it('have every fact, with permalinks at the pinned commits', () => {
    const spec = JSON.parse(SITES[0][1].get('spec.json') ?? '');
    assert.deepEqual(
      spec.facts.map(({ path }: { path: string }) => path),
      OWN.corpus.facts.map(({ path }) => path),
    );
    const fact = spec.facts.find(({ path }: { path: string }) => path === 'call-terminate:terminate@reason');
    assert.equal(fact.url, 'https://spec.example/base/stanzas/call-terminate/#terminate@reason');
    assert.equal(fact.confidence, 'probable');
    const source = fact.sources.find(({ text }: { text: string }) => text === 'whatsmeow:call.go#L92');
    assert.match(source.url, /^https:\/\/github\.com\/tulir\/whatsmeow\/blob\/[0-9a-f]{40}\/call\.go#L92$/);
  });

  it('are the same each time', () => {
    assert.deepEqual([...collect(publicationOf(HOSTILE_FILES))], [...SITES[1][1]]);
  });

  it('name no host where the origin is not known', () => {
    const publication = { ...publicationOf(HOSTILE_FILES), origin: undefined };
    const files = collect(publication);
    assert.match(files.get('index.json') ?? '', /"url": "\/base\/"/);
    assert.doesNotMatch(files.get('feed.xml') ?? '', /<link/);
    assert.match(files.get('feed.xml') ?? '', /<id>urn:/);
  });
});

describe('Markdown has the same content as the data', () => {
  const steps = Array.from(
    { length: 11 },
    (_, i) =>
      `{ from: a, to: b, label: Step ${i + 1}, confidence: unknown, note: Noted ${i + 1}., provenance: { sources: ['x|y'] } }`,
  );
  const files = collect(
    publicationOf({
      'stanzas/ping.yaml': minimalStanza('ping'),
      'enums/bars.yaml': `{ id: bars, title: 'Bars | more #', status: draft, summary: 'As \`u|v\`.', values: [
        { value: 'left|right', confidence: unknown, description: 'Not \`left\\|right\`.' } ] }`,
      'flows/long.yaml': `{ id: long, title: Long, status: draft, spec_version: '1', summary: Long.,
        participants: [ { id: a, label: A }, { id: b, label: B } ], steps: [ ${steps.join(', ')} ] }`,
    }),
  );

  it('with escaped bars only in the cells of a table', () => {
    const page = files.get('enums/bars.md') ?? '';
    assert.match(page, /^# Bars \| more \\#$/m);
    assert.match(page, /^### `left\|right`$/m);
    assert.match(page, /^- Fact: \[`bars=left\|right`\]\(/m);
    assert.match(page, /As `u\|v`\./);
    assert.match(page, /Not `left\\\|right`\./);
    assert.match(files.get('facts.md') ?? '', /^\| \[`bars=left\\\|right`\]\(/m);
  });

  it('with what belongs to a step inside of it, whatever its number', () => {
    const page = files.get('flows/long.md') ?? '';
    assert.match(page, /^9\. .*\n {3}- Noted 9\./m);
    assert.match(page, /^10\. .*\n {4}- Noted 10\.\n {4}- Sources: `x\|y`$/m);
  });
});

/** Markdown without code, in which nothing needs escapes. */
function withoutCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, '')
    .replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
}

describe('hostile text in Markdown', () => {
  const files = [...SITES[1][1]].filter(([path]) => path.endsWith('.md') || path.endsWith('.txt'));
  it('is no tag, no entity, no image and no link', () => {
    assert.ok(files.length > 20);
    for (const [path, text] of files) {
      const rest = withoutCode(text);
      assert.doesNotMatch(rest, /<(?!https?:|\/base)/, path);
      assert.doesNotMatch(rest, /&(?!amp;|lt;|gt;)/, path);
      assert.doesNotMatch(rest, /(?<!\\)!\[/, path);
      for (const [, url = ''] of rest.matchAll(/\]\(<([^>]*)>\)/g)) assert.match(url, /^https:\/\//, path);
      assert.doesNotMatch(rest, /(?<!\\)\]\((?!<)/, path);
      assert.ok(!text.includes('##['), path);
    }
  });

  it('ends no cell of a table', () => {
    for (const [path, text] of files) {
      let cells = 0;
      for (const line of text.split('\n')) {
        if (!line.startsWith('| ')) {
          cells = 0;
          continue;
        }
        // A bar that is escaped by an odd number of backslashes belongs to its cell.
        const n = [...line.matchAll(/(\\*)\|/g)].filter(
          ([, slashes = '']) => slashes.length % 2 === 0,
        ).length;
        if (cells === 0) cells = n;
        assert.equal(n, cells, `${path}: ${line}`);
      }
    }
  });

  it('closes no block of code', () => {
    const [, text = ''] = files.find(([path]) => path === 'captures/evil.md') ?? [];
    assert.match(text, /^`{5}xml\n<call>\n````\n<\/call>\n`{5}$/m);
  });
});

describe('feeds', () => {
  const dated = releases.map((bundle, i) => ({ ...bundle, date: `2026-01-0${i + 1}` }));
  const [first] = dated;
  assert.ok(first);
  const next = {
    ...first,
    version: '0.2.0',
    date: '2026-02-01',
    facts: [
      ...first.facts.slice(1),
      {
        path: `call-accept:${EVIL}\u0000`,
        kind: 'attribute',
        confidence: 'probable',
        description: 'x',
      } as const,
    ],
  };
  const files = new Map(
    [...publishedFiles({ ...OWN, releases: [first, next] })].map(({ path, text }) => [path, text]),
  );

  it('have each release, the newest first, with its day', () => {
    const feed = JSON.parse(files.get('feed.json') ?? '');
    assert.deepEqual(
      feed.items.map(({ title, date_published }: Record<string, string>) => [title, date_published]),
      [
        ['Version 0.2.0', '2026-02-01T00:00:00Z'],
        ['Version 0.1.0', '2026-01-01T00:00:00Z'],
      ],
    );
    assert.match(files.get('feed.xml') ?? '', /<updated>2026-02-01T00:00:00Z<\/updated>\n<author>/);
  });

  it('name the spec as their author, also those of a stanza', () => {
    for (const folder of ['', 'stanzas/call-accept/']) {
      const { title, authors } = JSON.parse(files.get(`${folder}feed.json`) ?? '');
      assert.deepEqual(authors, [{ name: OWN.corpus.spec.title }]);
      assert.equal(title, folder === '' ? OWN.corpus.spec.title : 'Call Accept');
      assert.ok(
        files.get(`${folder}feed.xml`)?.includes(`<author><name>${OWN.corpus.spec.title}</name></author>`),
      );
    }
  });

  it('of a stanza have only its own changes', () => {
    const feed = JSON.parse(files.get('stanzas/call-accept/feed.json') ?? '');
    assert.equal(feed.items.length, 2);
    assert.match(feed.items[0].content_text, /1 fact removed, 1 fact added/);
    const other = JSON.parse(files.get('stanzas/call-reject/feed.json') ?? '').items;
    assert.equal(other.length, 1);
    assert.match(other[0].content_text, /^The first release, with \d+ facts of this stanza\.$/);
    assert.equal(JSON.parse(files.get('stanzas/call-relay/feed.json') ?? '').items.length, 0);
  });

  it('of the current spec are not empty, and explain their dates', () => {
    const { frozenOn } = readBundles(FILES);
    const own = new Map([...publishedFiles({ ...OWN, frozenOn })].map(({ path, text }) => [path, text]));
    for (const path of ['feed.json', 'stanzas/call-offer/feed.json']) {
      const last = JSON.parse(own.get(path) ?? '').items.at(-1);
      assert.equal(last.date_published, '2026-11-21T00:00:00Z', path);
      assert.match(last.content_text, /the day on which it was frozen/, path);
    }
  });

  it('are well-formed whatever a release contains', () => {
    const xml = files.get('stanzas/call-accept/feed.xml') ?? '';
    assert.match(xml, /&lt;script&gt;/);
    assert.doesNotMatch(xml, /<script|\u0000/);
    assert.equal((xml.match(/<entry>/g) ?? []).length, (xml.match(/<\/entry>/g) ?? []).length);
  });
});

it('takes time in proportion to the corpus', () => {
  const attribute = (i: number): string =>
    `  - { name: a${i}, type: int, confidence: probable, description: An attribute., provenance: { flavors: [f], sources: ['f:a.ts#L1'] } }\n`;
  const attributes = `attributes:\n${Array.from({ length: 8 }, (_, i) => attribute(i)).join('')}`;
  assertGrowsLinearly(60, (size) => {
    const stanzas = Array.from({ length: size }, (_, i) => [
      `stanzas/s${i}.yaml`,
      minimalStanza(`s${i}`, attributes),
    ]);
    const publication = publicationOf({ ...Object.fromEntries(stanzas), 'flavors/f.yaml': 'id: f\n' });
    return () => {
      for (const { text } of twinsOf(publication)) assert.ok(text.length > 0);
    };
  });
});
