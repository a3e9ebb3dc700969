import type { ReportWays } from '../../prose/ways.ts';
import { inThousands, linesInWords } from '../../text/lines-in-words.ts';
import { printableLine } from '../../text/printable.ts';
import type { StanzaReview } from '../match/match.ts';
import type { Verdict } from '../match/verdict.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { headOf, renderReview, reviewSummary } from './render-review.ts';
import type { SanitizedReview } from './review-stanzas.ts';
import { verdictMessage } from './verdict-message.ts';

/** Up to how many stanzas are reported in full; more are reported in brief. */
const IN_FULL = 3;
/** How many tags of stanzas that the spec does not describe are named. */
const TAGS_NAMED = 5;

/** Stanzas with the same tags and the same verdicts. */
interface Group {
  readonly review: StanzaReview;
  readonly stanza: CapturedStanza;
  readonly lines: number[];
}

/**
 * The reviews of a log for people. Equal ones are reported once, with the lines of all; many of them are reported in
 * brief, and the stanzas that the spec does not describe are counted in one line.
 * @param ways how to do what it suggests
 * @param all whether each stanza is reported in full, however many there are
 */
export function renderReviews(reviewed: readonly SanitizedReview[], ways: ReportWays, all = false): string {
  const described = reviewed.filter(({ review }) => isReported(review));
  if (all || (described.length === 0 && reviewed.length <= IN_FULL)) {
    return reviewed.map(({ review, stanza }) => renderReview(review, stanza, ways)).join('\n');
  }
  const groups = groupsOf(described);
  const texts = groups.map((group) => (groups.length <= IN_FULL ? inFull : inBrief)(group, ways));
  if (groups.length > IN_FULL)
    texts.push(`Shortened, since there are many: ${ways.showAll} shows each in full.\n`);
  const others = reviewed.filter(({ review }) => !isReported(review));
  if (others.length > 0) texts.push(`${undescribed(others, ways)}\n`);
  return texts.join('\n');
}

/** Whether the spec describes a stanza, or the log says why the stanza is no evidence. */
const isReported = ({ stanza, tied, notEvidence }: StanzaReview): boolean =>
  stanza !== undefined || tied.length > 0 || notEvidence !== undefined;

function groupsOf(all: readonly SanitizedReview[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { review, stanza } of all) {
    const { settled, tag, payload, direction, envelope, directionListed, cut, verdicts } = review;
    const said = verdicts.map((one) => [one.path, one.count, verdictMessage(one)]);
    const key = JSON.stringify([
      ...[
        review.stanza,
        review.tied,
        review.notEvidence?.kind,
        envelope,
        tag,
        payload,
        direction,
        directionListed,
        cut,
        stanza.form,
        said,
      ],
      settled.map(({ question, answer }) => [question, answer]),
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { review, stanza, lines: [stanza.line] });
    else group.lines.push(stanza.line);
  }
  return [...groups.values()].map((group) => (group.lines.length > 1 ? ofSeveral(group) : group));
}

// The line that a stanza refers to differs from stanza to stanza of the group.
function ofSeveral({ review, ...group }: Group): Group {
  const { notEvidence } = review;
  if (notEvidence === undefined || notEvidence.kind === 'broken') return { review, ...group };
  return { review: { ...review, notEvidence: { ...notEvidence, line: undefined } }, ...group };
}

const inFull = ({ review, stanza, lines }: Group, ways: ReportWays): string =>
  renderReview(review, stanza, ways, lines);

/** The facts are counted, what is new is named, and only contradictions are explained. */
function inBrief({ review, stanza, lines }: Group, ways: ReportWays): string {
  const rows = [headOf(review, stanza, lines), `  ${reviewSummary(review, ways)}`];
  for (const one of review.verdicts) {
    if (one.verdict === 'contradicts') rows.push(`  ${one.path}: ${verdictMessage(one)}`);
  }
  const named = (heading: string, ...wanted: Verdict['verdict'][]): void => {
    const paths = review.verdicts.filter(({ verdict }) => wanted.includes(verdict)).map(({ path }) => path);
    if (paths.length > 0) rows.push(`  ${heading}: ${paths.join(', ')}`);
  };
  named('Not in the spec', 'unknown', 'ledger');
  named('Cut off in the log', 'cut');
  for (const { question, owner, answer } of review.settled) {
    rows.push(`  Answers ${question} (${owner}): ${answer}`);
  }
  return `${rows.map(printableLine).join('\n')}\n`;
}

/** The stanzas that the spec does not describe, counted by their tags. */
function undescribed(all: readonly SanitizedReview[], ways: ReportWays): string {
  const byTag = new Map<string, number[]>();
  for (const { review, stanza } of all) {
    const lines = byTag.get(review.tag);
    if (lines === undefined) byTag.set(review.tag, [stanza.line]);
    else lines.push(stanza.line);
  }
  const tags = [...byTag].sort(([, a], [, b]) => b.length - a.length);
  const named = tags
    .slice(0, TAGS_NAMED)
    .map(([tag, lines]) => `${inThousands(lines.length)} <${tag}> (${linesInWords(lines.slice(0, 1))})`);
  const rest = tags.slice(TAGS_NAMED).reduce((sum, [, lines]) => sum + lines.length, 0);
  const others = rest > 0 ? ` and ${inThousands(rest)} others` : '';
  return printableLine(
    `Not described by this spec: ${named.join(', ')}${others}. To see each: ${ways.showAll}. To describe one: ${ways.describeStanza}`,
  );
}
