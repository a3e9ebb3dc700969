import { carriedBy } from '../corpus/evidence/evidence.ts';
import { permalink } from '../corpus/evidence/permalink.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { Fact } from '../corpus/model/fact.ts';
import type { Change } from '../diff/changes/change.ts';
import { describeChange, type Words } from '../diff/changes/describe-change.ts';
import type { Finding } from '../findings/finding.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../prose/markdown-text.ts';
import { plainProse } from '../prose/parse-prose.ts';
import type { Confidence } from '../schema/types.generated.ts';
import { clip } from '../text/clip.ts';

/** What the sanitizer says of a capture that is new or was changed. */
export interface CaptureVerdict {
  readonly id: string;
  /** Whether sanitizing it again changes nothing; undefined when it could not be read. */
  readonly fixedPoint: boolean | undefined;
  /** In a few words, what would change or why it cannot be read; '' when there is nothing to say. */
  readonly note: string;
}

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
  readonly captures: readonly CaptureVerdict[];
  readonly coverage: readonly Measure[];
  /** What a reviewer must know about the card itself, such as that the base could not be read whole. */
  readonly remarks?: readonly string[];
  /** How to see what a card that is too long leaves out, as a sentence. */
  readonly seeAll?: string;
}

/** Rows of one table; what is more is counted. A summary of a job takes 1 MiB. */
const MAX_ROWS = 200;
const MAX_BYTES = 900_000;

/**
 * The review card of a pull request as Markdown: what it does to the facts, each with its evidence and what
 * the rule of confidence says of it, the rows as readers will see them, questions, disputes, captures,
 * coverage. Everything from data is shown as it is written and takes no effect. Never longer than a job's
 * summary may be.
 */
export function reviewCard(input: ReviewInput): string {
  const { changes, head, findings, captures, coverage, remarks = [], seeAll } = input;
  const touched = touchedFacts(changes, head);
  const blocks = [
    '# Review card',
    headline(touched, changes, findings),
    ...remarks.map(markdownText),
    ...findingBlocks(findings),
    ...FATES.flatMap((fate) => factBlocks(fate, touched, head)),
    ...rowBlocks(touched),
    ...questionBlocks(changes, head),
    ...disputeBlocks(changes),
    ...otherBlocks(changes),
    ...captureBlocks(captures),
    ...coverageBlocks(coverage),
  ];
  return fitting(blocks, seeAll);
}

/** What became of a fact: the first that holds. */
const FATES = ['removed', 'added', 'raised', 'lowered', 'changed'] as const;
type Fate = (typeof FATES)[number];

const FATE_TITLES: Readonly<Record<Fate, string>> = {
  removed: 'Facts removed or moved',
  added: 'Facts added',
  raised: 'Facts raised',
  lowered: 'Facts lowered',
  changed: 'Facts changed',
};

interface Touched {
  readonly path: string;
  readonly fate: Fate;
  readonly changes: readonly Change[];
  /** The fact as it is now; undefined when it is gone. */
  readonly fact: Fact | undefined;
}

function fateOf(change: Change): Fate | undefined {
  switch (change.kind) {
    case 'removed':
    case 'moved':
      return 'removed';
    case 'added':
    case 'raised':
    case 'lowered':
      return change.kind;
    case 'described':
    case 'reshaped':
    case 'observed':
    case 'evidence':
    case 'dispute':
      return 'changed';
    case 'question':
    case 'definition':
    case 'edited':
    case 'ledger':
      return undefined;
    default:
      return change satisfies never;
  }
}

// One entry for each path, in the order in which the changes come. The shape of a whole stanza has no fact.
function touchedFacts(changes: readonly Change[], head: Corpus): Touched[] {
  const byPath = new Map<string, Change[]>();
  for (const change of changes) {
    if (fateOf(change) === undefined) continue;
    const known = byPath.get(change.path);
    if (known === undefined) byPath.set(change.path, [change]);
    else known.push(change);
  }
  return [...byPath].map(([path, own]) => {
    const fates = new Set(own.map(fateOf));
    const fate = FATES.find((one) => fates.has(one)) ?? 'changed';
    return { path, fate, changes: own, fact: head.factByPath.get(path) };
  });
}

