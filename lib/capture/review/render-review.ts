import type { CaptureWays } from '../../prose/ways.ts';
import { clip } from '../../text/clip.ts';
import { pluralized } from '../../text/counted.ts';
import { linesInWords } from '../../text/lines-in-words.ts';
import { printableLine } from '../../text/printable.ts';
import { ledgerWords } from '../lookup/ledger-name.ts';
import type { StanzaReview } from '../match/match.ts';
import { notEvidenceReason } from '../match/not-evidence.ts';
import type { Verdict } from '../match/verdict.ts';
import { isReplacedName } from '../sanitize/placeholders/name-placeholders.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { verdictHint } from './verdict-hint.ts';
import { verdictMessage } from './verdict-message.ts';

/** The verdict under which a review lists it: what a dispute denies is not shown as what the spec says. */
type Shown = Verdict['verdict'] | 'refuted';

const HEADINGS: readonly (readonly [Shown, string])[] = [
  ['contradicts', 'Contradicts the spec'],
  ['refuted', 'Refuted by a dispute'],
  ['unknown', 'Not in the spec'],
  ['ledger', 'Known by name only'],
  ['cut', 'Cut off in the log'],
  ['supports', 'Supports'],
];

/**
 * A review for people: what the stanza is; what it contradicts and what is new first, what it supports last.
 * @param ways how to do what it suggests
 * @param lines the lines of all stanzas that it is about
 */
export function renderReview(
  review: StanzaReview,
  stanza: CapturedStanza,
  ways: CaptureWays,
  lines: readonly number[] = [stanza.line],
): string {
  const rows = [headOf(review, stanza, lines), ''];
  rows.push(`  ${reviewSummary(review, ways)}`);
  for (const [verdict, heading] of HEADINGS) {
    const list = review.verdicts.filter((one) => shownAs(one) === verdict);
    if (list.length === 0) continue;
    rows.push('', `  ${heading}`);
    const width = Math.min(
      60,
      list.reduce((most, { path }) => Math.max(most, path.length), 0),
    );
    for (const one of list) {
      const times = one.count > 1 ? ` (${one.count} times)` : '';
      if (one.verdict === 'supports' && one.refuted === undefined) {
        const means = one.means === undefined ? '' : `  ${clip(one.means, 100)}`;
        rows.push(`    ${one.path.padEnd(width)}  ${one.confidence}${times}${means}`);
        continue;
      }
      const hint = verdictHint(one, ways);
      const message = one.verdict === 'supports' ? one.refuted : verdictMessage(one);
      rows.push(`    ${one.path}${times}`, `      ${message}`);
      if (hint !== undefined) rows.push(`      help: ${hint}`);
    }
  }
  if (review.settled.length > 0) {
    rows.push('', '  Open questions that it answers');
    for (const { question, owner, text, because, answer } of review.settled) {
      rows.push(`    ${owner}: ${question}`, `      ${text}`, `      ${answer} (${because})`);
    }
  }
  return `${rows.map((row) => printableLine(row.trimEnd())).join('\n')}\n`;
}

const shownAs = (one: Verdict): Shown => (isRefuted(one) ? 'refuted' : one.verdict);

/** Whether a capture has what an open dispute denies. */
const isRefuted = (one: Verdict): boolean => one.verdict === 'supports' && one.refuted !== undefined;

/** One line: the place of a stanza, its tags, its direction, its form, and the stanza of the spec that describes it. */
export function headOf(
  { stanza, envelope, tag, payload, direction }: StanzaReview,
  { form }: CapturedStanza,
  lines: readonly number[],
): string {
  const shape =
    payload.length === 0 ? `<${tag}>` : `<${tag}> with ${payload.map((one) => `<${one}>`).join(', ')}`;
  const name =
    stanza === undefined ? 'not in the spec' : envelope === undefined ? stanza : `${stanza} in ${envelope}`;
  const where = linesInWords(lines).replace('l', 'L');
  const times = lines.length > 1 ? ` (×${lines.length})` : '';
  return `${where}: ${shape}${times}, ${direction ?? 'direction not known'}, read as ${form}: ${name}`;
}

/** How many facts a stanza supports and contradicts, with what limits that, in sentences. */
export function reviewSummary(review: StanzaReview, ways: CaptureWays): string {
  if (review.notEvidence !== undefined) return sentence(notEvidenceReason(review.notEvidence));
  if (review.tied.length > 0) {
    return `${review.tied.join(' and ')} describe it equally well, so it supports nothing. Distinguish them with match.`;
  }
  if (review.stanza === undefined) {
    const replaced = isReplacedName(review.tag)
      ? ` The tag was replaced, because it might be personal; ${ways.keepName('TAG')} keeps it.`
      : '';
    const toDescribe =
      review.ledger?.entry.same_as === undefined ? ` To describe it: ${ways.describeStanza}` : '';
    const known = review.ledger === undefined ? '' : ` ${ledgerWords(review.ledger)}`;
    return `No stanza of the spec describes this <${review.tag}>.${known}${replaced}${toDescribe}`;
  }
  const count = (verdict: Shown): number => review.verdicts.filter((one) => shownAs(one) === verdict).length;
  const parts = [
    numbered(count('supports'), 'fact', 'supported'),
    numbered(count('contradicts'), 'fact', 'contradicted'),
    ...(count('refuted') > 0 ? [numbered(count('refuted'), 'fact', 'refuted')] : []),
    numbered(count('unknown') + count('ledger'), 'part', 'not described'),
    ...(count('cut') > 0 ? [numbered(count('cut'), 'value', 'cut off')] : []),
  ];
  const direction = review.directionListed
    ? ''
    : ` The spec does not list ${review.direction} as a direction of ${review.stanza}.`;
  const payload =
    review.payload.length > 0 && review.verdicts.some(({ path }) => path === `${review.stanza}:*`)
      ? ` The spec describes its envelope, but not its payload. To describe it: ${ways.describeStanza}`
      : '';
  const bare = review.bare ? ' It has no envelope, so nothing is concluded about one.' : '';
  // A cut value has a remark of its own.
  const cut =
    review.cut && count('cut') === 0
      ? ' The log is cut off inside it, so nothing is concluded from missing parts.'
      : '';
  return `${parts.join(', ')}.${direction}${payload}${bare}${cut}`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const numbered = (n: number, noun: string, what: string): string => `${n} ${pluralized(n, noun)} ${what}`;

/**
 * A review for programs.
 * @param ways how to do what its hints suggest
 */
export function reviewJson(
  review: StanzaReview,
  { line, column, form }: CapturedStanza,
  ways: CaptureWays,
): object {
  const { stanza, envelope, tag, payload, direction, directionListed, cut, verdicts, settled } = review;
  return {
    line,
    column,
    form,
    tag,
    payload,
    stanza: stanza ?? null,
    envelope: envelope ?? null,
    direction: direction ?? null,
    directionListed,
    tied: review.tied,
    bare: review.bare,
    ledger: review.ledger === undefined ? null : ledgerWords(review.ledger),
    noEvidence: review.notEvidence === undefined ? null : notEvidenceReason(review.notEvidence),
    cut,
    verdicts: verdicts.map((one) => {
      const hint = verdictHint(one, ways);
      return {
        verdict: one.verdict,
        path: one.path,
        count: one.count,
        ...('confidence' in one ? { confidence: one.confidence } : {}),
        message: verdictMessage(one),
        ...(one.verdict === 'supports' && one.means !== undefined ? { means: one.means } : {}),
        ...(isRefuted(one) ? { refuted: true } : {}),
        ...(hint === undefined ? {} : { hint }),
      };
    }),
    settled,
  };
}
