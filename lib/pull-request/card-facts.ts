import { weighEvidence } from '../corpus/evidence/evidence.ts';
import { ratedLower } from '../corpus/lookup/rated-lower.ts';
import { claimsTooMuch } from '../corpus/model/confidences.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { Fact } from '../corpus/model/fact.ts';
import { permalink } from '../corpus/sources/permalink.ts';
import type { Change } from '../diff/changes/change.ts';
import { describeChange } from '../diff/changes/describe-change.ts';
import { markdownCode, markdownLink } from '../prose/markdown-text.ts';
import { plainProse } from '../prose/parse-prose.ts';
import type { Confidence } from '../schema/types.generated.ts';
import { clip } from '../text/clip.ts';
import { cardSection, pathCell, textCell, wordsCell } from './card-section.ts';
import { gainsSourcesOnly, sourcesOnlySection } from './sources-only-section.ts';
import { FACT_CHANGES, type FactChange, type TouchedFact } from './touched-facts.ts';

const TITLES: Readonly<Record<FactChange, string>> = {
  removed: 'Facts removed or moved',
  added: 'Facts added',
  raised: 'Facts raised',
  lowered: 'Facts lowered',
  changed: 'Facts changed',
};

/** The sections about the touched facts: each with its evidence, and with what that evidence supports. */
export function cardFacts(touched: readonly TouchedFact[], head: Corpus): string[] {
  const others = touched.filter((one) => !isRoutine(one, head));
  return [
    ...FACT_CHANGES.flatMap((fate) => {
      const own = others.filter((one) => one.fate === fate);
      return fate === 'removed' ? removedSection(own) : presentSection(fate, own, head);
    }),
    ...sourcesOnlySection(touched.filter((one) => isRoutine(one, head))),
  ];
}

/** Whether a fact says what it said, with a further source, and claims no more than its evidence supports. */
const isRoutine = (one: TouchedFact, head: Corpus): boolean =>
  one.fact !== undefined &&
  gainsSourcesOnly(one) &&
  !claimsTooMuch(one.fact.confidence, weighEvidence(one.fact, head).supports);

const removedSection = (touched: readonly TouchedFact[]): string[] =>
  cardSection(
    TITLES.removed,
    ['Fact', 'Change'],
    touched.map((one) => [pathCell(one.path), changesCell(one)]),
  );

function presentSection(fate: FactChange, touched: readonly TouchedFact[], head: Corpus): string[] {
  const rows = touched.map((one) => [
    pathCell(one.path),
    changesCell(one),
    one.fact === undefined ? '' : evidenceCell(one.fact, one.changes, head),
    one.fact === undefined ? '' : verdictCell(one.fact, head),
  ]);
  return cardSection(TITLES[fate], ['Fact', 'Change', 'Evidence', 'Check'], rows);
}

const changesCell = ({ changes }: TouchedFact): string =>
  changes.map((one) => wordsCell(describeChange(one))).join('; ');

const MAX_SOURCES = 3;

// New sources come first: they are what a reviewer has to check.
function evidenceCell(fact: Fact, changes: readonly Change[], head: Corpus): string {
  const gained = new Set(changes.flatMap((one) => (one.kind === 'evidence' ? one.gained.sources : [])));
  const all = fact.provenance.sources;
  const sources = [...gained, ...all.filter((source) => !gained.has(source))];
  const shown = sources.slice(0, MAX_SOURCES).map((source) => {
    const words = markdownCode(clip(source, 160));
    const url = permalink(source, head);
    return url === undefined ? words : markdownLink(words, url);
  });
  const more = sources.length > shown.length ? [`${sources.length - shown.length} more`] : [];
  return [textCell(weighEvidence(fact, head).has), ...shown, ...more].join('; ');
}

/** How much evidence each confidence requires; two of them require none. */
const REQUIRED: Readonly<Record<Confidence, number>> = {
  unknown: 0,
  speculative: 0,
  probable: 1,
  confirmed: 2,
};

function verdictCell(fact: Fact, head: Corpus): string {
  const { confidence: claims } = fact;
  const evidence = weighEvidence(fact, head);
  const { supports, missing, techniques, flavors, sources } = evidence;
  const step = missing === '' ? '' : `: ${textCell(missing)}`;
  if (REQUIRED[claims] > REQUIRED[supports]) {
    return `**too high**: claims ${claims}, but its evidence supports ${supports}${step}`;
  }
  if (claims !== 'unknown' && techniques.length + flavors.length + sources === 0) {
    return `accepted, but without evidence${step}`;
  }
  const reason = ratedLower(fact, evidence);
  if (reason !== undefined && reason !== '')
    return `supported; rated lower than ${supports}: ${textCell(reason)}`;
  if (REQUIRED[claims] < REQUIRED[supports]) return `supported; could be raised to ${supports}`;
  return `supported${step}`;
}

/** The rows of the touched facts as the pages will show them, without those that only have more sources. */
export function cardRows(touched: readonly TouchedFact[]): string[] {
  const changed = touched.filter((one) => !gainsSourcesOnly(one));
  const rows = changed.flatMap(({ fact }) => (fact === undefined ? [] : [pageRow(fact)]));
  const head = ['Name', 'Type', 'Required', 'Confidence', 'Description', 'Observed', 'Provenance'];
  return cardSection('Preview of the rows', head, rows);
}

const MAX_OBSERVED = 5;

function pageRow(fact: Fact): string[] {
  const observed = fact.observed.slice(0, MAX_OBSERVED).map((value) => markdownCode(clip(value, 60)));
  const when = fact.when === undefined ? '' : ` ${textCell(`When: ${plainProse(fact.when)}`)}`;
  return [
    pathCell(fact.path),
    fact.type === undefined ? fact.kind : markdownCode(fact.type),
    fact.occurrence ?? (fact.required === undefined ? '' : fact.required ? 'yes' : 'no'),
    fact.confidence,
    textCell(plainProse(fact.description)) + when,
    [...observed, ...(fact.observed.length > MAX_OBSERVED ? ['…'] : [])].join(', '),
    provenanceCell(fact),
  ];
}

function provenanceCell({ provenance: { techniques, flavors, sources } }: Fact): string {
  const several = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
  return [
    ...techniques.map(markdownCode),
    sources.length === 0 ? 'sources: none' : several(sources.length, 'source'),
    ...(flavors.length === 0 ? [] : [several(flavors.length, 'implementation')]),
  ].join(', ');
}
