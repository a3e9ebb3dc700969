import { clientWords } from '../corpus/captures/client-words.ts';
import { weighEvidence } from '../corpus/evidence/evidence.ts';
import { definitionOf } from '../corpus/facts/split-path.ts';
import { logOrigin } from '../corpus/lists/log-origins.ts';
import { ratedLower } from '../corpus/lookup/rated-lower.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { Change } from '../diff/changes/change.ts';
import type { Finding } from '../findings/finding.ts';
import { markdownCode } from '../prose/markdown-text.ts';
import { plainProse } from '../prose/parse-prose.ts';
import { clip } from '../text/clip.ts';
import { counted, pluralized } from '../text/counted.ts';
import { pathCell, textCell } from './card-section.ts';
import type { SanitizerVerdict } from './sanitizer-verdicts.ts';
import { gainsSourcesOnly } from './sources-only-section.ts';
import type { FactChange, TouchedFact } from './touched-facts.ts';

/** How many are named in a line. */
const MAX_NAMED = 5;
/** How many captures have a line of their own. */
const MAX_CAPTURES = 3;

/** What the card is made of. */
interface Shown {
  readonly touched: readonly TouchedFact[];
  readonly changes: readonly Change[];
  readonly head: Corpus;
  readonly captures: readonly SanitizerVerdict[];
  readonly findings: readonly Finding[];
}

/**
 * The head of the card: each new capture in a line, what changes, a line for each sort, and what a reviewer has to
 * decide. With the captures of a call it is at most a screen long; tables come behind it, folded.
 */
export const cardHead = (shown: Shown): string[] => [
  ...captureLines(shown),
  ...block('', changeLines(shown)),
  ...block('**For you to decide**', decisionLines(shown)),
];

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [[...(title === '' ? [] : [title, '']), ...lines.map((one) => `- ${one}`)].join('\n')];

function captureLines({ captures, head }: Shown): string[] {
  const lines = captures.slice(0, MAX_CAPTURES).map(({ id, fixedPoint }) => {
    const capture = head.definitions.capture.get(id)?.data;
    const said =
      capture === undefined
        ? []
        : [
            capture.trace === undefined ? 'a stanza' : `a call of ${counted(capture.trace.length, 'stanza')}`,
            ...(capture.observer === undefined ? [] : [`seen by the ${capture.observer.replace('-', ' ')}`]),
            textCell(clientWords(capture.source, head)),
            `${textCell(logOrigin(capture.source.technique, head))} (${markdownCode(capture.source.technique)})`,
            ...(capture.source.url === undefined ? [] : ['published elsewhere']),
          ];
    const clean = fixedPoint === true ? 'sanitized' : '**not sanitized**';
    return `**${markdownCode(id)}**: ${[...said, clean].join('; ')}.`;
  });
  const more = captures.length - lines.length;
  return [...lines, ...(more > 0 ? [`And ${counted(more, 'more capture')}.`] : [])];
}

function changeLines({ touched, changes }: Shown): string[] {
  const ofFate = (fate: FactChange): TouchedFact[] => touched.filter((one) => one.fate === fate);
  const sources = touched.filter(gainsSourcesOnly);
  const changed = ofFate('changed').filter((one) => !gainsSourcesOnly(one));
  const disputes = newDisputes(changes);
  const answers = changes.filter((one) => one.kind === 'question' && one.event === 'settled');
  return [
    ...line(
      'Contradicts',
      disputes.map(({ path }) => path),
      'fact',
    ),
    ...line(
      'Adds',
      ofFate('added').map(({ path }) => path),
      'fact',
    ),
    ...line(
      'Raises',
      ofFate('raised').map(({ path }) => path),
      'fact',
    ),
    ...line(
      'Lowers',
      ofFate('lowered').map(({ path }) => path),
      'fact',
    ),
    ...line(
      'Removes',
      ofFate('removed').map(({ path }) => path),
      'fact',
    ),
    ...line(
      'Changes',
      changed.map(({ path }) => path),
      'fact',
    ),
    ...line(
      'Answers',
      answers.map((one) => ('id' in one ? (one.id ?? one.path) : one.path)),
      'question',
    ),
    ...supportLine(sources),
  ];
}

