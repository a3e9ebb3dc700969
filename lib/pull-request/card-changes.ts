import type { Corpus } from '../corpus/model/corpus.ts';
import type { Change } from '../diff/changes/change.ts';
import { describeChange } from '../diff/changes/describe-change.ts';
import { markdownCode } from '../prose/markdown-text.ts';
import { plainProse } from '../prose/parse-prose.ts';
import { clip } from '../text/clip.ts';
import { cardSection, pathCell, textCell, wordsCell } from './card-section.ts';

/** The sections about changes that belong to no single fact: questions, disputes, definitions and the ledger. */
export const cardChanges = (changes: readonly Change[], head: Corpus): string[] => [
  ...questionSection(changes, head),
  ...disputeSection(changes),
  ...definitionSection(changes),
];

const QUESTION_EVENTS = {
  settled: 'answered',
  opened: 'asked',
  reopened: 'asked again',
  changed: 'changed',
  dropped: '**dropped without an answer**',
} as const;

const MAX_SOURCES = 3;

function questionSection(changes: readonly Change[], head: Corpus): string[] {
  const questions = new Map(head.questions.map((one) => [`${one.owner}\n${one.text}`, one]));
  const rows = changes.flatMap((change) => {
    if (change.kind !== 'question') return [];
    const { answer, sources = [] } = questions.get(`${change.path}\n${change.text}`) ?? {};
    return [
      [
        markdownCode(change.id ?? change.path),
        QUESTION_EVENTS[change.event],
        textCell(plainProse(change.text)),
        answer === undefined ? '' : textCell(plainProse(answer)),
        sources
          .slice(0, MAX_SOURCES)
          .map((one) => markdownCode(clip(one, 160)))
          .join(', '),
      ],
    ];
  });
  return cardSection('Questions', ['Id', 'Change', 'Question', 'Answer', 'Sources'], rows);
}

function disputeSection(changes: readonly Change[]): string[] {
  const rows = changes.flatMap((change) =>
    change.kind === 'dispute'
      ? [[pathCell(change.path), change.event, textCell(plainProse(change.claim))]]
      : [],
  );
  return cardSection('Disputes', ['Fact', 'Change', 'Claim'], rows);
}

function definitionSection(changes: readonly Change[]): string[] {
  const rows = changes.flatMap((change) => {
    const event = definitionEvent(change);
    return event === undefined ? [] : [[markdownCode(change.path), event, wordsCell(describeChange(change))]];
  });
  return cardSection('Definitions and ledger', ['Name', 'Change', 'Details'], rows);
}

function definitionEvent(change: Change): string | undefined {
  switch (change.kind) {
    case 'definition':
      return change.event;
    case 'edited':
    case 'ledger':
      return change.kind;
    default:
      return undefined;
  }
}
