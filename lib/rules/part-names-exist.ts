import { factAt } from '../corpus/facts/fact-at.ts';
import { questionsAskedBy } from '../corpus/lookup/questions-asked-by.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { loadedCompletely } from '../corpus/model/loaded-completely.ts';
import type { Question } from '../corpus/model/question.ts';
import { fieldAnchor } from '../corpus/parts/part-path.ts';
import { stepAt } from '../corpus/steps/step-at.ts';
import { linksIn, readMarkdown, wordsOfLine } from '../prose/read-markdown.ts';
import { safeUrl } from '../prose/safe-url.ts';
import { FACT_OWNERS } from '../schema/kinds.ts';
import type { Pointer } from '../source/mark.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import { repeated } from './parts/repeated.ts';
import type { Report, Rule } from './parts/rule.ts';
import { placesOfPieces } from './texts/places-of-pieces.ts';

/**
 * What a part names exists: other parts, flavors, contributors, the subjects of its requirements and the targets of its
 * links. Its category is its folder, its code is its own, and no two of its statements and questions have one anchor.
 */
export const partNamesExist: Rule = {
  name: 'part-names-exist',
  codes: [
    'reference/part',
    'reference/flavor',
    'reference/contributor',
    'part/category',
    'part/code-taken',
    'part/duplicate-id',
    'part/subject',
    'part/link',
  ],
  check(corpus, report) {
    const parts = [...corpus.definitions.part.values()];
    for (const { name, index, first } of repeated(parts, ({ data }) => data.code)) {
      const [entry, other] = [parts[index], parts[first]];
      if (entry === undefined || other === undefined) continue;
      report(findingAt(entry, ['code'], 'part/code-taken', { code: name, other: other.id }));
    }
    for (const entry of parts) {
      checkNames(entry, corpus, report);
      checkIds(entry, questionsAskedBy(corpus, 'part', entry.id), report);
      checkSubjects(entry, corpus, report);
      checkLinks(entry, corpus, report);
    }
  },
};

function checkNames(entry: Entry<'part'>, corpus: Corpus, report: Report): void {
  const { category, parent, requires = [], contributors = [], implementations = [] } = entry.data;
  const folder = entry.source.file.split('/').at(-2);
  if (folder !== undefined && folder !== category)
    report(findingAt(entry, ['category'], 'part/category', { category: clip(category), folder }));
  if (parent !== undefined) checkReference(corpus, report, 'part', parent, entry, ['parent']);
  for (const [i, id] of requires.entries()) {
    checkReference(corpus, report, 'part', id, entry, ['requires', i]);
  }
  for (const [i, one] of contributors.entries()) {
    const [id, at]: [string, Pointer] =
      typeof one === 'string' ? [one, []] : [one.contributor, ['contributor']];
    checkReference(corpus, report, 'contributor', id, entry, ['contributors', i, ...at]);
  }
  for (const [i, { flavor }] of implementations.entries()) {
    checkReference(corpus, report, 'flavor', flavor, entry, ['implementations', i, 'flavor']);
  }
}

function checkIds(entry: Entry<'part'>, asked: readonly Question[], report: Report): void {
  const { requirements = [], layout = [], procedure = [] } = entry.data;
  const named: { readonly id: string; readonly at: Pointer }[] = [
    ...asked.map(({ anchor, pointer }) => ({ id: anchor, at: pointer })),
    ...requirements.map(({ id }, i) => ({ id, at: ['requirements', i, 'id'] })),
    ...layout.flatMap(({ id, fields }, i) => [
      { id, at: ['layout', i, 'id'] },
      ...fields.map(({ name }, j) => ({
        id: fieldAnchor(id, name),
        at: ['layout', i, 'fields', j, 'name'],
      })),
    ]),
    ...procedure.map(({ id }, i) => ({ id, at: ['procedure', i, 'id'] })),
  ];
  for (const { name, index, first } of repeated(named, ({ id }) => id)) {
    // Two questions of one id are reported for that.
    if (index < asked.length) continue;
    const { line } = entry.source.place(named[first]?.at ?? []);
    report(findingAt(entry, named[index]?.at ?? [], 'part/duplicate-id', { id: name, line }));
  }
}

function checkSubjects(entry: Entry<'part'>, corpus: Corpus, report: Report): void {
  // What a broken file describes is not known.
  if (!loadedCompletely(corpus, FACT_OWNERS)) return;
  for (const [i, { subject }] of (entry.data.requirements ?? []).entries()) {
    if (subject === undefined || isThere(subject, corpus)) continue;
    const suggestion = suggest(subject, corpus.factByPath.keys());
    const args = { subject: clip(subject, 120), suggestion };
    report(findingAt(entry, ['requirements', i, 'subject'], 'part/subject', args));
  }
}

const isThere = (subject: string, corpus: Corpus): boolean =>
  factAt(corpus, subject) !== undefined ||
  stepAt(corpus, subject) !== undefined ||
  corpus.definitions.stanza.has(subject) ||
  corpus.definitions.node.has(subject.replace(/^node\//, '')) ||
  corpus.definitions.enum.has(subject.replace(/^enum:/, ''));

function checkLinks(entry: Entry<'part'>, corpus: Corpus, report: Report): void {
  for (const key of ['normative', 'findings'] as const) {
    const text = entry.data[key];
    if (text === undefined) continue;
    const placeOf = placesOfPieces(entry.source, [key], text);
    for (const { to, written, inside } of linksIn(readMarkdown(text))) {
      const place = placeOf(written);
      if (safeUrl(to) !== undefined) continue;
      const known = corpus.definitions.part;
      if (known.has(to) || corpus.broken.get('part')?.has(to)) continue;
      const words = clip(
        wordsOfLine(inside, (code) => code),
        60,
      );
      const args = { to: clip(to, 80), words, suggestion: suggest(to, known.keys()) };
      report({ ...findingAt(entry, [key], 'part/link', args), ...place });
    }
  }
}
