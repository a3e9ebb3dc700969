import type { ReviewedLog } from '../../capture/review/review-stanzas.ts';
import { sanitize } from '../../capture/sanitize/sanitize.ts';
import { printXml } from '../../capture/tree/print-xml.ts';
import { printable } from '../../text/printable.ts';
import type { Call } from '../model/call.ts';

/** So many characters of stanzas are quoted: a comment on a forge takes little more, and has to say something else, too. */
const MOST = 40_000;

const DAY = 86_400_000;

/** The stanzas of a call as a log. */
export interface QuotedCall {
  readonly text: string;
  /** How many stanzas at the end of a long call are not part of it. */
  readonly leftOut: number;
}

/**
 * Quotes a call as a log of its own, with directions and times since its first stanza. It is sanitized apart from the
 * log that the call is in, so that sanitizing the quote again changes nothing.
 * @param log the log that the call is in
 */
export function quotedCall(
  { events }: Pick<Call, 'events'>,
  { known, shared }: Pick<ReviewedLog, 'known' | 'shared'>,
): QuotedCall {
  const stanzas = events.map(({ root, direction, line }) => ({
    root,
    direction,
    line,
    column: 1,
    form: 'xml',
  }));
  const { each } = sanitize(stanzas, known, { keepNames: shared.keepNames });
  const texts: string[] = [];
  let length = 0;
  for (const [i, one] of each.entries()) {
    if ('refused' in one) continue;
    const { at, direction } = events[i] ?? {};
    const text = `${at === undefined ? '' : `${timeOfDay(at)} `}${direction}\n${printXml(one.stanza.root)}`;
    length += text.length;
    if (length > MOST) return { text: printable(texts.join('')), leftOut: events.length - i };
    texts.push(text);
  }
  return { text: printable(texts.join('')), leftOut: 0 };
}

/** A time since the beginning as a time of day, which is what logs have. */
const timeOfDay = (ms: number): string => new Date(ms % DAY).toISOString().slice(11, 23);
