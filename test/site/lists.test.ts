import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import { overlayFiles } from '../../lib/corpus/ports/overlay-files.ts';
import type { Published } from '../../lib/diff/bundle/published.ts';
import { twinsOf } from '../../lib/export/twins/twins-of.ts';
import { twinName } from '../../lib/pages/definition-files.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../../lib/schema/kinds.ts';
import { kindListPage } from '../../site/components/lists/kind-list-page.ts';
import { questionItems } from '../../site/components/question-items.ts';
import { markupOf } from '../../site/html/html.ts';
import { typePage } from '../../site/model/definitions/type-page.ts';
import { type Site, siteOf } from '../../site/model/frame/site.ts';
import { questionsPage } from '../../site/model/lists/questions-page.ts';
import { overviewPage } from '../../site/model/overview/overview-page.ts';
import { factRows } from '../../site/model/paged/fact-rows.ts';
import { textLinksOf } from '../../site/model/text/text-links.ts';
import { factView } from '../../site/model/views/fact-view.ts';
import { ANSWERED } from '../helpers/calls/answered-question.ts';
import { FIXTURE_CORPUS, FIXTURE_FILES } from '../helpers/fixture-spec.ts';
import { minimalStanza } from '../helpers/temp-spec.ts';
import { publicationOf } from './corpus-of.ts';

/** A page, its JSON and its Markdown say the same. */

const publication: Published = {
  corpus: FIXTURE_CORPUS,
  origin: undefined,
  base: '/',
  commit: undefined,
  date: undefined,
  directory: 'spec',
  releases: [],
};
const site = siteOf(publication);
const { links } = site;
const files = (of: Published) => new Map([...twinsOf(of)].map(({ path, text }) => [path, text]));
const twins = files(publication);
const json = (path: string) => JSON.parse(twins.get(path) ?? '');

describe('the list of facts', () => {
  it('has the evidence of each fact, in HTML as in JSON', () => {
    const rows = factRows(publication, links).flatMap((group) => group.rows);
    assert.deepEqual(
      json('facts.json').facts.map(({ path, techniques = [], flavors = [] }: Record<string, unknown>) => ({
        path,
        techniques,
        flavors,
      })),
      rows.map(({ fact, techniques, flavors }) => ({ path: fact.path, techniques, flavors })),
    );
  });

  it('names the flavor of a source, and the evidence of the facts inside a node', () => {
    const { publication: small } = publicationOf({
      'spec.yaml': '{ title: Small, version: 1.0.0 }',
      'flavors/meow.yaml': '{ id: meow }',
      'stanzas/ring.yaml': `{ id: ring, tag: ring, display_name: Ring, category: signaling, direction: [incoming],
        status: draft, spec_version: 1.0.0, summary: Rings., children: [{ tag: tone, occurrence: '0..1',
        confidence: probable, description: How it sounds., attributes: [{ name: pitch, type: int,
        confidence: probable, description: How high., provenance: { sources: ['meow:ring.go#L7'] } }] }] }`,
    });
    const { facts } = JSON.parse(files(small).get('facts.json') ?? '');
    assert.deepEqual(
      facts.map(({ path, flavors }: Record<string, unknown>) => [path, flavors]),
      [
        ['ring:tone', ['meow']],
        ['ring:tone@pitch', ['meow']],
      ],
    );
  });
});

it('the overview and the questions count the same in HTML, JSON and Markdown', () => {
  const { figures, tally } = overviewPage(publication, links);
  const { counts, implementations, questions, tally: inJson } = json('index.json');
  const figure = (path: string) => Number(figures.find(({ href }) => href === links.page(path))?.value ?? 0);
  for (const kind of ['stanza', 'enum', 'flow', 'technique'] as const) {
    assert.equal(figure(KINDS[kind].page), counts[kind], kind);
  }
  // The frozen spec has a description of the protocol, which implements nothing.
  assert.equal(figure(KINDS.flavor.page), implementations);
  assert.equal(counts.flavor, implementations + 1);
  assert.equal(figure('questions/'), questions.open);
  assert.deepEqual({ facts: tally.total, ...tally.counts }, inJson);
  assert.match(twins.get('index.md') ?? '', new RegExp(`Facts: ${inJson.facts} `));

  const { sections } = questionsPage(publication, links);
  const answered = sections.find(({ reach }) => reach === 'answered')?.count ?? 0;
  assert.equal(answered, questions.resolved);
  assert.equal(
    sections.reduce((sum, { count }) => sum + count, 0),
    json('questions.json').questions.length,
  );
  assert.equal(
    json('questions.json').questions.filter(({ status }: Record<string, unknown>) => status === 'open')
      .length,
    questions.open,
  );
});

