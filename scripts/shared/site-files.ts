import { coverageBadge } from '../../lib/coverage/coverage-badge.ts';
import { COVERAGE_SCHEMA } from '../../lib/coverage/coverage-schema.ts';
import { measureCoverage } from '../../lib/coverage/measure-coverage.ts';
import { renderCoverageJson } from '../../lib/coverage/render-coverage-json.ts';
import { renderCoverageMarkdown } from '../../lib/coverage/render-coverage-markdown.ts';
import type { Bundle } from '../../lib/diff/bundle.ts';
import { bundleOf } from '../../lib/diff/bundle-of.ts';
import { BUNDLE_SCHEMA, RELEASED_SCHEMA } from '../../lib/diff/bundle-schema.ts';
import { bundleText } from '../../lib/diff/bundle-text.ts';
import type { Change } from '../../lib/diff/change.ts';
import { factHistories } from '../../lib/diff/fact-histories.ts';
import { groupChanges } from '../../lib/diff/group-changes.ts';
import { pathResolver } from '../../lib/diff/path-resolver.ts';
import type { Published } from '../../lib/diff/published.ts';
import { type ReleaseNote, releaseNotes } from '../../lib/diff/release-notes.ts';
import { releasedDefinitions } from '../../lib/diff/released-definitions.ts';
import { RELEASE_SCHEMA, RELEASES_SCHEMA } from '../../lib/diff/releases-schema.ts';
import { releasedJson, releasedMarkdown } from '../../lib/diff/render-released.ts';
import {
  releaseJson,
  releaseMarkdown,
  releasesJson,
  releasesMarkdown,
} from '../../lib/diff/render-releases.ts';
import { summaryOf } from '../../lib/diff/summary-of.ts';
import { unreleasedOf } from '../../lib/diff/unreleased-of.ts';
import { type Addresses, addressesOf } from '../../lib/export/addresses.ts';
import { atomFeed, type Feed, type FeedEntry, jsonFeed } from '../../lib/export/feed.ts';
import type { Twin } from '../../lib/export/twin.ts';
import { twinsOf } from '../../lib/export/twins-of.ts';
import { jsonText } from '../../lib/findings/json-text.ts';

/**
 * Every file that is published beside the pages: what the corpus gives, coverage and its badge, the frozen
 * releases, what changed in them, the feeds, and the schemas. One after the other; paths are different.
 */
export function* siteFiles(published: Published): Generator<Twin> {
  const { corpus, releases } = published;
  const addresses = addressesOf(published);
  yield* twinsOf(published, factHistories(corpus, releases));

  const coverage = measureCoverage(corpus);
  yield { path: 'coverage.json', text: renderCoverageJson(coverage) };
  yield { path: 'coverage.md', text: renderCoverageMarkdown(coverage) };
  yield { path: 'coverage-badge.json', text: jsonText(coverageBadge(coverage)) };

  const notes = releaseNotes(releases);
  yield* changes(published, addresses, notes);
  for (const bundle of releases) {
    yield { path: `releases/${bundle.version}.json`, text: bundleText(bundle) };
    yield* released(bundle, published, addresses);
  }
  for (const [name, schema] of [
    ['coverage', COVERAGE_SCHEMA],
    ['changes', RELEASES_SCHEMA],
    ['release-twin', RELEASE_SCHEMA],
    ['released-twin', RELEASED_SCHEMA],
    ['bundle', BUNDLE_SCHEMA],
  ] as const) {
    const path = `schema/${name}.schema.json`;
    yield { path, text: jsonText({ ...schema, $id: addresses.of(path) }) };
  }
  yield* feeds(published, addresses, notes);
}

function* changes(
  { corpus, releases }: Published,
  addresses: Addresses,
  notes: readonly ReleaseNote[],
): Generator<Twin> {
  const unreleased = unreleasedOf(corpus, releases);
  const $schema = addresses.of('schema/changes.schema.json');
  yield { path: 'changes.json', text: jsonText({ $schema, ...releasesJson(notes, unreleased) }) };
  yield { path: 'changes.md', text: releasesMarkdown(notes, unreleased) };
  const schemaOfOne = addresses.of('schema/release-twin.schema.json');
  for (const note of notes) {
    const name = `changes/${note.version}`;
    yield { path: `${name}.json`, text: jsonText({ $schema: schemaOfOne, ...releaseJson(note) }) };
    yield { path: `${name}.md`, text: releaseMarkdown(note) };
  }
}

