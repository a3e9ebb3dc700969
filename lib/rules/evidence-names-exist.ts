import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Pointer } from '../source/mark.ts';
import { evidenceSites } from './evidence-sites.ts';
import { checkReference, type ReferenceKind } from './parts/check-reference.ts';
import type { Report, Rule } from './parts/rule.ts';

/**
 * The techniques, flavors and contributors that are named as evidence exist: in provenances, disputes, questions,
 * captures, contributors, and as upstreams of flavors. Sources have a rule of their own.
 */
export const evidenceNamesExist: Rule = {
  name: 'evidence-names-exist',
  codes: ['reference/technique', 'reference/flavor', 'reference/contributor'],
  check(corpus, report) {
    checkFacts(corpus, report);
    for (const { kind, owner, asks, pointer } of corpus.questions) {
      const entry = corpus.definitions[kind].get(owner);
      if (entry !== undefined) checkList(corpus, report, 'technique', asks, entry, [...pointer, 'asks']);
    }
    for (const entry of corpus.definitions.capture.values()) {
      const { technique, contributor, client } = entry.data.source;
      checkReference(corpus, report, 'technique', technique, entry, ['source', 'technique']);
      if (client !== undefined && client !== 'official') {
        checkReference(corpus, report, 'flavor', client, entry, ['source', 'client']);
      }
      if (contributor === undefined) continue;
      checkReference(corpus, report, 'contributor', contributor, entry, ['source', 'contributor']);
    }
    for (const entry of corpus.definitions.contributor.values()) {
      checkList(corpus, report, 'technique', entry.data.techniques, entry, ['techniques']);
      checkList(corpus, report, 'flavor', entry.data.flavors, entry, ['flavors']);
    }
    for (const entry of corpus.definitions.flavor.values()) {
      checkList(corpus, report, 'flavor', entry.data.derives_from, entry, ['derives_from']);
    }
  },
};

function checkFacts(corpus: Corpus, report: Report): void {
  for (const { entry, pointer, provenance = {}, disputes } of evidenceSites(corpus)) {
    const list = (kind: ReferenceKind, key: 'techniques' | 'flavors' | 'contributors'): void =>
      checkList(corpus, report, kind, provenance[key], entry, [...pointer, 'provenance', key]);
    list('technique', 'techniques');
    list('flavor', 'flavors');
    list('contributor', 'contributors');
    for (const [i, { flavors }] of disputes.entries()) {
      checkList(corpus, report, 'flavor', flavors, entry, [...pointer, 'disputes', i, 'flavors']);
    }
  }
}

function checkList(
  corpus: Corpus,
  report: Report,
  kind: ReferenceKind,
  ids: readonly string[] | undefined,
  entry: Entry<Kind>,
  pointer: Pointer,
): void {
  for (const [i, id] of (ids ?? []).entries()) {
    checkReference(corpus, report, kind, id, entry, [...pointer, i]);
  }
}