describe('the list of a kind', () => {
  const tableOf = (kind: PageKind, of: Site): string => {
    const { tables } = kindListPage(kind, of);
    return tables.map(({ table }) => markupOf(table)).join('');
  };

  // The frozen spec is older than some kinds.
  const { corpus, findings } = loadCorpus(
    overlayFiles(
      FIXTURE_FILES,
      new Map([
        [
          'nodes/te.yaml',
          `{ id: te, tag: te, display_name: Endpoint, status: draft, spec_version: 0.1.0, summary: Where. }`,
        ],
        ['types/pitch.yaml', '{ id: pitch, status: draft, summary: How high., base: int, privacy: public }'],
        [
          'machines/bell.yaml',
          `{ id: bell, title: A bell, status: draft, spec_version: 0.1.0, summary: Its states.,
            states: [{ id: quiet, title: Quiet }], transitions: [] }`,
        ],
        ...['first', 'second'].map((id, i): [string, string] => [
          `crypto/${id}.yaml`,
          `{ id: ${id}, code: CRY-0${i}, category: crypto, title: The ${id}, summary: A rule., status: draft, spec_version: 0.1.0 }`,
        ]),
        [
          'guides/steps.yaml',
          '{ id: steps, title: Steps, status: draft, summary: How., sections: [{ id: one, title: One, text: Ring. }] }',
        ],
      ]),
    ),
  );
  const whole = { ...publication, corpus };
  const its = files(whole);
  it('is tested with definitions of all kinds', () => assert.deepEqual(findings, []));

  for (const kind of PAGE_KINDS.filter((one) => KINDS[one].columns !== undefined)) {
    it(`has the same definitions in HTML, JSON and Markdown: ${kind}`, () => {
      const name = twinName(KINDS[kind].page);
      const { $schema: _, kind: __, ...lists } = JSON.parse(its.get(`${name}.json`) ?? '');
      const [entries] = Object.values(lists) as [{ id: string; url: string; title: string }[]];
      assert.ok(entries.length > 0);
      assert.equal(entries.length, corpus.definitions[kind].size);
      const table = tableOf(kind, siteOf(whole));
      const markdown = its.get(`${name}.md`) ?? '';
      assert.deepEqual(
        // A list in groups has another order than a file.
        [...table.matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, href]) => href).sort(),
        entries.map(({ url }) => url).sort(),
      );
      for (const { url } of entries) assert.ok(markdown.includes(url), url);
    });
  }

  it('is no file where a spec has none of them, and no page', () => {
    assert.deepEqual(
      ['nodes', 'types', 'states', 'parts', 'guides'].filter((name) => twins.has(`${name}.json`)),
      [],
    );
    assert.ok(['nodes', 'types', 'states', 'parts', 'guides'].every((name) => its.has(`${name}.json`)));
  });

  it('has the types of a spec with the number of facts that have them', () => {
    const { publication: small, links: own } = publicationOf({
      'spec.yaml': '{ title: Small, version: 1.0.0 }',
      'stanzas/ping.yaml': minimalStanza(
        'ping',
        'attributes: [{ name: tone, type: pitch, confidence: unknown, description: How it `pitch` sounds. }]\n',
      ),
      'types/pitch.yaml':
        '{ id: pitch, status: draft, summary: How high <b>., base: int, privacy: public, expected: up to 9 }',
    });
    const table = tableOf('type', siteOf(small));
    assert.match(table, /<th scope="row"><a href="\/base\/types\/pitch\/" class="id">pitch<\/a>/);
    assert.match(table, /How high &lt;b&gt;\./);
    assert.match(table, /<td data-label="Used by" class="number">1<\/td>/);
    const twin = files(small);
    const { used_by, base, privacy } = JSON.parse(twin.get('types/pitch.json') ?? '');
    assert.deepEqual([used_by, base, privacy], [['ping:@tone'], 'int', 'public']);
    assert.match(
      twin.get('types/pitch.md') ?? '',
      /Expected: up to 9[\s\S]*says nothing of anybody[\s\S]*ping:@tone/,
    );
    const [tone] = small.corpus.facts;
    assert.ok(tone);
    assert.deepEqual(factView(tone, { corpus: small.corpus, links: own }).type, {
      text: 'pitch',
      href: '/base/types/pitch/',
    });
    // A word of prose is no type: attributes have the same names.
    assert.equal(own.word('pitch'), undefined);
    const row = factRows(small, own)[0]?.rows[0];
    assert.equal(row?.type?.href, '/base/types/pitch/');
    const [view] = typePage(small, own, 'pitch').uses;
    assert.deepEqual(view?.groups[0]?.facts, [{ text: '@tone', href: '/base/stanzas/ping/#@tone' }]);
  });

  it('has a cell for each column, by its type', () => {
    const { publication: small } = publicationOf({
      'spec.yaml': '{ title: Small, version: 1.0.0 }',
      'stanzas/ping.yaml': minimalStanza('ping'),
      'flavors/purr.yaml': "{ id: purr, name: 'Purr <b>', language: 'C*', derives_from: [meow] }",
      'flavors/meow.yaml': '{ id: meow }',
    });
    const table = tableOf('flavor', siteOf(small));
    assert.match(table, /Purr &lt;b&gt;/);
    // A line of text is no prose: its signs are no markup.
    assert.match(table, /<td data-label="Language">C\*<\/td>/);
    assert.match(table, /<td data-label="Derived from"><a href="\/base\/flavors\/meow\/">meow<\/a><\/td>/);
    assert.match(table, /<td data-label="Derived from">none known<\/td>/);
    assert.match(table, /<td data-label="Facts that it disputes" class="number">0<\/td>/);
  });
});

describe('a question that captures answer', () => {
  const { publication: one, links: its } = publicationOf(ANSWERED);
  const { questions } = questionsPage(one, its).sections.flatMap(({ groups }) => groups)[0] ?? {};

  it('says so with links to some of them', () => {
    const markup = markupOf(questionItems(questions ?? [], textLinksOf(one, its), false));
    assert.match(
      markup,
      /6 traces answer it: This time it did\. <small>.*<a href="\/base\/captures\/f\/">f<\/a> and 1 more</,
    );
    assert.match(markup, /1 trace answers it: No\. <small><a href="\/base\/captures\/c\/">c<\/a></);
  });

  it('says so in its JSON and its Markdown', () => {
    const its = files(one);
    const [question] = JSON.parse(its.get('questions.json') ?? '').questions;
    assert.deepEqual(question.captured[1], { answer: 'No.', captures: ['c'] });
    assert.match(its.get('questions.md') ?? '', /Answered by `c`: No\./);
  });
});
