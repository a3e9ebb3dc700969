import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchCapture } from '../../../lib/capture/review/match-capture.ts';
import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import { LIVE_CORPUS } from '../live-spec.ts';

/** What each record of a trace shows: the paths that it supports, and its tags and values. */
const SHOWN: ReadonlyMap<string, { paths: ReadonlySet<string>; words: ReadonlySet<string> }> = new Map(
  [...LIVE_CORPUS.definitions.capture.values()].flatMap(({ data }) =>
    data.trace === undefined
      ? []
      : matchCapture(data, LIVE_CORPUS).map(({ record, root, review }) => {
          const supports = review.verdicts
            .filter(({ verdict }) => verdict === 'supports')
            .map(({ path }) => path);
          return [`capture:${record.ref}`, { paths: new Set(supports), words: wordsIn(root) }] as const;
        }),
  ),
);

const BETWEEN_RECORDS: ReadonlySet<string> = new Set(['step', 'requirement', 'field', 'procedure']);

function wordsIn({ tag, attributes, children }: CapturedNode): ReadonlySet<string> {
  return new Set([
    tag,
    ...attributes.map(({ value }) => value),
    ...children.flatMap((one) => [...wordsIn(one)]),
  ]);
}

const recordsOf = (sources: readonly string[]): string[] =>
  sources.filter((source) => {
    const ref = parseSource(source);
    return ref.kind === 'capture' && ref.record !== undefined;
  });

describe('the records of traces that facts cite', () => {
  it('are at most five for a fact', () => {
    const many = LIVE_CORPUS.facts.filter(({ provenance }) => recordsOf(provenance.sources).length > 5);
    assert.deepEqual(
      many.map(({ path }) => path),
      [],
    );
  });

  it('show the fact', () => {
    const cited = LIVE_CORPUS.facts.flatMap(({ kind, name, path, provenance }) =>
      recordsOf(provenance.sources).map((source) => ({ kind, name, path, source })),
    );
    assert.ok(cited.length > 200);
    const wrong = cited.filter(({ kind, name, path, source }) => {
      const shown = SHOWN.get(source);
      if (shown === undefined) return true;
      // What comes after what, or is left out, is in several records: the trace of a step and of a rule is read as a whole.
      if (BETWEEN_RECORDS.has(kind)) return false;
      // A choice is shown by each of its members; a value may be that of a place that has no verdict of its own.
      return !shown.paths.has(path) && kind !== 'choice' && !(kind === 'value' && shown.words.has(name));
    });
    assert.deepEqual(
      wrong.map(({ path, source }) => `${path}: ${source}`),
      [],
    );
  });
});
