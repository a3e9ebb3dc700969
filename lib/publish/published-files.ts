import { coverageBadge } from '../coverage/coverage-badge.ts';
import { COVERAGE_SCHEMA } from '../coverage/coverage-schema.ts';
import { measureCoverage } from '../coverage/measure-coverage.ts';
import { renderCoverageJson } from '../coverage/render-coverage-json.ts';
import { renderCoverageMarkdown } from '../coverage/render-coverage-markdown.ts';
import type { Bundle } from '../diff/bundle/bundle.ts';
import { bundleOf } from '../diff/bundle/bundle-of.ts';
import { BUNDLE_SCHEMA, RELEASED_SCHEMA } from '../diff/bundle/bundle-schema.ts';
import { bundleText } from '../diff/bundle/bundle-text.ts';
import { pathResolver } from '../diff/bundle/path-resolver.ts';
import type { Published } from '../diff/bundle/published.ts';
import { factHistories } from '../diff/releases/fact-histories.ts';
import { type ReleaseNote, releaseNotes } from '../diff/releases/release-notes.ts';
import { RELEASE_SCHEMA, RELEASES_SCHEMA } from '../diff/releases/releases-schema.ts';
import {
  releaseJson,
  releaseMarkdown,
  releasesJson,
  releasesMarkdown,
} from '../diff/releases/render-releases.ts';
import { unreleasedOf } from '../diff/releases/unreleased-of.ts';
import { pageOrder } from '../diff/retired/page-order.ts';
import { releasedDefinitions } from '../diff/retired/released-definitions.ts';
import { releasedJson, releasedMarkdown } from '../diff/retired/render-released.ts';
import { retiredJson, retiredMarkdown } from '../diff/retired/render-retired.ts';
import { type RetiredPage, retiredPages } from '../diff/retired/retired-pages.ts';
import { RETIRED_SCHEMA } from '../diff/retired/retired-schema.ts';
import type { PublishedFile } from '../export/formats/published-file.ts';
import { type Addresses, addressesOf } from '../export/json/addresses.ts';
import { twinsOf } from '../export/twins/twins-of.ts';
import { withoutSlash } from '../prose/without-slash.ts';
import { jsonText } from '../text/json-text.ts';
import { definitionKey } from './definition-key.ts';
import { siteFeeds } from './site-feeds.ts';

/**
 * Every file that is published beside the pages: what the corpus gives, coverage and its badge, the frozen
 * releases, what changed in them, the feeds, and the schemas. One after the other; paths are different.
 * @param without the definitions whose own files are there already, by their keys
 */
export function* publishedFiles(
  published: Published,
  without: ReadonlySet<string> = new Set(),
): Generator<PublishedFile> {
  const { corpus, releases } = published;
  const addresses = addressesOf(published);
  const isThere = (kind: string, id: string): boolean => without.has(definitionKey(kind, id));
  yield* twinsOf(published, factHistories(corpus, releases), isThere);

  const coverage = measureCoverage(corpus);
  yield { path: 'coverage.json', text: renderCoverageJson(coverage) };
  yield { path: 'coverage.md', text: renderCoverageMarkdown(coverage) };
  yield { path: 'coverage-badge.json', text: jsonText(coverageBadge(coverage)) };

  const notes = releaseNotes(releases, published.frozenOn);
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
    ['former-twin', RETIRED_SCHEMA],
    ['bundle', BUNDLE_SCHEMA],
  ] as const) {
    const path = `schema/${name}.schema.json`;
    yield { path, text: jsonText({ ...schema, $id: addresses.of(path) }) };
  }
  const former = retiredPages(corpus, releases);
  yield* formerFiles(former, addresses);
  yield* siteFeeds(published, addresses, notes, former, (id) => isThere('stanza', id));
}

function* changes(
  { corpus, releases }: Published,
  addresses: Addresses,
  notes: readonly ReleaseNote[],
): Generator<PublishedFile> {
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
function* released(
  bundle: Bundle,
  { corpus, releases }: Published,
  addresses: Addresses,
): Generator<PublishedFile> {
  const resolve = pathResolver(bundleOf(corpus));
  const order = pageOrder(corpus);
  const isNewest = bundle === releases.at(-1);
  const $schema = addresses.of('schema/released-twin.schema.json');
  for (const one of releasedDefinitions(bundle)) {
    const { kind, definition } = one;
    const now = resolve(definition.id);
    const current = now.kind === 'present' || now.kind === 'moved' ? addresses.path(now.path) : undefined;
    const name = `v/${bundle.version}/${withoutSlash(addresses.page(kind, definition.id))}`;
    yield { path: `${name}.json`, text: jsonText({ $schema, ...releasedJson(one, current) }) };
    yield {
      path: `${name}.md`,
      text: releasedMarkdown({ ...one, facts: order(one.facts) }, current, isNewest),
    };
  }
}

/** What stands at the addresses of the twins of pages that are there no more. */
function* formerFiles(former: readonly RetiredPage[], addresses: Addresses): Generator<PublishedFile> {
  const $schema = addresses.of('schema/former-twin.schema.json');
  for (const one of former) {
    if (one.now === undefined) continue;
    const movedTo = one.now.kind === 'moved' ? addresses.path(one.now.path) : undefined;
    const name = withoutSlash(one.page);
    yield { path: `${name}.json`, text: jsonText({ $schema, ...retiredJson(one, movedTo) }) };
    yield { path: `${name}.md`, text: retiredMarkdown(one, movedTo) };
  }
}