/** The disputes that are new or open again. */
const newDisputes = (changes: readonly Change[]): Extract<Change, { kind: 'dispute' }>[] =>
  changes.flatMap((one) =>
    one.kind === 'dispute' && (one.event === 'opened' || one.event === 'reopened') ? [one] : [],
  );

function line(verb: string, paths: readonly string[], noun: string): string[] {
  const all = [...new Set(paths)];
  return all.length === 0 ? [] : [`**${verb}** ${counted(all.length, noun)}: ${namesOf(all.map(pathCell))}`];
}

/** The facts that say what they said, by their definition, those with most first. */
function supportLine(sources: readonly TouchedFact[]): string[] {
  if (sources.length === 0) return [];
  const byOwner = [...Map.groupBy(sources, ({ path }) => definitionOf(path))].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const owners = byOwner.map(([owner, own]) => `${own.length} of ${markdownCode(clip(owner, 200))}`);
  return [`**Supports** ${counted(sources.length, 'fact')} as a further source: ${namesOf(owners)}`];
}

const namesOf = (words: readonly string[]): string =>
  [
    ...words.slice(0, MAX_NAMED),
    ...(words.length > MAX_NAMED ? [`and ${words.length - MAX_NAMED} more`] : []),
  ].join(', ');

function decisionLines({ touched, changes, head, captures, findings }: Shown): string[] {
  const facts = touched.flatMap(({ fact }) => fact ?? []);
  const raisable = facts.flatMap((fact) => {
    const evidence = weighEvidence(fact, head);
    return ratedLower(fact, evidence) === '' ? [`${pathCell(fact.path)} to ${evidence.supports}`] : [];
  });
  const begun = touched.filter(({ fate, fact }) => fate === 'added' && fact?.confidence === 'speculative');
  const disputes = newDisputes(changes);
  const errors = findings.filter(({ level }) => level === 'error').length;
  const others = findings.filter(({ level }) => level === 'warning').length;
  const bad = captures.filter(({ fixedPoint }) => fixedPoint !== true);
  const ask = (words: string, all: readonly string[]): string[] =>
    all.length === 0 ? [] : [`${words} ${namesOf(all)}`];
  return [
    ...(errors + others === 0
      ? []
      : [`${counted(errors, 'error')} and ${counted(others, 'warning')} have to be fixed before the merge.`]),
    ...ask(
      'Something in it may be personal, or cannot be read:',
      bad.map(({ id }) => markdownCode(id)),
    ),
    ...ask(
      'What is right, the fact or the claim against it?',
      disputes.map(({ path, claim }) => `${pathCell(path)} (${textCell(plainProse(claim))})`),
    ),
    ...ask(
      `What does it mean? ${begun.length === 1 ? 'It is' : 'They are'} new:`,
      begun.map(({ path }) => pathCell(path)),
    ),
    ...ask(
      `Raise ${raisable.length === 1 ? 'it' : 'them'}, or say in ${markdownCode('rated_lower')} why not:`,
      raisable,
    ),
    ...publishedLine(captures, head),
  ];
}

function publishedLine(captures: readonly SanitizerVerdict[], head: Corpus): string[] {
  const all = captures.flatMap(({ id }) => head.definitions.capture.get(id)?.data ?? []);
  const bare = all.filter(
    ({ source }) => source.url !== undefined && (source.author === undefined || source.license === undefined),
  );
  return bare.length === 0
    ? []
    : [
        `By whom, and under which licence, ${pluralized(bare.length, 'was it', 'were they')} published? ${namesOf(bare.map(({ id }) => markdownCode(id)))}`,
      ];
}