function headline(
  touched: readonly Touched[],
  changes: readonly Change[],
  findings: readonly Finding[],
): string {
  const facts = FATES.map((fate) => [touched.filter((one) => one.fate === fate).length, fate] as const)
    .filter(([n]) => n > 0)
    .map(([n, fate]) => `${n} ${fate}`);
  const events = (kind: 'question' | 'dispute', event: string): number =>
    changes.filter((one) => one.kind === kind && one.event === event).length;
  const parts = [
    facts.length === 0 ? 'No fact changes' : `Facts: ${facts.join(', ')}`,
    counted(events('question', 'settled'), 'question', 'settled'),
    counted(events('dispute', 'opened') + events('dispute', 'reopened'), 'dispute', 'opened'),
    counted(findings.filter(({ level }) => level === 'error').length, 'error', ''),
    counted(findings.filter(({ level }) => level === 'warning').length, 'warning', ''),
  ].filter((part) => part !== '');
  return `${parts.join('; ')}.`;
}

const counted = (n: number, word: string, what: string): string =>
  n === 0 ? '' : `${n} ${word}${n === 1 ? '' : 's'}${what === '' ? '' : ` ${what}`}`;

const LEVELS = { error: '**error**', warning: 'warning', note: 'note' } as const;

function findingBlocks(findings: readonly Finding[]): string[] {
  const rows = findings.map(({ level, file, line, code, message, hint }) => [
    LEVELS[level],
    markdownCode(clip(`${file}:${line}`, 200)),
    markdownCode(code),
    prose(hint === undefined ? message : `${message} ${hint}`),
  ]);
  return section('Findings', ['Level', 'Place', 'Code', 'What'], rows);
}

function factBlocks(fate: Fate, touched: readonly Touched[], head: Corpus): string[] {
  const own = touched.filter((one) => one.fate === fate);
  const title = FATE_TITLES[fate];
  const pathOf = ({ path }: Touched): string => markdownCode(clip(path, 300));
  const whatOf = ({ changes }: Touched): string =>
    changes.map((one) => wordsInMarkdown(describeChange(one))).join('; ');
  if (fate === 'removed') {
    return section(
      title,
      ['Fact', 'What'],
      own.map((one) => [pathOf(one), whatOf(one)]),
    );
  }
  const rows = own.map((one) => [
    pathOf(one),
    whatOf(one),
    one.fact === undefined ? '' : evidenceWords(one.fact, one.changes, head),
    one.fact === undefined ? '' : verdictOf(one.fact, head),
  ]);
  return section(title, ['Fact', 'What', 'Evidence', 'Verdict of the rule'], rows);
}

const MAX_SOURCES = 3;

// What the change brings comes first: it is what a reviewer has to look at.
function evidenceWords(fact: Fact, changes: readonly Change[], head: Corpus): string {
  const gained = new Set(changes.flatMap((one) => (one.kind === 'evidence' ? one.gained.sources : [])));
  const all = fact.provenance.sources;
  const sources = [...gained, ...all.filter((source) => !gained.has(source))];
  const shown = sources.slice(0, MAX_SOURCES).map((source) => {
    const words = markdownCode(clip(source, 160));
    const url = permalink(source, head);
    return url === undefined ? words : markdownLink(words, url);
  });
  const more = sources.length > shown.length ? [`${sources.length - shown.length} more`] : [];
  return [prose(carriedBy(fact, head).has), ...shown, ...more].join('; ');
}

const RANK: Readonly<Record<Confidence, number>> = { unknown: 0, speculative: 0, probable: 1, confirmed: 2 };

function verdictOf(fact: Fact, head: Corpus): string {
  const { confidence: claims } = fact;
  const { carries, missing, techniques, flavors, sources } = carriedBy(fact, head);
  const step = missing === '' ? '' : `: ${prose(missing)}`;
  if (RANK[claims] > RANK[carries]) return `**too high**, claims ${claims}, carries ${carries}${step}`;
  if (claims !== 'unknown' && techniques.length + flavors.length + sources === 0) {
    return `holds, and nothing stands behind it${step}`;
  }
  if (RANK[claims] < RANK[carries]) return `holds, and could be ${carries}`;
  return `holds${step}`;
}

function rowBlocks(touched: readonly Touched[]): string[] {
  const rows = touched.flatMap(({ fact }) => (fact === undefined ? [] : [rowOf(fact)]));
  const head = ['Name', 'Type', 'Required', 'Confidence', 'Description', 'Observed', 'Provenance'];
  return section('The rows as they will look', head, rows);
}

const MAX_OBSERVED = 5;

