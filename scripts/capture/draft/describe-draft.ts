import { type DecisionId, decisionsOf } from '../../../lib/capture/draft/decisions.ts';
import type { Draft } from '../../../lib/capture/draft/entry/draft-options.ts';
import type { ReviewedLog } from '../../../lib/capture/review/review-stanzas.ts';
import { describeReplaced } from '../../../lib/capture/sanitize/describe-replaced.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { linesInWords } from '../../../lib/text/lines-in-words.ts';
import { printableLine } from '../../../lib/text/printable.ts';
import type { Arguments } from '../../cli/arguments.ts';
import { firstOf, numbered, otherLines } from '../first-of.ts';

/** How many entries of each list are shown without --all. */
const SHOWN = { captures: 15, raises: 20, left: 15 } as const;

/**
 * A draft for people: its captures, the facts that could be raised, what is left to people, and what only they can
 * decide.
 * @param pick the number of the call that was drafted; undefined for all stanzas
 */
export function describeDraft(
  { captures, raises, left, after }: Draft,
  { replaced, skipped, calls, stanzas }: ReviewedLog,
  pick: number | undefined,
  given: Arguments,
): string {
  const rest = pick === undefined ? 0 : stanzas.length - (calls[pick - 1]?.length ?? 0);
  const rows = [
    `Replaced: ${describeReplaced(replaced) || 'nothing'}.`,
    ...captureRows(captures, given),
    ...raiseRows(raises, given),
    ...leftRows(left, given),
    ...(rest > 0
      ? [
          '',
          `Call ${pick} only: ${numbered(rest, 'other stanza')} of the log left out; --call all drafts all.`,
        ]
      : []),
    ...decisionRows(captures, after.corpus),
  ];
  return `${rows.map(printableLine).join('\n')}\n\n${otherLines(skipped)}`;
}

function captureRows(captures: Draft['captures'], given: Arguments): string[] {
  const shown = firstOf(captures, SHOWN.captures, given);
  return [
    ...shown.flatMap(
      ({ id, review, dayOfLog, records = 0, supports, alsoShows, disputes, added, settled }) => [
        '',
        review === undefined
          ? `${id}: a call of ${numbered(records, 'stanza')}`
          : `${id}: ${review.stanza}, ${review.direction ?? 'direction as given'}`,
        ...(dayOfLog === undefined
          ? []
          : [`  captured on ${dayOfLog} as the log says, in UTC; --captured-at names another day`]),
        `  a source of ${numbered(supports.length, 'fact')}`,
        ...(alsoShows > 0
          ? [`  also shows ${numbered(alsoShows, 'fact')} that cite such records already`]
          : []),
        ...(disputes.length > 0 ? [`  disputes ${disputes.join(', ')}`] : []),
        ...(added.length > 0 ? [`  adds ${added.join(', ')}: describe their meaning`] : []),
        ...settled.map(({ question, owner, answer }) => `  answers ${question} (${owner}): ${answer}`),
      ],
    ),
    ...rest(captures.length - shown.length, 'more capture'),
    ...(captures.some(({ settled }) => settled.length > 0)
      ? ['', 'If this answers a question completely, write status: resolved and the answer.']
      : []),
  ];
}

/** How each decision is changed on the command line. */
const OPTIONS: Readonly<Record<DecisionId, string>> = {
  origin: '--technique',
  client: '--client, --version',
  side: '--observer',
  publication: '--url, --author, --license, if somebody else published it',
};

/** What only a person can decide, of the first capture: the options are the same for all. */
function decisionRows([first]: Draft['captures'], corpus: Corpus): string[] {
  if (first === undefined) return [];
  return [
    '',
    'Only you can decide:',
    ...decisionsOf(first.entry, corpus).flatMap(({ id, question, answer, why }) => [
      `  ${question} ${capitalized(answer ?? 'not said')} (${OPTIONS[id]})`,
      `    ${why}`,
    ]),
  ];
}

const capitalized = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function raiseRows(raises: Draft['raises'], given: Arguments): string[] {
  if (raises.length === 0) return [];
  const shown = firstOf(raises, SHOWN.raises, given);
  return [
    '',
    'Facts that could now be raised (by you; a draft does not change confidence):',
    ...shown.map(({ path, from, to, why }) => `  ${path}: ${from} -> ${to} (${why})`),
    ...rest(raises.length - shown.length, 'more fact'),
  ];
}

function leftRows(left: Draft['left'], given: Arguments): string[] {
  if (left.length === 0) return [];
  const groups = [...Map.groupBy(left, ({ reason }) => reason)];
  const shown = firstOf(groups, SHOWN.left, given);
  return [
    '',
    'Not drafted:',
    ...shown.map(([reason, same]) => {
      const lines = same.flatMap(({ line }) => (line === undefined ? [] : [line]));
      return `  ${lines.length === 0 ? '' : `${linesInWords(lines)}: `}${reason}`;
    }),
    ...rest(groups.length - shown.length, 'more reason'),
    ...(left.some(({ code }) => code === 'unknown-direction') ? ['  Add it with --direction.'] : []),
  ];
}

const rest = (more: number, what: string): string[] =>
  more > 0 ? [`  and ${numbered(more, what)}; --all shows them`] : [];

/** A draft for programs. */
export function draftJson(
  { files, captures, raises, left }: Draft,
  { problems, skipped, skippedLines }: ReviewedLog,
  ok: boolean,
): object {
  return {
    ok,
    problems,
    skipped,
    skippedLines,
    files: files.map(({ path, before }) => ({ path, new: before === undefined })),
    captures: captures.map(
      ({ id, review, dayOfLog, records, supports, alsoShows, disputes, added, settled }) => ({
        id,
        stanza: review?.stanza ?? null,
        direction: review?.direction ?? null,
        dayOfLog: dayOfLog ?? null,
        records: records ?? null,
        supports,
        alsoShows,
        disputes,
        added,
        settled,
      }),
    ),
    raises,
    left: left.map(({ code, line, reason }) => ({ code, line: line ?? null, reason })),
  };
}
