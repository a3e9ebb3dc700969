import { inThousands, linesInWords } from '../../text/lines-in-words.ts';
import { printableLine } from '../../text/printable.ts';
import type { StanzaReview, Verdict } from '../match/match.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { headOf, renderReview, summaryOf } from './render-review.ts';
import { verdictMessage } from './verdict-message.ts';

/** How many stanzas are described with everything that the spec says to them; of more the gist is told. */
const IN_FULL = 3;
/** How many tags are named of the stanzas that the spec does not describe. */
const TAGS_NAMED = 5;

/** Stanzas with the same tags, of which the spec says the same. */
interface Group {
  readonly review: StanzaReview;
  readonly stanza: CapturedStanza;
  readonly lines: number[];
}

/**
 * The reviews of a log for people. Those that say the same are told once, with the lines of all; of many of them
 * only the gist is told, and the stanzas that the spec does not describe are counted in one line.
 * @param stanzas one for each of the reviews
 * @param all whether everything is told of each, however many there are
 */
export function renderReviews(
  reviews: readonly StanzaReview[],
  stanzas: readonly CapturedStanza[],
  all = false,
): string {
  const both = reviews.map((review, i) => ({ review, stanza: stanzas[i] as CapturedStanza }));
  const described = both.filter(({ review }) => isTold(review));
  if (all || (described.length === 0 && both.length <= IN_FULL)) {
    return both.map(({ review, stanza }) => renderReview(review, stanza)).join('\n');
  }
  const groups = groupsOf(described);
  const texts = groups.map(groups.length <= IN_FULL ? inFull : inBrief);
  if (groups.length > IN_FULL)
    texts.push('In brief, since there are many: --all tells what the spec says of each.\n');
  const others = both.filter(({ review }) => !isTold(review));
  if (others.length > 0) texts.push(`${undescribed(others)}\n`);
  return texts.join('\n');
}

/** Whether a stanza is about what the spec describes, though it may be no evidence. */
const isTold = ({ stanza, tied, notEvidence }: StanzaReview): boolean =>
  stanza !== undefined || tied.length > 0 || notEvidence !== undefined;

function groupsOf(all: readonly { review: StanzaReview; stanza: CapturedStanza }[]): Group[] {
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

// Of several stanzas no single line says which one each of them belongs to.
function ofSeveral({ review, ...group }: Group): Group {
  const { notEvidence } = review;
  if (notEvidence === undefined || notEvidence.kind === 'broken') return { review, ...group };
  return { review: { ...review, notEvidence: { ...notEvidence, line: undefined } }, ...group };
}

const inFull = ({ review, stanza, lines }: Group): string => renderReview(review, stanza, lines);

/** What matters of a review: its facts are counted, what is new is named, what contradicts is told. */
function inBrief({ review, stanza, lines }: Group): string {
  const rows = [headOf(review, stanza, lines), `  ${summaryOf(review)}`];
  for (const one of review.verdicts) {
    if (one.verdict === 'contradicts') rows.push(`  ${one.path}: ${verdictMessage(one).message}`);
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
function undescribed(all: readonly { review: StanzaReview; stanza: CapturedStanza }[]): string {
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
    `Not described by this spec: ${named.join(', ')}${others}. To see each: --all. To describe one: npm run new -- stanza ID`,
  );
}