/** The twins of the pages that show a release as it was. */
function* released(bundle: Bundle, { corpus }: Published, addresses: Addresses): Generator<Twin> {
  const resolve = pathResolver(bundleOf(corpus));
  const $schema = addresses.of('schema/released-twin.schema.json');
  for (const one of releasedDefinitions(bundle)) {
    const { kind, definition } = one;
    const now = resolve(definition.id);
    const current = now.kind === 'present' || now.kind === 'moved' ? addresses.path(now.path) : undefined;
    const name = `v/${bundle.version}/${addresses.page(kind, definition.id).replace(/\/$/, '')}`;
    yield { path: `${name}.json`, text: jsonText({ $schema, ...releasedJson(one, current) }) };
    yield { path: `${name}.md`, text: releasedMarkdown(one, current) };
  }
}

function* feeds(
  publication: Published,
  addresses: Addresses,
  notes: readonly ReleaseNote[],
): Generator<Twin> {
  const { corpus, origin, date } = publication;
  const known = (url: string): string | undefined => (origin === undefined ? undefined : url);
  const feed = (folder: string, title: string, entries: readonly FeedEntry[]): Twin[] => {
    const atom = `${folder}feed.xml`;
    const json = `${folder}feed.json`;
    const whole: Feed = {
      id: origin === undefined ? `urn:stanza-catalog:${folder}` : addresses.of(atom),
      title,
      home: known(addresses.of(folder)),
      atom: known(addresses.of(atom)),
      json: known(addresses.of(json)),
      date,
      entries,
    };
    return [
      { path: atom, text: atomFeed(whole) },
      { path: json, text: jsonFeed(whole) },
    ];
  };
  const entry = (note: ReleaseNote, told: readonly Change[]): FeedEntry[] =>
    note.date === undefined
      ? []
      : [
          {
            id: note.version,
            title: `Version ${note.version}`,
            date: note.date,
            url: known(addresses.of(`changes/${encodeURIComponent(note.version)}/`)),
            text: entryText(told),
          },
        ];

  yield* feed(
    '',
    corpus.spec.title,
    notes.flatMap((note) => entry(note, note.changes)),
  );
  const byStanza = notes.map((note) => ({ note, changes: changesByOwner(note.changes) }));
  for (const { id, data } of corpus.definitions.stanza.values()) {
    yield* feed(
      addresses.page('stanza', id),
      data.display_name,
      byStanza.flatMap(({ note, changes: all }) => {
        const own = all.get(id);
        return own === undefined ? [] : entry(note, own);
      }),
    );
  }
}

/** Changes of stanzas and their facts by the id of the stanza. */
function changesByOwner(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const owners = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.kind === 'ledger' || change.path.includes('=')) continue;
    if ((change.kind === 'definition' || change.kind === 'edited') && change.definition !== 'stanza')
      continue;
    const owner = change.path.replace(/:.*$/s, '');
    const list = owners.get(owner);
    if (list === undefined) owners.set(owner, [change]);
    else list.push(change);
  }
  return owners;
}

/** Lines of an entry; the page of changes has all of them. */
const MOST = 40;

function entryText(changes: readonly Change[]): string {
  const lines = groupChanges(changes).flatMap(({ title, groups }) =>
    groups.map(({ words, paths }) => {
      const said = words.map((one) => (typeof one === 'string' ? one : 'code' in one ? one.code : one.data));
      const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
      return `${title}: ${paths.slice(0, 3).join(', ')}${more} (${said.join('')})`;
    }),
  );
  const rest = lines.length > MOST ? [`and ${lines.length - MOST} more`] : [];
  const sum = `${summaryOf(changes)}.`;
  return [sum.slice(0, 1).toUpperCase() + sum.slice(1), '', ...lines.slice(0, MOST), ...rest].join('\n');
}
