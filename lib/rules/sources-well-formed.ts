import type { Corpus, Entry } from '../corpus/corpus.ts';
import { safeUrl } from '../corpus/safe-url.ts';
import { parseSource } from '../corpus/source-ref.ts';
import { clip } from '../findings/clip.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Pointer } from '../source/mark.ts';
import { checkReference } from './check-reference.ts';
import { evidenceSites } from './evidence-sites.ts';
import { findingAt } from './finding-at.ts';
import type { Rule } from './rule.ts';

/**
 * A source can be followed: it is well-formed, the flavor or capture that it names exists, and a flavor with
 * places in its code says where that code is. What a flavor leaves out is said once, at the flavor.
 */
export const sourcesWellFormed: Rule = {
  name: 'sources-well-formed',
  codes: [
    'source/malformed',
    'source/free-note',
    'source/no-repository',
    'source/no-commit',
    'reference/flavor',
    'reference/capture',
  ],
  check(corpus, report) {
    const cited = new Set<string>();
    const citedByLine = new Set<string>();
    for (const { entry, pointer, source } of sourcesOf(corpus)) {
      const ref = parseSource(source);
      const malformed = (reason: string): void =>
        report(findingAt(entry, pointer, 'source/malformed', { source: clip(source), reason }));
      switch (ref.kind) {
        case 'malformed':
          malformed(ref.reason);
          break;
        case 'url':
          if (safeUrl(ref.url) === undefined) malformed('an https address names a host and no user');
          break;
        case 'note':
          report(findingAt(entry, pointer, 'source/free-note', { source: clip(source) }));
          break;
        case 'flavor':
          checkReference(corpus, report, 'flavor', ref.flavor, entry, pointer);
          cited.add(ref.flavor);
          if (ref.from !== undefined) citedByLine.add(ref.flavor);
          break;
        case 'capture':
          checkReference(corpus, report, 'capture', ref.id, entry, pointer);
          break;
        case 'issue':
          break;
        default:
          ref satisfies never;
      }
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
    }
  },
};

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
