import type { Corpus } from '../corpus/model/corpus.ts';
import type { Change } from '../diff/changes/change.ts';
import type { Finding } from '../findings/finding.ts';
import { markdownCode, markdownText } from '../prose/markdown-text.ts';
import { clip } from '../text/clip.ts';
import { cardChanges } from './card-changes.ts';
import { cardFacts, cardRows } from './card-facts.ts';
import { cardHead } from './card-head.ts';
import { cardSection, textCell } from './card-section.ts';
import type { SanitizerVerdict } from './sanitizer-verdicts.ts';
import { FACT_CHANGES, type TouchedFact, touchedFacts } from './touched-facts.ts';

/** A measure of the spec before and after, in words. */
export interface Measure {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface ReviewInput {
  /** What changed from the base to the spec under review. */
  readonly changes: readonly Change[];
  /** The spec under review. */
  readonly head: Corpus;
  readonly findings: readonly Finding[];
  readonly captures: readonly SanitizerVerdict[];
  readonly coverage: readonly Measure[];
  /** What a reviewer must know about the card itself, such as that parts of the base could not be read. */
  readonly remarks?: readonly string[];
  /** How to see what a card that is too long leaves out, as a sentence. */
  readonly seeAll?: string;
}

/**
 * The review card of a pull request as Markdown: what it adds, confirms and contradicts, and what a reviewer has to
 * decide, on a screen; behind that in folds the findings, the touched facts with their evidence, the rows as readers
 * will see them, questions, disputes, captures and coverage. A fact has one row, however many records show it.
 * Everything from data is escaped. The card never exceeds the size of a job summary.
 */
export function renderReviewCard(input: ReviewInput): string {
  const { changes, head, findings, captures, coverage, remarks = [], seeAll } = input;
  const touched = touchedFacts(changes, head);
  const blocks = [
    '# Review card',
    headline(touched, changes, findings),
    ...remarks.map(markdownText),
    ...cardHead({ touched, changes, head, captures, findings }),
    ...findingSection(findings),
    ...cardFacts(touched, head),
    ...cardRows(touched),
    ...cardChanges(changes, head),
    ...sanitizerSection(captures),
    ...coverageSection(coverage),
  ];
  return withinLimit(blocks, seeAll);
}

function headline(
  touched: readonly TouchedFact[],
  changes: readonly Change[],
  findings: readonly Finding[],
): string {
  const facts = FACT_CHANGES.map((fate) => [touched.filter((one) => one.fate === fate).length, fate] as const)
    .filter(([n]) => n > 0)
    .map(([n, fate]) => `${n} ${fate}`);
  const events = (kind: 'question' | 'dispute', event: string): number =>
    changes.filter((one) => one.kind === kind && one.event === event).length;
  const findingsAt = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level).length;
  const parts = [
    facts.length === 0 ? 'No fact changes' : `Facts: ${facts.join(', ')}`,
    unlessNone(events('question', 'settled'), 'question', ' answered'),
    unlessNone(events('dispute', 'opened') + events('dispute', 'reopened'), 'dispute', ' opened'),
    unlessNone(findingsAt('error'), 'error'),
    unlessNone(findingsAt('warning'), 'warning'),
  ].filter((part) => part !== '');
  return `${parts.join('; ')}.`;
}

const unlessNone = (n: number, noun: string, event = ''): string =>
  n === 0 ? '' : `${n} ${noun}${n === 1 ? '' : 's'}${event}`;

const LEVELS = { error: '**error**', warning: 'warning', note: 'note' } as const;

/** Up to how many findings are unfolded. */
const MAX_OPEN = 3;

function findingSection(findings: readonly Finding[]): string[] {
  const rows = findings.map(({ level, file, line, code, message, hint }) => [
    LEVELS[level],
    markdownCode(clip(`${file}:${line}`, 200)),
    markdownCode(code),
    textCell(hint === undefined ? message : `${message} ${hint}`),
  ]);
  const head = ['Level', 'Place', 'Code', 'Message'];
  return cardSection('Findings', head, rows, rows.length, rows.length <= MAX_OPEN);
}

function sanitizerSection(captures: readonly SanitizerVerdict[]): string[] {
  const rows = captures.map(({ id, records, fixedPoint, note }) => [
    markdownCode(id),
    markdownText(records),
    fixedPoint === undefined
      ? '**cannot be read**'
      : fixedPoint
        ? 'unchanged when sanitized again'
        : '**changed when sanitized again**',
    textCell(note),
  ]);
  return cardSection('Captures and the sanitizer', ['Capture', 'Records', 'Check', ''], rows);
}

function coverageSection(coverage: readonly Measure[]): string[] {
  const rows = coverage.map(({ name, before, after }) => [
    markdownText(name),
    markdownText(before),
    before === after ? markdownText(after) : `**${markdownText(after)}**`,
  ]);
  return cardSection('Coverage', ['', 'Before', 'After'], rows);
}

/** A job summary may have 1 MiB. */
const MAX_BYTES = 900_000;

// Omits complete blocks, so that no table is cut in two.
function withinLimit(blocks: readonly string[], seeAll = ''): string {
  const encoder = new TextEncoder();
  const kept: string[] = [];
  let size = 0;
  for (const [i, block] of blocks.entries()) {
    size += encoder.encode(block).length + 2;
    if (size > MAX_BYTES) {
      kept.push(`The card is too long; ${blocks.length - i} sections were omitted. ${seeAll}`.trimEnd());
      break;
    }
    kept.push(block);
  }
  return `${kept.join('\n\n')}\n`;
}
