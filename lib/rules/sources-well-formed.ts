import { citedDirection } from '../corpus/captures/capture-records.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { sourcesInParts } from '../corpus/parts/sources-in-parts.ts';
import { placeMeant } from '../corpus/sources/place-meant.ts';
import { parseSource, type SourceRef } from '../corpus/sources/source-ref.ts';
import { isWholeHash, pinOfUrl } from '../corpus/sources/url-pin.ts';
import { safeUrl } from '../prose/safe-url.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Pointer } from '../source/mark.ts';
import { clip } from '../text/clip.ts';
import { evidenceSites } from './evidence-sites.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

/** How many records of traces a fact cites: the pages count the others. */
const MOST_RECORDS = 5;

/**
 * Every source can be followed: it is well-formed, its flavor or capture exists, and a flavor with places in its code
 * says where that code is. What a flavor lacks is reported once, at the flavor.
 */
export const sourcesWellFormed: Rule = {
  name: 'sources-well-formed',
  codes: [
    'source/malformed',
    'source/free-note',
    'source/line-form',
    'source/moving-branch',
    'source/short-commit',
    'source/no-repository',
    'source/no-commit',
    'reference/flavor',
    'source/many-records',
    'reference/capture',
    'reference/record',
  ],
  check(corpus, report) {
    const cited = new Set<string>();
    const citedByLine = new Set<string>();
    for (const { entry, pointer, source } of sourcesOf(corpus)) {
      const ref = parseSource(source);
      const malformed = (reason: string, meant?: string): void =>
        report(findingAt(entry, pointer, 'source/malformed', { source: clip(source), reason, meant }));
      const meant = placeMeant(source);
      switch (ref.kind) {
        case 'malformed':
          malformed(ref.reason, meant === undefined ? undefined : clip(meant));
          break;
        case 'url':
          if (safeUrl(ref.url) === undefined) malformed('an https address names a host and no user');
          else checkPin(ref.url, entry, pointer, report);
          break;
        case 'note':
          report(findingAt(entry, pointer, 'source/free-note', { source: clip(source) }));
          break;
        case 'flavor':
          checkReference(corpus, report, 'flavor', ref.flavor, entry, pointer);
          if (meant !== undefined) {
            const args = { source: clip(source), meant: clip(meant) };
            report(findingAt(entry, pointer, 'source/line-form', args));
          }
          cited.add(ref.flavor);
          if (ref.from !== undefined) citedByLine.add(ref.flavor);
          break;
        case 'capture':
          checkReference(corpus, report, 'capture', ref.id, entry, pointer);
          checkRecord(corpus, report, ref, entry, pointer);
          break;
        case 'issue':
          break;
        default:
          ref satisfies never;
      }
    }
    for (const { entry, pointer, provenance } of evidenceSites(corpus)) {
      const at = tooManyRecords(provenance?.sources ?? [], corpus);
      if (at === undefined) continue;
      const place = [...pointer, 'provenance', 'sources', at];
      report(findingAt(entry, place, 'source/many-records', { most: MOST_RECORDS }));
    }
    for (const entry of corpus.definitions.capture.values()) {
      const { url } = entry.data.source;
      if (url === undefined) continue;
      const safe = safeUrl(url);
      if (safe !== undefined) checkPin(safe, entry, ['source', 'url'], report);
    }
    for (const entry of corpus.definitions.flavor.values()) {
      const { repository, commit } = entry.data;
      const flavor = clip(entry.id, 80);
      if (cited.has(entry.id) && repository === undefined) {
        report(findingAt(entry, ['id'], 'source/no-repository', { flavor }));
      }
      if (citedByLine.has(entry.id) && commit === undefined) {
        report(findingAt(entry, ['id'], 'source/no-commit', { flavor }));
      }
      if (commit !== undefined && !isWholeHash(commit)) {
        report(findingAt(entry, ['commit'], 'source/short-commit', { commit }));
      }
    }
  },
};

/** Whether the record that a source names exists. */
function checkRecord(
  { definitions }: Corpus,
  report: Report,
  { id, record }: Extract<SourceRef, { kind: 'capture' }>,
  entry: Entry<Kind>,
  pointer: Pointer,
): void {
  const capture = definitions.capture.get(id)?.data;
  if (capture === undefined || citedDirection(capture, record) !== undefined) return;
  const args = { record: record ?? 1, id: clip(id, 80), records: capture.trace?.length };
  report(findingAt(entry, pointer, 'reference/record', args));
}

/** The place after the last record of traces that a fact may cite, if it cites more. */
function tooManyRecords(sources: readonly string[], corpus: Corpus): number | undefined {
  const isOfTrace = (source: string): boolean => {
    const ref = parseSource(source);
    return ref.kind === 'capture' && corpus.definitions.capture.get(ref.id)?.data.trace !== undefined;
  };
  const places = [...sources.keys()].filter((i) => isOfTrace(sources[i] ?? ''));
  return places[MOST_RECORDS];
}

function checkPin(url: string, entry: Entry<Kind>, pointer: Pointer, report: Report): void {
  const pin = pinOfUrl(url);
  if (pin === undefined) return;
  const ref = clip(pin.ref, 80);
  switch (pin.kind) {
    case 'moving':
      report(findingAt(entry, pointer, 'source/moving-branch', { source: clip(url), ref }));
      break;
    case 'short':
      report(findingAt(entry, pointer, 'source/short-commit', { commit: ref }));
      break;
    default:
      pin.kind satisfies never;
  }
}

interface Source {
  readonly entry: Entry<Kind>;
  readonly pointer: Pointer;
  readonly source: string;
}

function* sourcesOf(corpus: Corpus): Generator<Source> {
  function* each(entry: Entry<Kind>, sources: readonly string[] | undefined, at: Pointer): Generator<Source> {
    for (const [i, source] of (sources ?? []).entries()) yield { entry, pointer: [...at, i], source };
  }
  for (const { entry, pointer, provenance, disputes } of evidenceSites(corpus)) {
    yield* each(entry, provenance?.sources, [...pointer, 'provenance', 'sources']);
    for (const [i, { sources }] of disputes.entries()) {
      yield* each(entry, sources, [...pointer, 'disputes', i, 'sources']);
    }
  }
  for (const { entry, pointer, sources } of sourcesInParts(corpus)) yield* each(entry, sources, pointer);
  for (const { kind, owner, sources, pointer } of corpus.questions) {
    const entry = corpus.definitions[kind].get(owner);
    if (entry !== undefined) yield* each(entry, sources, [...pointer, 'sources']);
  }
  for (const entry of corpus.definitions.ledger.values()) {
    for (const [i, { sources }] of entry.data.names.entries()) {
      yield* each(entry, sources, ['names', i, 'sources']);
    }
  }
  for (const entry of corpus.definitions.capture.values()) {
    const { issue } = entry.data.source;
    if (issue !== undefined) yield { entry, pointer: ['source', 'issue'], source: issue };
  }
}
