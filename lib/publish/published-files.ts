import { coverageBadge } from '../coverage/coverage-badge.ts';
import { COVERAGE_SCHEMA } from '../coverage/coverage-schema.ts';
import { measureCoverage } from '../coverage/measure-coverage.ts';
import { renderCoverageJson } from '../coverage/render-coverage-json.ts';
import { renderCoverageMarkdown } from '../coverage/render-coverage-markdown.ts';
import type { Bundle } from '../diff/bundle/bundle.ts';
import { bundleOf } from '../diff/bundle/bundle-of.ts';
import { BUNDLE_SCHEMA, RELEASED_SCHEMA } from '../diff/bundle/bundle-schema.ts';
import { bundleText } from '../diff/bundle/bundle-text.ts';
import { definitionPath } from '../diff/bundle/definition-path.ts';
import { pathResolver } from '../diff/bundle/path-resolver.ts';
import type { Published } from '../diff/bundle/published.ts';
import { factHistories } from '../diff/releases/fact-histories.ts';
import type { ReleaseNote } from '../diff/releases/release-notes.ts';
import { releaseJson, releasesJson } from '../diff/releases/releases-json.ts';
import { releaseMarkdown, releasesMarkdown } from '../diff/releases/releases-markdown.ts';
import { RELEASE_SCHEMA, RELEASES_SCHEMA } from '../diff/releases/releases-schema.ts';
import type { Unreleased } from '../diff/releases/unreleased-of.ts';
import { pageOrder } from '../diff/retired/page-order.ts';
import { releasedDefinitions } from '../diff/retired/released-definitions.ts';
import { releasedJson } from '../diff/retired/released-json.ts';
import { releasedMarkdown } from '../diff/retired/released-markdown.ts';
import { retiredJson } from '../diff/retired/retired-json.ts';
import { retiredMarkdown } from '../diff/retired/retired-markdown.ts';
import { type RetiredPage, retiredPages } from '../diff/retired/retired-pages.ts';
import { RETIRED_SCHEMA } from '../diff/retired/retired-schema.ts';
import type { PublishedFile } from '../export/formats/published-file.ts';
import { type Addresses, addressesOf } from '../export/json/addresses.ts';
import { twinsOf } from '../export/twins/twins-of.ts';
import { twinFiles } from '../pages/definition-files.ts';
import { changesPath, releasedPagePath } from '../pages/page-path.ts';
import type { PageKind } from '../schema/kinds.ts';
import { jsonText } from '../text/json-text.ts';
import { definitionKey } from './definition-key.ts';
import { publishedHistories } from './published-histories.ts';
import { siteFeeds } from './site-feeds.ts';

/**
 * Every file that is published beside the pages: JSON and Markdown twins, coverage and its badge, frozen releases,
 * changes, feeds and schemas. No two have the same path.
 * @param without definitions whose own files exist already, by their keys
 */
export function* publishedFiles(
  published: Published,
  without: ReadonlySet<string> = new Set(),
): Generator<PublishedFile> {
  const { corpus, releases } = published;
  const addresses = addressesOf(published);
  const isThere = (kind: PageKind, id: string): boolean => without.has(definitionKey(kind, id));
  yield* twinsOf(published, factHistories(corpus, releases), isThere);

  const coverage = measureCoverage(corpus);
  yield { path: 'coverage.json', text: renderCoverageJson(coverage) };
  yield { path: 'coverage.md', text: renderCoverageMarkdown(coverage) };
  yield { path: 'coverage-badge.json', text: jsonText(coverageBadge(coverage)) };

  const { notes, unreleased } = publishedHistories(published);
  yield* changes(addresses, notes, unreleased);
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
  const retired = retiredPages(corpus, releases);
  yield* retiredFiles(retired, addresses);
  yield* siteFeeds(published, addresses, notes, retired, isThere);
}

function* changes(
  addresses: Addresses,
  notes: readonly ReleaseNote[],
  unreleased: Unreleased | undefined,
): Generator<PublishedFile> {
  const $schema = addresses.of('schema/changes.schema.json');
  yield { path: 'changes.json', text: jsonText({ $schema, ...releasesJson(notes, unreleased) }) };
  yield { path: 'changes.md', text: releasesMarkdown(notes, unreleased) };
  const schemaOfOne = addresses.of('schema/release-twin.schema.json');
  for (const note of notes) {
    const files = twinFiles(changesPath(note.version));
    yield { path: files.json, text: jsonText({ $schema: schemaOfOne, ...releaseJson(note) }) };
    yield { path: files.markdown, text: releaseMarkdown(note) };
  }
}

/** The twins of the pages that show a definition as it was in a release. */
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
    const now = resolve(definitionPath(kind, definition.id) ?? definition.id);
    const current = now.kind === 'present' || now.kind === 'moved' ? addresses.path(now.path) : undefined;
    const files = twinFiles(releasedPagePath(bundle.version, kind, definition.id));
    yield { path: files.json, text: jsonText({ $schema, ...releasedJson(one, current) }) };
    yield {
      path: files.markdown,
      text: releasedMarkdown({ ...one, facts: order(one.facts) }, current, isNewest),
    };
  }
}

/** The twins of retired pages: where the definition went. */
function* retiredFiles(retired: readonly RetiredPage[], addresses: Addresses): Generator<PublishedFile> {
  const $schema = addresses.of('schema/former-twin.schema.json');
  for (const one of retired) {
    if (one.now === undefined) continue;
    const movedTo = one.now.kind === 'moved' ? addresses.path(one.now.path) : undefined;
    const files = twinFiles(one.page);
    yield { path: files.json, text: jsonText({ $schema, ...retiredJson(one, movedTo) }) };
    yield { path: files.markdown, text: retiredMarkdown(one, movedTo) };
  }
}