function rowOf(fact: Fact): string[] {
  const { techniques, flavors, sources } = fact.provenance;
  const observed = fact.observed.slice(0, MAX_OBSERVED).map((value) => markdownCode(clip(value, 60)));
  const when = fact.when === undefined ? '' : ` ${prose(`When: ${plainProse(fact.when)}`)}`;
  return [
    markdownCode(clip(fact.path, 300)),
    fact.type === undefined ? fact.kind : markdownCode(fact.type),
    fact.occurrence ?? (fact.required === undefined ? '' : fact.required ? 'yes' : 'no'),
    fact.confidence,
    prose(plainProse(fact.description)) + when,
    [...observed, ...(fact.observed.length > MAX_OBSERVED ? ['…'] : [])].join(', '),
    [
      ...techniques.map(markdownCode),
      sources.length === 0 ? 'sources: none' : counted(sources.length, 'source', ''),
      counted(flavors.length, 'flavor', ''),
    ]
      .filter((part) => part !== '')
      .join(', '),
  ];
}

const QUESTION_EVENTS = {
  settled: 'settled',
  opened: 'asked',
  reopened: 'asked again',
  changed: 'changed',
  dropped: '**dropped without an answer**',
} as const;

function questionBlocks(changes: readonly Change[], head: Corpus): string[] {
  const answers = new Map(head.questions.map((one) => [`${one.owner}\n${one.text}`, one]));
  const rows = changes.flatMap((change) => {
    if (change.kind !== 'question') return [];
    const now = answers.get(`${change.path}\n${change.text}`);
    return [
      [
        markdownCode(change.id ?? change.path),
        QUESTION_EVENTS[change.event],
        prose(plainProse(change.text)),
        now?.answer === undefined ? '' : prose(plainProse(now.answer)),
        (now?.sources ?? [])
          .slice(0, MAX_SOURCES)
          .map((one) => markdownCode(clip(one, 160)))
          .join(', '),
      ],
    ];
  });
  return section('Questions', ['Question', '', 'What was asked', 'Answer', 'Sources'], rows);
}

function disputeBlocks(changes: readonly Change[]): string[] {
  const rows = changes.flatMap((change) =>
    change.kind === 'dispute'
      ? [[markdownCode(clip(change.path, 300)), change.event, prose(plainProse(change.claim))]]
      : [],
  );
  return section('Disputes', ['Fact', '', 'What contradicts it'], rows);
}

function otherBlocks(changes: readonly Change[]): string[] {
  const rows = changes.flatMap((change) => {
    switch (change.kind) {
      case 'definition':
      case 'edited':
        return [
          [markdownCode(change.path), change.kind === 'edited' ? 'edited' : change.event, words(change)],
        ];
      case 'ledger':
        return [[markdownCode(change.path), 'ledger', words(change)]];
      default:
        return [];
    }
  });
  return section('Definitions and ledger', ['Name', '', 'What'], rows);
}

const words = (change: Change): string => wordsInMarkdown(describeChange(change));

function captureBlocks(captures: readonly CaptureVerdict[]): string[] {
  const rows = captures.map(({ id, fixedPoint, note }) => [
    markdownCode(id),
    fixedPoint === undefined
      ? '**cannot be read**'
      : fixedPoint
        ? 'fixed point: sanitizing it again changes nothing'
        : '**not a fixed point: sanitizing it again changes it**',
    prose(note),
  ]);
  return section('Captures and the sanitizer', ['Capture', 'Verdict', ''], rows);
}

function coverageBlocks(coverage: readonly Measure[]): string[] {
  const rows = coverage.map(({ name, before, after }) => [
    markdownText(name),
    markdownText(before),
    before === after ? markdownText(after) : `**${markdownText(after)}**`,
  ]);
  return section('Coverage', ['', 'Before', 'After'], rows);
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const more = rows.length - MAX_ROWS;
  return [
    `## ${title}`,
    markdownTable(head, rows.slice(0, MAX_ROWS)),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ];
}

const prose = (text: string): string => markdownText(clip(text, 400));

const wordsInMarkdown = (parts: Words): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return 'code' in part ? markdownCode(clip(part.code, 160)) : prose(part.data);
    })
    .join('');

// Whole blocks only, so that no table is cut in two.
function fitting(blocks: readonly string[], seeAll = ''): string {
  const encoder = new TextEncoder();
  const kept: string[] = [];
  let size = 0;
  for (const [i, block] of blocks.entries()) {
    size += encoder.encode(block).length + 2;
    if (size > MAX_BYTES) {
      kept.push(`The card is too long; ${blocks.length - i} parts of it are left out. ${seeAll}`.trimEnd());
      break;
    }
    kept.push(block);
  }
  return `${kept.join('\n\n')}\n`;
}
