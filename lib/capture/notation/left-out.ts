/** A mark in a log for something that a program did not print. */
export interface LeftOut {
  /** How many bytes it was, if the mark gives the size of the whole. */
  readonly size: number | undefined;
}

/** The longest mark. */
const MAX_MARK = 64;
/** First characters of marks. A fast test, since it is done for every text. */
const MAY_BEGIN: ReadonlySet<string | undefined> = new Set([...'[(<{.…-']);
const DOTS = '(?:\\.{3}|…)';
const WORDS =
  'truncated|snip(?:ped)?|cut(?: off)?|omitted|elided|skipped|left out|redacted|max(?:imum)? ?depth(?: reached)?|binary(?: data)?|bytes|data';
const CLASS =
  '(?:object )?[A-Z]\\w{0,40}(?:\\(\\d{1,9}\\))?(?: \\*\\d{1,9}| ~[\\w.]{0,40}|: null prototype)?';
const KNOWN_CLASS =
  /Array|Object|Circular|Buffer|Map|Set|Truncated|Getter|Node|Function|Blob|Uint8|Data|Binary/;
/** A mark that is the entire text. */
const MARK = new RegExp(
  `^(?:${DOTS}|[[({<] ?(?:${DOTS}|(?:${DOTS} ?)?(?:${WORDS})(?: ?${DOTS})?) ?[\\])}>]|${DOTS} ?(?:${WORDS})(?: ?${DOTS})?|-{2,8} ?(?:snip|cut) ?-{2,8})$`,
  'i',
);
const OF_CLASS = new RegExp(`^\\[(${CLASS})\\]$`);
/** A number of parts or bytes behind what is shown. */
const COUNTED =
  /^[[(<]?(?:(?:\.{3}|…) ?)?(?:truncated:? )?\d{1,15} (?:more (?:items?|nodes?|child(?:ren)?|elements?|keys?|propert(?:y|ies)|bytes?|char(?:acter)?s?)|(?:items?|nodes?|child(?:ren)?|keys?|propert(?:y|ies)) not stringified)(?: ?(?:\.{3}|…))?[\])>]?$/i;
/** A number of bytes that are not shown. */
const BYTES =
  /^(?:(?:\.{3}|…) ?)?[[(<]?(?:(?:\.{3}|…) ?)?(?:(?:binary|buffer|data|blob)[:,]? )?(\d{1,15}) bytes?(?: (?:omitted|cut|left out|of data|binary))?(?: ?(?:\.{3}|…))?[\])>]?$/i;

/**
 * Recognises a text in place of a value, a content or a node that only says that a program left it out: `[Array]`,
 * `[Circular *1]`, `...`, `<3 more items>`, `(178 bytes)`, and other marks of loggers.
 */
export function leftOut(text: string): LeftOut | undefined {
  if (text.length > MAX_MARK || text.length === 0) return undefined;
  const code = text.charCodeAt(0);
  // A number is a mark only with words behind it.
  const counts = code >= 48 && code <= 57 && text.includes(' ');
  if (!counts && !MAY_BEGIN.has(text[0])) return undefined;
  const size = BYTES.exec(text)?.[1];
  if (size !== undefined) return { size: Number(size) };
  if (MARK.test(text) || COUNTED.test(text)) return { size: undefined };
  const name = OF_CLASS.exec(text)?.[1];
  return name !== undefined && KNOWN_CLASS.test(name) ? { size: undefined } : undefined;
}

/** Whether a text is a mark or ends in dots, so that the value it was is not known. */
export const isCutText = (text: string): boolean =>
  text.endsWith('…') || text.endsWith('...') || leftOut(text) !== undefined;
